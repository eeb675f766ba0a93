package ductus.ink.render;

import ductus.ink.curve.CubicBezier;
import ductus.ink.page.Page;
import ductus.ink.page.Page.Rule;
import ductus.picture.SvgDocument;
import java.util.List;

/**
 * Writes pages as one PDF, in real size. Lines of vectors are all that is needed, so we write it
 * ourselves: several pages go into one file, and the same pages give the same bytes on every
 * machine, with a fixed date and no compression.
 */
public final class PagePdf {
  private static final double POINTS_PER_MILLIMETER = 72 / 25.4;

  private PagePdf() {}

  /** Writes the document. */
  public static byte[] pdf(List<Page> pages, String title, Ink ink) {
    PdfDocument pdf = new PdfDocument(title);
    for (Page page : pages) {
      pdf.page(
          page.paper().width() * POINTS_PER_MILLIMETER,
          page.paper().height() * POINTS_PER_MILLIMETER,
          PdfDocument.NO_RESOURCES,
          content(page, ink));
    }
    return pdf.bytes();
  }

  private static String content(Page page, Ink ink) {
    StringBuilder content = new StringBuilder();
    append(content, "cm", POINTS_PER_MILLIMETER, 0, 0, POINTS_PER_MILLIMETER, 0, 0);
    content.append("1 J 1 j\n");
    if (!page.rules().isEmpty()) {
      color(content, PageSvg.RULE_COLOR);
      append(content, "w", PageSvg.RULE_WIDTH);
      for (Rule rule : page.rules()) {
        append(content, "m", rule.x1(), rule.y1());
        append(content, "l", rule.x2(), rule.y2());
      }
      content.append("S\n");
    }
    color(content, ink.color());
    append(content, "w", ink.nibWidth());
    page.strokes().forEach(stroke -> pieces(content, StrokePiece.of(stroke, ink), ink));
    return content.toString();
  }

  private static void pieces(StringBuilder content, List<StrokePiece> pieces, Ink ink) {
    for (StrokePiece piece : pieces) {
      if (ink.pressure()) {
        append(content, "w", piece.width());
      }
      CubicBezier first = piece.curves().get(0);
      append(content, "m", first.x0(), first.y0());
      for (CubicBezier curve : piece.curves()) {
        if (curve.isDot()) {
          append(content, "l", curve.x0(), curve.y0());
        } else {
          append(
              content, "c", curve.x1(), curve.y1(), curve.x2(), curve.y2(), curve.x3(), curve.y3());
        }
      }
      content.append("S\n");
    }
  }

  private static void color(StringBuilder content, String hex) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    append(
        content, "RG", (rgb >> 16 & 0xff) / 255.0, (rgb >> 8 & 0xff) / 255.0, (rgb & 0xff) / 255.0);
  }

  private static void append(StringBuilder content, String operator, double... operands) {
    for (double operand : operands) {
      content.append(SvgDocument.number(operand)).append(' ');
    }
    content.append(operator).append('\n');
  }
}
