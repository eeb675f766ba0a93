package ductus.ink.render;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.picture.PdfDocument;
import ductus.picture.PdfText;
import ductus.picture.SvgDocument;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Writes ink as a PDF that can be searched: what it says lies invisibly under its strokes. Letters
 * beyond Windows-1252 lose their marks.
 */
public final class SearchablePdf {
  /** A4, and its margin, in points of 1/72 inch. */
  private static final double SHORT_SIDE = 595.276;

  private static final double LONG_SIDE = 841.89;
  private static final double MARGIN = 42.52;
  private static final double PEN = 1;

  /** Courier: so every character has the same width, in heights of the font. */
  private static final String FONT =
      "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Courier"
          + " /Encoding /WinAnsiEncoding >> >> >>";

  private static final double CHARACTER_WIDTH = 0.6;

  /**
   * A word and where it stands.
   *
   * @param box in the unit of its page's ink, y upwards
   */
  public record PlacedWord(String text, Box box) {}

  /**
   * What goes on one page, as large as fits.
   *
   * @param ink with a stroke or more
   * @param lines the words of each line
   */
  public record InkPage(Handwriting ink, List<List<PlacedWord>> lines) {
    public InkPage {
      lines = lines.stream().filter(line -> !line.isEmpty()).map(List::copyOf).toList();
    }
  }

  private SearchablePdf() {}

  /** Writes the document. */
  public static byte[] pdf(List<InkPage> pages, String title) {
    PdfDocument pdf = new PdfDocument(title);
    for (InkPage page : pages) {
      Box box = page.ink().box().orElseThrow();
      boolean wide = box.width() > box.height();
      double width = wide ? LONG_SIDE : SHORT_SIDE;
      double height = wide ? SHORT_SIDE : LONG_SIDE;
      double scale =
          Math.min(
              (width - 2 * MARGIN) / Math.max(box.width(), Double.MIN_NORMAL),
              (height - 2 * MARGIN) / Math.max(box.height(), Double.MIN_NORMAL));
      double x = MARGIN - scale * box.left();
      double y = height - MARGIN - scale * box.top();
      pdf.page(width, height, FONT, content(page, new Placement(scale, x, y)));
    }
    return pdf.bytes();
  }

  /** How ink comes onto a page. */
  private record Placement(double scale, double right, double up) {
    double x(double x) {
      return scale * x + right;
    }

    double y(double y) {
      return scale * y + up;
    }
  }

  private static String content(InkPage page, Placement placement) {
    StringBuilder content = new StringBuilder();
    for (List<PlacedWord> line : page.lines()) {
      append(line, placement, content);
    }
    content.append(SvgDocument.number(PEN)).append(" w 1 J 1 j\n");
    for (Stroke stroke : page.ink().strokes()) {
      append(stroke.first(), placement, content).append(" m\n");
      for (PenPoint point : stroke.points()) {
        append(point, placement, content).append(" l\n");
      }
      content.append("S\n");
    }
    return content.toString();
  }

  private static StringBuilder append(PenPoint point, Placement placement, StringBuilder content) {
    return content
        .append(SvgDocument.number(placement.x(point.x())))
        .append(' ')
        .append(SvgDocument.number(placement.y(point.y())));
  }

  /**
   * Text that is not drawn (rendering mode 3), each word as wide as its ink. All words of a line
   * stand at one height and are of one size, so that programs see that they are one.
   */
  private static void append(List<PlacedWord> line, Placement placement, StringBuilder content) {
    double bottom = median(line, Box::bottom);
    double size = Math.max(1, placement.scale() * median(line, Box::height));
    for (PlacedWord word : line) {
      byte[] text = PdfText.bytes(PdfText.encodable(word.text(), ""));
      if (text.length == 0) {
        continue;
      }
      double width = Math.max(1, placement.scale() * word.box().width());
      content
          .append("BT 3 Tr /F1 ")
          .append(SvgDocument.number(size))
          .append(" Tf ")
          .append(SvgDocument.number(100 * width / (CHARACTER_WIDTH * size * text.length)))
          .append(" Tz 1 0 0 1 ")
          .append(SvgDocument.number(placement.x(word.box().left())))
          .append(' ')
          .append(SvgDocument.number(placement.y(bottom)))
          .append(" Tm ")
          .append(PdfText.operand(text))
          .append(" Tj ET\n");
    }
  }

  private static double median(List<PlacedWord> line, ToDoubleFunction<Box> of) {
    double[] sorted = line.stream().map(PlacedWord::box).mapToDouble(of).sorted().toArray();
    return sorted[sorted.length / 2];
  }
}
