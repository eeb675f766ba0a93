package ductus.ink.sheet;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.picture.Palette;
import ductus.picture.SvgDocument;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Draws a picture of ink as it was read. Each piece stands in a frame with its text, its writer and
 * its size; strokes begin with a dot, the way of the lifted pen is dashed, and lines of writing
 * have their baseline and x-height as they were found.
 *
 * <p>Drawn to be looked at about 1000 pixels wide. Of much ink it shows the first {@value
 * #MOST_PIECES} pieces, or {@value #MOST_CELLS} where they are single characters, and says so.
 */
public final class InkSheet {
  /** Most pieces on a sheet. */
  public static final int MOST_PIECES = 60;

  /** Most single characters on a sheet. */
  public static final int MOST_CELLS = 400;

  private static final double HEAD = 78;

  private InkSheet() {}

  /** Whether a sheet of some pieces has room for one more. */
  public static boolean hasRoom(List<Handwriting> pieces) {
    boolean cells =
        pieces.stream().allMatch(piece -> SheetLayout.Kind.of(piece) == SheetLayout.Kind.CELL);
    return pieces.size() < (cells ? MOST_CELLS : MOST_PIECES);
  }

  /**
   * Draws an SVG document, 1000 pixels wide. The same ink gives the same bytes.
   *
   * @param pieces what is shown, one or more
   * @param more how many there are besides
   * @param prepared whether baseline and x-height are known to be at 0 and 1
   */
  public static byte[] svg(String title, List<Handwriting> pieces, long more, boolean prepared) {
    SheetLayout layout = SheetLayout.of(pieces, HEAD);
    double height = layout.bottom() + SheetLayout.MARGIN + (more > 0 ? 20 : 0);
    String summary = summary(pieces, more);
    SvgDocument svg =
        new SvgDocument(SheetLayout.WIDTH, height, "px", title, "A sheet of ink: " + summary + ".");
    svg.rectangle(0, 0, SheetLayout.WIDTH, height, "fill", "#ffffff");
    svg.open("font-family", "sans-serif", "fill", Palette.INK);
    svg.text(SheetLayout.MARGIN, 38, title, "font-size", "20", "font-weight", "bold");
    svg.text(SheetLayout.MARGIN, 60, summary, "font-size", "13", "fill", Palette.PALE_INK);
    for (int i = 0; i < pieces.size(); i++) {
      draw(svg, pieces.get(i), layout.frames().get(i), prepared);
    }
    if (more > 0) {
      svg.text(
          SheetLayout.MARGIN,
          height - 16,
          String.format(Locale.ROOT, "and %,d more", more),
          "font-size",
          "13");
    }
    svg.close();
    return svg.bytes();
  }

  private static void draw(
      SvgDocument svg, Handwriting piece, SheetLayout.Frame frame, boolean prepared) {
    Optional<Guides> guides =
        prepared
            ? Optional.of(Guides.PREPARED)
            : Optional.of(piece)
                .filter(any -> frame.kind() == SheetLayout.Kind.LINE)
                .flatMap(Guides::estimate);
    // Known characters keep their size against one another.
    Optional<Box> reach = prepared ? Optional.of(new Box(0, -0.8, 0, 2)) : Optional.empty();
    svg.open("class", "piece");
    new PieceDrawing(svg, piece, frame, reach).draw(guides);
    svg.close();
  }

  private static String summary(List<Handwriting> pieces, long more) {
    long strokes = pieces.stream().mapToLong(piece -> piece.strokes().size()).sum();
    long points = pieces.stream().mapToLong(Handwriting::points).sum();
    return String.format(
        Locale.ROOT,
        "%,d piece%s%s, %,d strokes, %,d points",
        pieces.size(),
        pieces.size() == 1 ? "" : "s",
        more > 0 ? String.format(Locale.ROOT, " of %,d", pieces.size() + more) : "",
        strokes,
        points);
  }
}
