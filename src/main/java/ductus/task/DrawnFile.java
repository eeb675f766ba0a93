package ductus.task;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkFormat;
import ductus.ink.scan.PhotoFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Files in which something is drawn: pictures of pixels (PNG, JPEG), or ink, such as SVG. */
public final class DrawnFile {
  private DrawnFile() {}

  /** Whether a file begins as a PNG or JPEG picture or as ink. */
  public static boolean isOne(Path file) {
    return PhotoFile.isOne(file) || InkFormat.isInk(file);
  }

  /**
   * The pieces with strokes of a file that is no picture of pixels; there may be none.
   *
   * @throws BadFileException if it is no ink, or broken
   */
  public static List<Handwriting> strokes(Path file) throws BadFileException, IOException {
    return InkFile.read(file, "a picture (PNG, JPEG, SVG) or ink").pieces().stream()
        .filter(each -> !each.strokes().isEmpty())
        .toList();
  }
}
