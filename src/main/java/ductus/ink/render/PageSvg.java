package ductus.ink.render;

import ductus.ink.Stroke;
import ductus.ink.page.Page;
import ductus.ink.page.Page.PlacedLine;
import ductus.ink.page.Page.PlacedWord;
import ductus.ink.page.Page.Rule;
import ductus.picture.SvgDocument;
import java.awt.geom.AffineTransform;

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

  private final Page page;
  private final Ink ink;
  private final SvgDocument svg;
  private final AffineTransform downwards;

  private final boolean moves;
  private int strokes;

  /**
   * Creates an empty drawing.
   *
   * @param moves whether paths are drawn along the way of the pen, even where the ink shows
   *     pressure
   */
  private PageSvg(Page page, String title, Ink ink, boolean moves) {
    this.moves = moves;
    this.page = page;
    this.ink = ink;
    double height = page.paper().height();
    svg = new SvgDocument(page.paper().width(), height, "mm", title, page.text());
    downwards = new AffineTransform(1, 0, 0, -1, 0, height);
  }

  /** Draws the page as it lies there. */
  public static byte[] svg(Page page, String title, Ink ink) {
    return new PageSvg(page, title, ink, false).bytes(stroke -> new String[0]);
  }

  /** Draws the page as a document whose style sheet is another's business. */
  static byte[] svg(Page page, String title, Ink ink, String css, PathAttributes attributes) {
    PageSvg drawing = new PageSvg(page, title, ink, true);
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
    if (ink.pressure() && !moves) {
      svg.open("id", "writing", "fill", ink.color());
    } else {
      double width = ink.pressure() ? PressedLine.WIDEST * ink.nibWidth() : ink.nibWidth();
      svg.open(
          "id",
          "writing",
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

  private void rules() {
    if (page.rules().isEmpty()) {
      return;
    }
    double height = page.paper().height();
    svg.open("id", "ruling", "stroke", RULE_COLOR, "stroke-width", SvgDocument.number(RULE_WIDTH));
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
    if (!moves) {
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
