package ductus.task;

import ductus.file.BadFileException;
import ductus.ink.read.InkFormat;
import ductus.ink.scan.PhotoFile;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files in which something is drawn: pictures of pixels, or ink, as which SVG counts. */
public final class DrawnFile {
  private DrawnFile() {}

  /** Whether a file begins as a PNG or JPEG picture or as ink. */
  public static boolean isOne(Path file) {
    return PhotoFile.isOne(file) || InkFormat.isInk(file);
  }

  /**
   * Checks that a file is one, if there is a file.
   *
   * @throws BadFileException if it begins as neither
   */
  public static void require(Path file) throws BadFileException {
    if (Files.isRegularFile(file) && !isOne(file)) {
      throw new BadFileException(
          file, "must be a picture (PNG, JPEG, SVG) or ink but is none, or is badly broken");
    }
  }
}
