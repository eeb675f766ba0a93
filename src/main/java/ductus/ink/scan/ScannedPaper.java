package ductus.ink.scan;

import ductus.file.BadFileException;
import ductus.ink.skeleton.Bitmap;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The writing in a picture: dark on light or light on dark, or opaque on transparent, drawn,
 * scanned or photographed.
 *
 * @param ink of each pixel, enlarged or reduced so that lines are about 6 pixels broad
 * @param breadth of the lines, in pixels of the ink
 * @param scale pixels of the ink in a pixel of the picture as it was read
 * @param width of the picture as it was read, in its pixels
 * @param height of that picture
 * @param pieces of writing, in the order of reading
 */
public record ScannedPaper(
    InkMap ink, double breadth, double scale, int width, int height, List<InkPiece> pieces) {
  private static final double USUAL_BREADTH = 6;
  private static final double FINEST = 4.5;
  private static final double BROADEST = 9;
  private static final int MOST_ENLARGED = 4;
  private static final int MOST_PIXELS = 24_000_000;

  /** Ink from which on a pixel is black. */
  public static final double BLACK = 0.5;

  /** Ink from which on a pixel may belong to a printed line. */
  private static final double FAINT = 0.25;

  /** Pixels around black ones in which the edges of their lines fade. */
  private static final int SOFT_EDGE = 2;

  /** The broadest line, as a part of the picture's shorter side, and in breadths of its lines. */
  private static final double BROADEST_LINE = 0.4;

  private static final double BROADEST_MARK = 8;

  /** Share of the picture beyond which there is no paper around the ink. */
  private static final double MOST_INK = 0.7;

  /** Area of a speck at most, in squares of the lines' breadth: a dot has 0.8. */
  private static final double SPECK = 0.35;

  private static final int MOST_PIECES = 2000;

  public ScannedPaper {
    pieces = List.copyOf(pieces);
  }

  /**
   * Reads a picture.
   *
   * @throws BadFileException if it is no PNG or JPEG, is too large, or has no ink on it
   */
  public static ScannedPaper read(Path path) throws BadFileException, IOException {
    return of(path, PhotoFile.read(path));
  }

  /**
   * The writing in a picture.
   *
   * @param path named in complaints
   * @throws BadFileException if it has no ink on it
   */
  public static ScannedPaper of(Path path, BufferedImage image) throws BadFileException {
    int width = image.getWidth();
    int height = image.getHeight();
    InkMap ink =
        ink(values(image, ScannedPaper::onWhite), width, height)
            .or(() -> ink(values(image, ScannedPaper::opacity), width, height))
            .orElseThrow(
                () ->
                    new BadFileException(
                        path,
                        "has nothing written or drawn on it: nothing stands out from its ground; give"
                            + " a picture of ink, dark on light or light on dark"));
    double breadth = LineBreadth.of(ink.blackFrom(BLACK));
    ScannedPaper paper = of(ink, breadth);
    if (paper.pieces.isEmpty()) {
      throw new BadFileException(
          path, "has nothing written or drawn on it, only specks and ruled lines");
    }
    if (paper.pieces.size() > MOST_PIECES) {
      throw new BadFileException(
          path,
          "must be a picture of writing or a drawing but has %,d pieces of ink: cut out a part"
              .formatted(paper.pieces.size()));
    }
    if (ink.blackFrom(BLACK).area() > MOST_INK * width * height) {
      throw new BadFileException(
          path, "is nearly all ink: give a picture of ink with paper around it");
    }
    return paper;
  }

  /** The brightness of each pixel of a picture, row by row, 0 to 255. */
  static float[] brightness(BufferedImage image) {
    return values(image, ScannedPaper::onWhite);
  }

  /** The writing in ink that was found before; none where there is nothing but specks. */
  public static Optional<ScannedPaper> of(InkMap seen) {
    double breadth = LineBreadth.of(seen.blackFrom(BLACK));
    return breadth == 0
        ? Optional.empty()
        : Optional.of(of(seen, breadth)).filter(paper -> !paper.pieces.isEmpty());
  }

  private static ScannedPaper of(InkMap seen, double breadth) {
    int more = breadth < FINEST ? (int) Math.round(USUAL_BREADTH / Math.max(1, breadth)) : 1;
    int most = (int) Math.sqrt((double) MOST_PIXELS / seen.width() / seen.height());
    int enlarged = Math.max(1, Math.min(Math.min(more, MOST_ENLARGED), most));
    int reduced = breadth > BROADEST ? (int) Math.round(breadth / USUAL_BREADTH) : 1;
    double scale = (double) enlarged / reduced;
    InkMap ink =
        enlarged > 1 ? seen.enlarged(enlarged) : reduced > 1 ? seen.reduced(reduced) : seen;
    Bitmap black = RuledLines.removed(ink.blackFrom(BLACK), ink.blackFrom(FAINT), scale * breadth);
    double line = Math.max(1, LineBreadth.of(black));
    List<InkPart> parts =
        InkPart.of(black).stream().filter(part -> part.area() >= SPECK * line * line).toList();
    Bitmap writing = new Bitmap(ink.width(), ink.height());
    parts.forEach(part -> part.paint(writing, 0, 0));
    InkMap written = ink.within(writing.grown(SOFT_EDGE), 0, 0);
    return new ScannedPaper(written, line, scale, seen.width(), seen.height(), InkPieces.of(parts));
  }

  /** The ink of a piece alone, with the soft edges of its lines as a margin. */
  public InkMap ink(InkPiece piece) {
    int top = ink.height() - (int) piece.box().top() - SOFT_EDGE;
    int left = (int) piece.box().left() - SOFT_EDGE;
    return ink.within(piece.alone(ink.height(), SOFT_EDGE).grown(SOFT_EDGE), top, left);
  }

  /** The property of a pixel that is looked at, 0 to 255. */
  private interface PixelValue {
    double of(int argb);
  }

  /** Brightness of a pixel on white (Rec. 601). */
  private static double onWhite(int argb) {
    double brightness =
        0.299 * (argb >> 16 & 255) + 0.587 * (argb >> 8 & 255) + 0.114 * (argb & 255);
    return 255 + opacity(argb) / 255 * (brightness - 255);
  }

  private static double opacity(int argb) {
    return argb >>> 24;
  }

  private static float[] values(BufferedImage image, PixelValue look) {
    float[] values = new float[image.getWidth() * image.getHeight()];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) look.of(argb(image, i % image.getWidth(), i / image.getWidth()));
    }
    return values;
  }

  /** Color of a pixel; gray as it is stored, since the JDK would brighten it. */
  private static int argb(BufferedImage image, int column, int row) {
    Raster raster = image.getRaster();
    if (image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
      int gray = raster.getSample(column, row, 0);
      return 0xff000000 | gray << 16 | gray << 8 | gray;
    }
    return image.getRGB(column, row);
  }

  /** The ink of values of pixels; empty where none stands out. */
  private static Optional<InkMap> ink(float[] values, int width, int height) {
    PaperBrightness.of(values, width, height).level(values, width);
    double broadest = BROADEST_LINE * Math.min(width, height);
    Optional<InkMap> ink = InkContrast.of(values, width, height, broadest);
    double mark =
        ink.map(map -> BROADEST_MARK * LineBreadth.of(map.blackFrom(BLACK))).orElse(broadest);
    return mark < broadest ? InkContrast.of(values, width, height, mark) : ink;
  }
}
