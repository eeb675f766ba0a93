package ductus.ink.render;

import ductus.ink.Stroke;
import ductus.ink.page.Page;
import ductus.ink.page.Page.PlacedLine;
import ductus.ink.page.Page.PlacedWord;
import ductus.ink.page.Page.Rule;
import ductus.picture.SvgDocument;
import java.awt.geom.AffineTransform;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws a page as SVG in millimeters. A stroke of the pen is one path without fill, in the order of
 * writing, or a filled outline if the ink shows pressure (where the page moves, a broad path within
 * the outline); words and lines are groups ({@code id="word-2-1"} is the first word of the second
 * line), printed rules a group of their own below them. The text is the description for people who
 * cannot see the page.
 */
public final class PageSvg {
  static final String RULE_COLOR = "#c9d4e3";

  /** Width of a printed rule, in mm. */
  static final double RULE_WIDTH = 0.18;

  private static final String INKSCAPE = "http://www.inkscape.org/namespaces/inkscape";

  private final Page page;
  private final Ink ink;
  private final SvgDocument svg;
  private final AffineTransform downwards;

  private final Kind kind;
  private int strokes;
  private int layers;

  /** What a drawing is for. */
  private enum Kind {
    /** To be looked at. */
    STILL,
    /** To be looked at, edited and plotted: its groups are layers. */
    LAYERED,
    /** Paths are drawn along the way of the pen, even where the ink shows pressure. */
    MOVING
  }

  /** Creates an empty drawing. */
  private PageSvg(Page page, String title, Ink ink, Kind kind) {
    this.kind = kind;
    this.page = page;
    this.ink = ink;
    double height = page.paper().height();
    svg = new SvgDocument(page.paper().width(), height, "mm", title, page.text());
    if (kind == Kind.LAYERED) {
      svg.namespace("inkscape", INKSCAPE);
    }
    downwards = new AffineTransform(1, 0, 0, -1, 0, height);
  }

  /** Draws the page as it lies there. */
  public static byte[] svg(Page page, String title, Ink ink) {
    return new PageSvg(page, title, ink, Kind.STILL).bytes(stroke -> new String[0]);
  }

  /**
   * Draws the page with a layer for each pen, as Inkscape and programs for plotters know them: "1
   * ruling" and "2 ink", or "1 ink" alone.
   */
  public static byte[] layered(Page page, String title, Ink ink) {
    return new PageSvg(page, title, ink, Kind.LAYERED).bytes(stroke -> new String[0]);
  }

  /** Draws the page as a document whose style sheet is another's business. */
  static byte[] svg(Page page, String title, Ink ink, String css, PathAttributes attributes) {
    PageSvg drawing = new PageSvg(page, title, ink, Kind.MOVING);
    drawing.svg.style(css);
    return drawing.bytes(attributes);
  }

  /** Attributes of paths beyond their shape. */
  interface PathAttributes {
    /**
     * Those of the path of a stroke, names and values in turn.
     *
     * @param stroke its number on the page, from 0
     */
    String[] of(int stroke);
  }

  private byte[] bytes(PathAttributes attributes) {
    rules();
    if (ink.pressure() && kind != Kind.MOVING) {
      open("writing", "ink", "fill", ink.color());
    } else {
      double width = ink.pressure() ? PressedLine.WIDEST * ink.nibWidth() : ink.nibWidth();
      open(
          "writing",
          "ink",
          "fill",
          "none",
          "stroke",
          ink.color(),
          "stroke-width",
          SvgDocument.number(width),
          "stroke-linecap",
          "round",
          "stroke-linejoin",
          "round");
    }
    for (int i = 0; i < page.lines().size(); i++) {
      line(i + 1, page.lines().get(i), attributes);
    }
    svg.close();
    return svg.bytes();
  }

  /** Opens a group of the page itself, which is a layer where there are layers. */
  private void open(String id, String label, String... look) {
    List<String> attributes = new ArrayList<>(List.of("id", id));
    attributes.addAll(List.of(look));
    if (kind == Kind.LAYERED) {
      layers++;
      attributes.addAll(
          List.of("inkscape:groupmode", "layer", "inkscape:label", layers + " " + label));
    }
    svg.open(attributes.toArray(String[]::new));
  }

  private void rules() {
    if (page.rules().isEmpty()) {
      return;
    }
    double height = page.paper().height();
    open("ruling", "ruling", "stroke", RULE_COLOR, "stroke-width", SvgDocument.number(RULE_WIDTH));
    for (Rule rule : page.rules()) {
      svg.line(rule.x1(), height - rule.y1(), rule.x2(), height - rule.y2());
    }
    svg.close();
  }

  private void line(int number, PlacedLine line, PathAttributes attributes) {
    svg.open("id", "line-" + number, "class", "line");
    for (int i = 0; i < line.words().size(); i++) {
      PlacedWord word = line.words().get(i);
      svg.open("id", "word-" + number + "-" + (i + 1), "class", "word");
      for (Stroke stroke : word.strokes()) {
        stroke(stroke, attributes);
      }
      svg.close();
    }
    svg.close();
  }

  private void stroke(Stroke stroke, PathAttributes attributes) {
    int number = strokes++;
    if (!ink.pressure()) {
      svg.path(
          downwards.createTransformedShape(StrokePath.of(stroke).path()), attributes.of(number));
      return;
    }
    String outline =
        OutlineData.of(StrokeOutline.of(stroke, ink.nibWidth()), page.paper().height());
    if (kind != Kind.MOVING) {
      svg.path(outline);
      return;
    }
    // A pen as wide as the widest place follows the stroke, and is seen within the outline only.
    String id = "stroke-" + strokes;
    svg.clip(id, outline);
    svg.open("clip-path", "url(#" + id + ")");
    svg.path(downwards.createTransformedShape(StrokePath.of(stroke).path()), attributes.of(number));
    svg.close();
  }
}
