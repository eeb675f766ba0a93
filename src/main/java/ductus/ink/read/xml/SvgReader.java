package ductus.ink.read.xml;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import ductus.ink.path.PathData;
import ductus.ink.path.PathSyntaxException;
import ductus.ink.read.source.InkDraft;
import ductus.ink.read.source.InkSource;
import java.awt.geom.AffineTransform;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/**
 * Reads the single lines of an SVG picture: its paths, lines, polylines and polygons, in the order
 * of drawing. Every subpath is a stroke. All of them are one piece; of a page that Ductus wrote,
 * each line of writing is one. Units are those of the viewBox, y down; definitions and their uses,
 * clips, hidden groups and the ruling of a page are passed over.
 */
public final class SvgReader {
  /** Name of the outermost element of such a file. */
  public static final String ROOT = "svg";

  /** Largest distance of curves from their chords, as a part of the picture's larger side. */
  public static final double TOLERANCE = 1.0 / 4000;

  /** Names of the groups of printed rules, and of lines of writing, on our own pages. */
  private static final String RULING = "ruling";

  private static final String LINE = "line";
  private static final double USUAL_SIDE = 1000;
  private static final Pattern UNIT = Pattern.compile("(px|mm|cm|in|pt|pc|em|ex|%)$");
  private static final Set<String> NOT_DRAWN =
      Set.of("defs", "symbol", "clipPath", "mask", "marker", "pattern", "metadata", "font");

  private final InkDraft draft;
  private final double tolerance;
  private XmlElement current;

  private SvgReader(InkSource source, XmlElement root) throws BadFileException {
    current = root;
    draft = new InkDraft(source, () -> current.place().toString());
    tolerance = TOLERANCE * side(root);
  }

  /** Reads the pieces, of unknown text. */
  public static List<Handwriting> read(InkSource source) throws BadFileException {
    XmlElement root = XmlTree.read(source);
    SvgReader reader = new SvgReader(source, root);
    reader.draw(root, new AffineTransform());
    reader.draft.endPiece(Optional.empty(), Optional.empty());
    return reader.draft.pieces();
  }

  private static double side(XmlElement root) throws BadFileException {
    Optional<String> box = root.attribute("viewBox");
    if (box.isEmpty()) {
      return USUAL_SIDE;
    }
    double[] numbers = numbers(root, "viewBox", box.get());
    double side = numbers.length == 4 ? Math.max(numbers[2], numbers[3]) : 0;
    return side > 0 && side <= InkDraft.FARTHEST ? side : USUAL_SIDE;
  }

  private void draw(XmlElement element, AffineTransform around) throws BadFileException {
    if (NOT_DRAWN.contains(element.name()) || isHidden(element)) {
      return;
    }
    current = element;
    AffineTransform transform = new AffineTransform(around);
    try {
      transform.concatenate(SvgTransform.parse(element.attribute("transform").orElse("")));
    } catch (IllegalArgumentException e) {
      throw element.error(String.valueOf(e.getMessage()));
    }
    switch (element.name()) {
      case "path" -> path(element, transform);
      case "line" -> polyline(ends(element), transform);
      case "polyline" -> polyline(points(element), transform);
      case "polygon" -> polyline(closed(points(element)), transform);
      default -> group(element, transform);
    }
  }

  private void group(XmlElement element, AffineTransform transform) throws BadFileException {
    boolean line = element.attribute("class").orElse("").equals(LINE);
    if (line) {
      draft.endPiece(Optional.empty(), Optional.empty());
    }
    for (XmlElement child : element.children()) {
      draw(child, transform);
    }
    if (line) {
      draft.endPiece(Optional.empty(), Optional.empty());
    }
  }

  private static boolean isHidden(XmlElement element) {
    String style = element.attribute("style").orElse("").replace(" ", "");
    return element.attribute("display").orElse("").equals("none")
        || style.contains("display:none")
        || element.attribute("id").orElse("").equals(RULING);
  }

  private void path(XmlElement element, AffineTransform transform) throws BadFileException {
    double scale = Math.sqrt(Math.abs(transform.getDeterminant()));
    double within = scale > 0 ? Math.max(tolerance / scale, 1e-9) : tolerance;
    try {
      for (Stroke stroke : PathData.strokes(element.attribute("d").orElse(""), within)) {
        polyline(
            stroke.points().stream().flatMapToDouble(p -> DoubleStream.of(p.x(), p.y())).toArray(),
            transform);
      }
    } catch (PathSyntaxException e) {
      throw element.error("path data, " + e.getMessage());
    }
  }

  /**
   * Draws a polyline as a stroke.
   *
   * @param coordinates x and y of each point in turn; transformed in place
   */
  private void polyline(double[] coordinates, AffineTransform transform) throws BadFileException {
    transform.transform(coordinates, 0, coordinates, 0, coordinates.length / 2);
    for (int i = 0; i < coordinates.length; i += 2) {
      draft.add(coordinates[i], -coordinates[i + 1]);
    }
    draft.endStroke();
  }

  private static double[] ends(XmlElement line) throws BadFileException {
    String[] names = {"x1", "y1", "x2", "y2"};
    double[] ends = new double[names.length];
    for (int i = 0; i < names.length; i++) {
      String value = line.attribute(names[i]).orElse("0");
      ends[i] = line.number(names[i], UNIT.matcher(value.strip()).replaceFirst(""));
    }
    return ends;
  }

  private static double[] points(XmlElement element) throws BadFileException {
    double[] points = numbers(element, "points", element.attribute("points").orElse(""));
    if (points.length % 2 != 0) {
      throw element.error("points must be pairs of numbers but are " + points.length);
    }
    return points;
  }

  private static double[] closed(double[] points) {
    double[] closed = Arrays.copyOf(points, points.length == 0 ? 0 : points.length + 2);
    System.arraycopy(points, 0, closed, points.length, closed.length - points.length);
    return closed;
  }

  private static double[] numbers(XmlElement element, String what, String list)
      throws BadFileException {
    StringTokenizer tokens = new StringTokenizer(list, " \t\r\n,");
    double[] numbers = new double[tokens.countTokens()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = element.number(what, tokens.nextToken());
    }
    return numbers;
  }
}
