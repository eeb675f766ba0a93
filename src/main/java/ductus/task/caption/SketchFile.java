package ductus.task.caption;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.read.InkFormat;
import ductus.ink.read.xml.SvgPixels;
import ductus.ink.scan.PhotoFile;
import ductus.ink.scan.ScannedPaper;
import ductus.ink.skeleton.SkeletonStrokes;
import ductus.task.DrawnFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads sketches: the strokes along the middle of the lines in a picture (PNG, JPEG, SVG), or ink
 * as it is, of which a file may hold several.
 */
public final class SketchFile {
  /** Pixels of an SVG picture's longer side: lines of a 24th are broad enough for a middle. */
  private static final int SIDE = 360;

  private SketchFile() {}

  /**
   * Reads the sketches of a file, one or more; with a text where the file has one.
   *
   * @throws BadFileException if there is no sketch in it
   */
  public static List<Handwriting> read(Path file) throws BadFileException, IOException {
    if (PhotoFile.isOne(file)) {
      return List.of(strokes(ScannedPaper.read(file)));
    }
    if (InkFormat.isSvg(file)) {
      // As it looks: circles, areas and what is hidden are not in its paths.
      byte[] png = SvgPixels.png(file, SIDE);
      return List.of(strokes(ScannedPaper.of(file, PhotoFile.read(file, png))));
    }
    List<Handwriting> drawn = DrawnFile.strokes(file);
    if (drawn.isEmpty()) {
      throw new BadFileException(file, "has no sketch: it has no stroke");
    }
    return drawn;
  }

  private static Handwriting strokes(ScannedPaper paper) {
    return SkeletonStrokes.of(paper.ink().blackFrom(ScannedPaper.BLACK), paper.breadth());
  }
}
