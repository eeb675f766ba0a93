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
 * writing, unless the ink shows pressure; words and lines are groups ({@code id="word-2-1"} is the
 * first word of the second line), printed rules a group of their own below them. The text is the
 * description for people who cannot see the page.
 */
public final class PageSvg {
  static final String RULE_COLOR = "#c9d4e3";

  /** Width of a printed rule, in mm. */
  static final double RULE_WIDTH = 0.18;

  private final Page page;
  private final Ink ink;
  private final SvgDocument svg;
  private final AffineTransform downwards;
  private int drawn;

  private PageSvg(Page page, String title, Ink ink) {
    this.page = page;
    this.ink = ink;
    double height = page.paper().height();
    svg = new SvgDocument(page.paper().width(), height, "mm", title, page.text());
    downwards = new AffineTransform(1, 0, 0, -1, 0, height);
  }

  /** Draws the page as it lies there. */
  public static byte[] svg(Page page, String title, Ink ink) {
    return new PageSvg(page, title, ink).bytes((stroke, piece) -> new String[0]);
  }

  /** Draws the page as a document whose style sheet is another's business. */
  static byte[] svg(Page page, String title, Ink ink, String css, PieceAttributes attributes) {
    PageSvg drawing = new PageSvg(page, title, ink);
    drawing.svg.style(css);
    return drawing.bytes(attributes);
  }

  /** Attributes of paths beyond their shape. */
  interface PieceAttributes {
    /**
     * Those of the path of a piece, names and values in turn.
     *
     * @param stroke number of its stroke on the page, from 0
     */
    String[] of(int stroke, StrokePiece piece);
  }

  private byte[] bytes(PieceAttributes attributes) {
    rules();
    svg.open(
        "id",
        "writing",
        "fill",
        "none",
        "stroke",
        ink.color(),
        "stroke-width",
        SvgDocument.number(ink.nibWidth()),
        "stroke-linecap",
        "round",
        "stroke-linejoin",
        "round");
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

  private void line(int number, PlacedLine line, PieceAttributes attributes) {
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

  private void stroke(Stroke stroke, PieceAttributes attributes) {
    if (ink.pressure()) {
      svg.open("class", "stroke");
    }
    for (StrokePiece piece : StrokePiece.of(stroke, ink)) {
      if (ink.pressure()) {
        svg.open("stroke-width", SvgDocument.number(piece.width()));
      }
      svg.path(downwards.createTransformedShape(piece.path()), attributes.of(drawn, piece));
      if (ink.pressure()) {
        svg.close();
      }
    }
    if (ink.pressure()) {
      svg.close();
    }
    drawn++;
  }
}
