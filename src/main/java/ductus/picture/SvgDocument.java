package ductus.picture;

import static javax.xml.XMLConstants.XMLNS_ATTRIBUTE_NS_URI;

import java.awt.Shape;
import java.awt.geom.PathIterator;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.batik.dom.GenericDOMImplementation;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGPath;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * An SVG picture that grows shape by shape, over Batik's document. Text stays text. Needs neither a
 * screen nor fonts, and the same calls give the same bytes on every machine: numbers have three
 * decimals and a point whatever the locale, and there is no DOCTYPE.
 *
 * <p>Lengths are in user units; the constructor says what one of them is on paper. Attributes come
 * in pairs, name then value:
 *
 * <pre>{@code
 * SvgDocument svg = new SvgDocument(100, 50, "mm", "A dot", "One blue dot.");
 * svg.open("fill", "navy");
 * svg.circle(50, 25, 4);
 * svg.close();
 * byte[] bytes = svg.bytes();
 * }</pre>
 */
public final class SvgDocument {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";
  private static final int DECIMALS = 3;
  private static final double SCALE = StrictMath.pow(10, DECIMALS);

  private final Document document;
  private final SVGGeneratorContext context;
  private final Deque<Element> open = new ArrayDeque<>();

  /**
   * Creates an empty picture.
   *
   * @param width in user units
   * @param height in user units
   * @param unit of a user unit on paper, {@code mm} or {@code px}
   * @param title one line, for people who cannot see the picture
   * @param description what the picture shows, likewise
   */
  public SvgDocument(double width, double height, String unit, String title, String description) {
    if (!(width > 0) || !(height > 0)) {
      throw new IllegalArgumentException(
          "width and height must be above 0 but were " + width + " and " + height);
    }
    document =
        GenericDOMImplementation.getDOMImplementation().createDocument(NAMESPACE, "svg", null);
    context = SVGGeneratorContext.createDefault(document);
    context.setPrecision(DECIMALS);
    Element root = document.getDocumentElement();
    root.setAttribute("width", number(width) + unit);
    root.setAttribute("height", number(height) + unit);
    root.setAttribute("viewBox", "0 0 " + number(width) + " " + number(height));
    root.setAttribute("role", "img");
    root.setAttribute("aria-labelledby", "title description");
    open.push(root);
    add("title", "id", "title").setTextContent(printable(title));
    add("desc", "id", "description").setTextContent(printable(description));
  }

  /**
   * Declares a prefix for attributes that are not SVG's own.
   *
   * @param prefix of their names
   * @param name of the namespace
   */
  public void namespace(String prefix, String name) {
    document.getDocumentElement().setAttributeNS(XMLNS_ATTRIBUTE_NS_URI, "xmlns:" + prefix, name);
  }

  /** Adds a style sheet for what the picture holds. */
  public void style(String css) {
    add("style").setTextContent(css);
  }

  /** Opens a group; what follows goes into it until {@link #close()}. */
  public void open(String... attributes) {
    Element group = add("g", attributes);
    newline(group);
    open.push(group);
  }

  /** Closes the group opened last. */
  public void close() {
    if (open.size() < 2) {
      throw new IllegalStateException("close() without open()");
    }
    open.pop();
  }

  /** Draws a rectangle by its upper left corner. */
  public void rectangle(double x, double y, double width, double height, String... attributes) {
    Element rectangle = add("rect", attributes);
    rectangle.setAttribute("x", number(x));
    rectangle.setAttribute("y", number(y));
    rectangle.setAttribute("width", number(width));
    rectangle.setAttribute("height", number(height));
  }

  /** Draws a straight line. */
  public void line(double x1, double y1, double x2, double y2, String... attributes) {
    Element line = add("line", attributes);
    line.setAttribute("x1", number(x1));
    line.setAttribute("y1", number(y1));
    line.setAttribute("x2", number(x2));
    line.setAttribute("y2", number(y2));
  }

  /** Draws a circle by its centre. */
  public void circle(double x, double y, double radius, String... attributes) {
    Element circle = add("circle", attributes);
    circle.setAttribute("cx", number(x));
    circle.setAttribute("cy", number(y));
    circle.setAttribute("r", number(radius));
  }

  /** Draws the outline of a shape, as one path. */
  public void path(Shape shape, String... attributes) {
    double[] point = new double[6];
    for (PathIterator i = shape.getPathIterator(null); !i.isDone(); i.next()) {
      i.currentSegment(point);
      for (double coordinate : point) {
        if (!Double.isFinite(coordinate)) {
          throw new IllegalArgumentException(
              "a path must have finite numbers but had " + coordinate);
        }
      }
    }
    add("path", attributes).setAttribute("d", SVGPath.toSVGPathData(shape, context));
  }

  /**
   * Draws a path.
   *
   * @param data of the path, as SVG has it
   */
  public void path(String data, String... attributes) {
    add("path", attributes).setAttribute("d", data);
  }

  /**
   * Defines what groups with {@code clip-path} show of themselves: what lies within a path.
   *
   * @param id by which groups name it
   * @param data of the path
   */
  public void clip(String id, String data) {
    Element clip = add("clipPath", "id", id);
    Element path = document.createElementNS(NAMESPACE, "path");
    path.setAttribute("d", data);
    clip.appendChild(path);
  }

  /**
   * Draws a line of text, its baseline beginning at the point unless {@code text-anchor} says else.
   */
  public void text(double x, double y, String text, String... attributes) {
    Element element = add("text", attributes);
    element.setAttribute("x", number(x));
    element.setAttribute("y", number(y));
    element.setTextContent(printable(text));
  }

  /** The document in UTF-8. */
  public byte[] bytes() {
    String xml =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            + XmlText.of(document.getDocumentElement())
            + "\n";
    return xml.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * A number as it is written in a file: at most three decimals, no exponent.
   *
   * @throws IllegalArgumentException if it is not finite
   */
  public static String number(double value) {
    if (!Double.isFinite(value) || Math.abs(value) > 1e12) {
      throw new IllegalArgumentException("a length must be a finite number but was " + value);
    }
    BigDecimal rounded = BigDecimal.valueOf(Math.round(value * SCALE), DECIMALS);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private Element add(String name, String... attributes) {
    if (attributes.length % 2 != 0) {
      throw new IllegalArgumentException("attributes must be pairs but were " + attributes.length);
    }
    Element element = document.createElementNS(NAMESPACE, name);
    for (int i = 0; i < attributes.length; i += 2) {
      element.setAttribute(attributes[i], printable(attributes[i + 1]));
    }
    Element parent = open.element();
    if (open.size() == 1 && !parent.hasChildNodes()) {
      newline(parent);
    }
    parent.appendChild(element);
    newline(parent);
    return element;
  }

  private void newline(Element parent) {
    parent.appendChild(document.createTextNode("\n"));
  }

  /** A text with a box for each control character and half pair, which XML does not have. */
  private static String printable(String text) {
    StringBuilder clean = new StringBuilder(text.length());
    text.codePoints().map(c -> isXmlCharacter(c) ? c : '\uFFFD').forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static boolean isXmlCharacter(int c) {
    return c == '\t'
        || c == '\n'
        || (c >= 0x20 && c < 0xD800)
        || (c > 0xDFFF && c < 0xFFFE)
        || c >= 0x10000;
  }
}
