package ductus.ink.scan;

import ductus.file.BadFileException;
import ductus.ink.Box;
import ductus.ink.scan.SheetMarks.Kind;
import ductus.ink.scan.SheetMarks.Place;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A printed sheet that was filled in and photographed or scanned: found by its {@link SheetMarks},
 * straightened, in even light.
 */
public final class PhotographedSheet {
  /** Pixels of a millimeter of what is straightened: a pen's line has about six. */
  public static final int RESOLUTION = 12;

  /** The broadest mark that is no shadow, as a part of the picture's shorter side. */
  private static final double BROADEST = 0.08;

  /** The longer side of the picture in which the marks are looked for, in pixels. */
  private static final double SEARCHED = 1100;

  private final InkMap ink;
  private final MarkSearch.Found found;
  private final double reduced;

  private PhotographedSheet(InkMap ink, MarkSearch.Found found, double reduced) {
    this.ink = ink;
    this.found = found;
    this.reduced = reduced;
  }

  /**
   * Reads a picture.
   *
   * @throws BadFileException if it is no PNG or JPEG, or not of a sheet
   */
  public static PhotographedSheet read(Path path) throws BadFileException, IOException {
    BufferedImage image = PhotoFile.read(path);
    int width = image.getWidth();
    int height = image.getHeight();
    double broadest = BROADEST * Math.min(width, height);
    InkMap ink =
        InkContrast.of(ScannedPaper.brightness(image), width, height, broadest)
            .orElseThrow(() -> new BadFileException(path, "is empty: nothing stands out in it"));
    int factor = (int) Math.max(1, Math.round(Math.max(width, height) / SEARCHED));
    MarkSearch.Found found =
        new MarkSearch(factor == 1 ? ink : ink.reduced(factor))
            .sheet()
            .orElseThrow(
                () ->
                    new BadFileException(
                        path,
                        "must be a picture of a sheet with its black squares, four at the corners"
                            + " and one more, but they were not found: photograph the whole sheet"
                            + " from above, in even light"));
    return new PhotographedSheet(ink, found, factor);
  }

  /** The kind of the sheet. */
  public Kind kind() {
    return found.kind();
  }

  /**
   * The ink of a part of the sheet, straightened, {@link #RESOLUTION} pixels a millimeter.
   *
   * @param part of the paper, in mm, y down
   * @param blank that is printed and not looked at
   */
  public InkMap part(Box part, Box blank) {
    int width = (int) Math.round(part.width() * RESOLUTION);
    int height = (int) Math.round(part.height() * RESOLUTION);
    float[] seen = new float[width * height];
    for (int i = 0; i < seen.length; i++) {
      double x = part.left() + (i % width + 0.5) / RESOLUTION;
      int row = i / width;
      double y = part.bottom() + (row + 0.5) / RESOLUTION;
      boolean printed =
          x > blank.left() && x < blank.right() && y > blank.bottom() && y < blank.top();
      seen[i] = printed ? 0 : at(found.view().of(x, y));
    }
    return new InkMap(width, height, seen);
  }

  private float at(Place place) {
    return (float) ink.between(place.y() * reduced - 0.5, place.x() * reduced - 0.5);
  }
}
