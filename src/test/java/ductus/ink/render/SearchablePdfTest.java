package ductus.ink.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.render.SearchablePdf.InkPage;
import ductus.ink.render.SearchablePdf.PlacedWord;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SearchablePdfTest {
  /** Ink of 100 by 20 units, from (-50, 10) on. */
  private static final Handwriting INK =
      Handwriting.of(
          List.of(
              new Stroke(List.of(PenPoint.at(-50, 10), PenPoint.at(50, 30))),
              new Stroke(List.of(PenPoint.at(0, 20)))));

  private static String pdf(PlacedWord... words) {
    byte[] pdf = SearchablePdf.pdf(List.of(new InkPage(INK, List.of(List.of(words)))), "title");
    return new String(pdf, StandardCharsets.US_ASCII);
  }

  @Test
  void drawsTheInkAsLargeAsThePageAllows() {
    String pdf = pdf();
    assertTrue(pdf.contains("/MediaBox [0 0 841.89 595.276]"), "lies on its side");
    // Between margins of 15 mm, from the top down.
    assertTrue(pdf.contains("42.52 401.386 m\n42.52 401.386 l\n799.37 552.756 l\nS\n"), pdf);
    assertTrue(pdf.contains("420.945 477.071 m\n420.945 477.071 l\nS\n"), "a dot has ink, too");
  }

  @Test
  void putsEachWordUnderItsInkAndWordsOfALineAtOneHeight() {
    String pdf =
        pdf(
            new PlacedWord("any", new Box(-50, 12, -10, 22)),
            new PlacedWord("(Łódź)", new Box(0, 10, 20, 20)),
            new PlacedWord("Zoë", new Box(30, 13, 50, 23)));
    Pattern word =
        Pattern.compile("3 Tr /F1 (\\S+) Tf (\\S+) Tz 1 0 0 1 (\\S+) (\\S+) Tm <(\\w+)> Tj");
    assertEquals(3, word.matcher(pdf).results().count());
    Matcher matcher = word.matcher(pdf);
    String[] hex = {"616e79", "283ff3647a29", "5a6feb"};
    double[] left = {-50, 0, 30};
    double[] widths = {40, 20, 20};
    for (int i = 0; matcher.find(); i++) {
      double size = Double.parseDouble(matcher.group(1));
      double percent = Double.parseDouble(matcher.group(2));
      assertEquals(75.685, size, 1e-3);
      assertEquals(42.52 + 7.5685 * (left[i] + 50), Double.parseDouble(matcher.group(3)), 2e-3);
      assertEquals(401.386 + 7.5685 * 2, Double.parseDouble(matcher.group(4)), 2e-3);
      int characters = matcher.group(5).length() / 2;
      assertEquals(7.5685 * widths[i], 0.6 * size * characters * percent / 100, 0.02);
      assertEquals(hex[i], matcher.group(5), "in Windows-1252");
    }
  }
}
