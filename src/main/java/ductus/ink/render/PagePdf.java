package ductus.ink.render;

import ductus.ink.Stroke;
import ductus.ink.curve.CubicBezier;
import ductus.ink.page.Page;
import ductus.ink.page.Page.Rule;
import ductus.picture.PdfDocument;
import ductus.picture.SvgDocument;
import java.awt.image.BufferedImage;
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
    pages.forEach(page -> add(page, PdfDocument.NO_RESOURCES, content(page, ink), pdf));
    return pdf.bytes();
  }

  /** Writes the document on a picture of paper, which is stretched to each page. */
  public static byte[] pdf(List<Page> pages, String title, Ink ink, BufferedImage ground) {
    PdfDocument pdf = new PdfDocument(title);
    String resources = pdf.picture(ground);
    for (Page page : pages) {
      StringBuilder content = new StringBuilder("q\n");
      append(
          content,
          "cm",
          page.paper().width() * POINTS_PER_MILLIMETER,
          0,
          0,
          page.paper().height() * POINTS_PER_MILLIMETER,
          0,
          0);
      add(page, resources, content + "/Picture Do\nQ\n" + content(page, ink), pdf);
    }
    return pdf.bytes();
  }

  private static void add(Page page, String resources, String content, PdfDocument pdf) {
    pdf.page(
        page.paper().width() * POINTS_PER_MILLIMETER,
        page.paper().height() * POINTS_PER_MILLIMETER,
        resources,
        content);
  }

  private static String content(Page page, Ink ink) {
    StringBuilder content = new StringBuilder();
    append(content, "cm", POINTS_PER_MILLIMETER, 0, 0, POINTS_PER_MILLIMETER, 0, 0);
    content.append("1 J 1 j\n");
    if (!page.rules().isEmpty()) {
      color(content, "RG", PageSvg.RULE_COLOR);
      append(content, "w", PageSvg.RULE_WIDTH);
      for (Rule rule : page.rules()) {
        append(content, "m", rule.x1(), rule.y1());
        append(content, "l", rule.x2(), rule.y2());
      }
      content.append("S\n");
    }
    color(content, ink.pressure() ? "rg" : "RG", ink.color());
    append(content, "w", ink.nibWidth());
    page.strokes().forEach(stroke -> stroke(content, stroke, ink));
    return content.toString();
  }

  private static void stroke(StringBuilder content, Stroke stroke, Ink ink) {
    if (ink.pressure()) {
      outline(content, StrokeOutline.of(stroke, ink.nibWidth()));
    } else {
      path(content, StrokePath.of(stroke).curves());
      content.append("S\n");
    }
  }

  /** Fills a closed path, in hundredths of a millimeter from its first point: few digits. */
  private static void outline(StringBuilder content, List<CubicBezier> curves) {
    double x = Math.round(curves.get(0).x0() * 100) / 100.0;
    double y = Math.round(curves.get(0).y0() * 100) / 100.0;
    content.append("q\n");
    append(content, "cm", 0.01, 0, 0, 0.01, x, y);
    path(
        content,
        curves.stream()
            .map(
                curve ->
                    new CubicBezier(
                        hundredths(curve.x0() - x),
                        hundredths(curve.y0() - y),
                        hundredths(curve.x1() - x),
                        hundredths(curve.y1() - y),
                        hundredths(curve.x2() - x),
                        hundredths(curve.y2() - y),
                        hundredths(curve.x3() - x),
                        hundredths(curve.y3() - y)))
            .toList());
    content.append("f\nQ\n");
  }

  private static double hundredths(double millimeters) {
    return Math.round(millimeters * 100);
  }

  private static void path(StringBuilder content, List<CubicBezier> curves) {
    CubicBezier first = curves.get(0);
    append(content, "m", first.x0(), first.y0());
    for (CubicBezier curve : curves) {
      if (curve.isDot()) {
        append(content, "l", curve.x0(), curve.y0());
      } else {
        append(
            content, "c", curve.x1(), curve.y1(), curve.x2(), curve.y2(), curve.x3(), curve.y3());
      }
    }
  }

  private static void color(StringBuilder content, String operator, String hex) {
    int rgb = Integer.parseInt(hex.substring(1), 16);
    append(
        content,
        operator,
        (rgb >> 16 & 0xff) / 255.0,
        (rgb >> 8 & 0xff) / 255.0,
        (rgb & 0xff) / 255.0);
  }

  private static void append(StringBuilder content, String operator, double... operands) {
    for (double operand : operands) {
      content.append(SvgDocument.number(operand)).append(' ');
    }
    content.append(operator).append('\n');
  }
}
