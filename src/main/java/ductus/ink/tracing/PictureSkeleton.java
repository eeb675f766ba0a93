package ductus.ink.tracing;

import ductus.ink.Handwriting;
import ductus.ink.scan.InkMap;
import ductus.ink.scan.LineBreadth;
import ductus.ink.scan.ScannedPaper;
import ductus.ink.skeleton.Bitmap;
import ductus.ink.skeleton.SkeletonStrokes;
import ductus.model.tracing.Picture;

/** Strokes along the middle of a letter's lines, for what a network does not know. */
public final class PictureSkeleton {
  /** Pixels for each of the picture: lines are to have a middle. */
  private static final int ENLARGED = 4;

  private PictureSkeleton() {}

  /** Finds the strokes, in pixels of the picture, y up. */
  public static Handwriting strokes(Picture picture) {
    Bitmap black = map(picture).enlarged(ENLARGED).blackFrom(ScannedPaper.BLACK);
    return SkeletonStrokes.of(black, LineBreadth.of(black))
        .map(p -> p.moved(p.x() / ENLARGED, p.y() / ENLARGED));
  }

  static InkMap map(Picture picture) {
    float[] ink = new float[Picture.SIDE * Picture.SIDE];
    for (int i = 0; i < ink.length; i++) {
      ink[i] = picture.ink(i / Picture.SIDE, i % Picture.SIDE);
    }
    return new InkMap(Picture.SIDE, Picture.SIDE, ink);
  }
}
