package ductus.music.engraving.drawing;

import ductus.music.engraving.glyph.Glyph;
import ductus.music.engraving.glyph.LetterWidths;
import ductus.picture.PdfDocument;
import ductus.picture.PdfText;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes drawings as the pages of a PDF, black, with Times for texts. */
public final class DrawingPdf {
  private static final double POINTS_PER_MILLIMETER = 72 / 25.4;
  private static final String FONT =
      "<< /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Times-Roman"
          + " /Encoding /WinAnsiEncoding >> >> >>";
  private static final Pattern STEP = Pattern.compile("[MLCZ]|-?\\d*\\.?\\d+");

  /** Share of a font's size that a staff space of an accidental within a text has. */
  private static final double ACCIDENTAL = 0.29;

  /** Characters of texts that the font has not. */
  private static final String DRAWN = "\u266f\u266d";

  private final StringBuilder content = new StringBuilder();

  private DrawingPdf() {}

  /**
   * Writes the document.
   *
   * @param width of the paper in millimeters
   * @param height likewise
   * @param space millimeters of a staff space
   */
  public static byte[] pdf(
      List<Drawing> pages, String title, double width, double height, double space) {
    PdfDocument pdf = new PdfDocument(title);
    double points = space * POINTS_PER_MILLIMETER;
    for (Drawing page : pages) {
      DrawingPdf writer = new DrawingPdf();
      writer.operator("cm", points, 0, 0, -points, 0, height * POINTS_PER_MILLIMETER);
      page.marks().forEach(writer::mark);
      pdf.page(
          width * POINTS_PER_MILLIMETER,
          height * POINTS_PER_MILLIMETER,
          FONT,
          writer.content.toString());
    }
    return pdf.bytes();
  }

  private void mark(Mark mark) {
    if (mark instanceof Mark.Sign sign) {
      sign(sign.glyph(), sign.x(), sign.y(), sign.scaleX(), sign.scaleY());
    } else if (mark instanceof Mark.Rule rule) {
      operator("w", rule.width());
      operator("m", rule.x1(), rule.y1());
      operator("l", rule.x2(), rule.y2());
      content.append("S\n");
    } else if (mark instanceof Mark.Outline outline) {
      outline(outline);
    } else if (mark instanceof Mark.Words words) {
      words(words);
    }
  }

  private void sign(Glyph glyph, double x, double y, double scaleX, double scaleY) {
    double[] numbers = new double[6];
    int count = 0;
    char command = 'M';
    Matcher step = STEP.matcher(glyph.outline());
    while (step.find()) {
      String token = step.group();
      char first = token.charAt(0);
      if (first == 'Z') {
        content.append("h\n");
      } else if (first == 'M' || first == 'L' || first == 'C') {
        command = first;
      } else {
        boolean across = count % 2 == 0;
        double value = Double.parseDouble(token);
        numbers[count++] = across ? x + value * scaleX : y + value * scaleY;
        if (count == (command == 'C' ? 6 : 2)) {
          operator(String.valueOf(Character.toLowerCase(command)), Arrays.copyOf(numbers, count));
          count = 0;
        }
      }
    }
    content.append("f\n");
  }

  private void outline(Mark.Outline outline) {
    List<Double> points = outline.points();
    operator("m", points.get(0), points.get(1));
    int size = outline.curved() ? 6 : 2;
    for (int i = 2; i + size <= points.size(); i += size) {
      double[] step = points.subList(i, i + size).stream().mapToDouble(each -> each).toArray();
      operator(outline.curved() ? "c" : "l", step);
    }
    content.append("f\n");
  }

  /** Writes a text; sharps and flats, which the font has not, are drawn. */
  private void words(Mark.Words words) {
    double size = words.size();
    String text = PdfText.encodable(words.text(), DRAWN);
    double x = words.x() - words.anchor() * LetterWidths.of(text, size);
    StringBuilder plain = new StringBuilder();
    double start = x;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\u266f' || c == '\u266d') {
        run(plain, start, words.y(), size);
        Glyph glyph = c == '\u266f' ? Glyph.SHARP : Glyph.FLAT;
        double scale = size * ACCIDENTAL;
        sign(glyph, x + 0.04 * size, words.y() - 0.33 * size, scale, scale);
        start = x + LetterWidths.of(c) * size;
      } else {
        plain.append(c);
      }
      x += LetterWidths.of(c) * size;
    }
    run(plain, start, words.y(), size);
  }

  private void run(StringBuilder plain, double x, double y, double size) {
    if (plain.length() > 0) {
      content.append("BT /F1 ");
      Decimals.append(content, size).append(" Tf ");
      operator("Tm", 1, 0, 0, -1, x, y);
      content.append(PdfText.operand(PdfText.bytes(plain.toString()))).append(" Tj ET\n");
      plain.setLength(0);
    }
  }

  private void operator(String operator, double... operands) {
    for (double operand : operands) {
      long thousandths = Math.round(operand * 1000);
      content.append(thousandths / 1000.0).append(' ');
    }
    content.append(operator).append('\n');
  }
}
