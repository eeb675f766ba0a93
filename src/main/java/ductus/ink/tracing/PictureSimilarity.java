package ductus.ink.tracing;

import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.scan.InkMap;
import ductus.model.tracing.Picture;

/**
 * The likeness of some strokes to a picture.
 *
 * @param overlap ink that both have, of the ink that either has, 0 to 1: intersection over union
 * @param nib width of the line with which the strokes have as much ink as the picture, in pixels
 */
public record PictureSimilarity(double overlap, double nib) {
  private static final double FINEST = 1;
  private static final int CORRECTIONS = 2;

  /**
   * Measures how like a picture some strokes are.
   *
   * @param drawn in pixels of the picture, y up
   */
  public static PictureSimilarity of(Picture seen, Handwriting drawn) {
    return of(PictureSkeleton.map(seen), drawn);
  }

  /** The same in a picture of any size. */
  public static PictureSimilarity of(InkMap seen, Handwriting drawn) {
    double ink = seen.total();
    double nib = nib(ink, drawn);
    InkMap again = InkRaster.map(drawn, nib, seen.width(), seen.height());
    // Where strokes cross or go back over themselves there is less ink than their length says.
    for (int i = 0; i < CORRECTIONS && again.total() > 0; i++) {
      nib = Math.max(FINEST, nib * ink / again.total());
      again = InkRaster.map(drawn, nib, seen.width(), seen.height());
    }
    double both = 0;
    double either = 0;
    for (int row = 0; row < seen.height(); row++) {
      for (int column = 0; column < seen.width(); column++) {
        both += Math.min(seen.ink(row, column), again.ink(row, column));
        either += Math.max(seen.ink(row, column), again.ink(row, column));
      }
    }
    return new PictureSimilarity(either == 0 ? 0 : both / either, nib);
  }

  /** Width of the nib by the area of strokes with round ends: length · w + strokes · π · w² / 4. */
  private static double nib(double ink, Handwriting drawn) {
    double length = drawn.strokes().stream().mapToDouble(Stroke::length).sum();
    double ends = Math.PI * drawn.strokes().size();
    if (ends == 0) {
      return FINEST;
    }
    return Math.max(FINEST, 2 * (Math.sqrt(length * length + ends * ink) - length) / ends);
  }
}
