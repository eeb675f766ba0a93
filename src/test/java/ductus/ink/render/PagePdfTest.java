package ductus.ink.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Stroke;
import ductus.ink.page.Page;
import ductus.ink.page.Paper;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class PagePdfTest {
  private static final List<Page> PAGES = TestPages.pages("rain in Graz\n".repeat(30), Paper.A6);

  @Test
  void holdsAllPagesInRealSize() {
    String pdf = text(PagePdf.pdf(PAGES, "Rain", Ink.BLUE));
    assertTrue(pdf.startsWith("%PDF-1.4\n"));
    assertTrue(pdf.endsWith("%%EOF\n"));
    assertTrue(PAGES.size() > 1);
    assertEquals(PAGES.size(), count(pdf, "/Type /Page "));
    assertEquals(PAGES.size(), count(pdf, Pattern.quote("/MediaBox [0 0 297.638 419.528]")));
  }

  @Test
  void everyObjectLiesWhereTheTableSays() {
    String pdf = text(PagePdf.pdf(PAGES, "Rain", Ink.BLUE));
    Matcher entries = Pattern.compile("(\\d{10}) 00000 n \n").matcher(pdf);
    int number = 1;
    for (; entries.find(); number++) {
      assertTrue(
          pdf.startsWith(number + " 0 obj\n", Integer.parseInt(entries.group(1))), "" + number);
    }
    assertEquals(4 + 2 * PAGES.size(), number);
    Matcher start = Pattern.compile("startxref\n(\\d+)\n").matcher(pdf);
    assertTrue(start.find() && pdf.startsWith("xref\n", Integer.parseInt(start.group(1))));
    Matcher streams = Pattern.compile("/Length (\\d+) >>\nstream\n").matcher(pdf);
    while (streams.find()) {
      int length = Integer.parseInt(streams.group(1));
      assertTrue(pdf.startsWith("endstream", streams.end() + length));
    }
  }

  @Test
  void drawsEachStrokeOnceFromItsFirstPoint() {
    Page page = TestPages.card();
    String pdf = text(PagePdf.pdf(List.of(page), "Card", Ink.BLUE));
    List<Stroke> strokes = page.strokes().toList();
    String ink = pdf.substring(pdf.indexOf("0.122 0.184 0.42 RG"));
    Matcher moves = Pattern.compile("([\\d.]+) ([\\d.]+) m\n").matcher(ink);
    for (Stroke stroke : strokes) {
      assertTrue(moves.find());
      assertEquals(stroke.first().x(), Double.parseDouble(moves.group(1)), 0.001);
      assertEquals(stroke.first().y(), Double.parseDouble(moves.group(2)), 0.001);
    }
    assertTrue(!moves.find());
  }

  @Test
  void pressureFillsEachStrokeOnceInFilesAboutTwiceAsLarge() {
    List<Page> loops = List.of(TestPages.loops());
    byte[] plain = PagePdf.pdf(loops, "Loops", Ink.BLUE);
    byte[] pressed = PagePdf.pdf(loops, "Loops", Ink.BLUE.withPressure(true));
    long strokes = loops.get(0).strokes().count();
    assertEquals(strokes, count(text(pressed), "\nf\n"));
    assertTrue(text(pressed).contains("0.122 0.184 0.42 rg"));
    assertTrue(pressed.length < 2.9 * plain.length, pressed.length + " of " + plain.length);
  }

  @Test
  void theSamePagesGiveTheSameBytesInEveryLocaleAndTimeZone() {
    byte[] here = PagePdf.pdf(PAGES, "Rain", Ink.BLUE);
    Locale locale = Locale.getDefault();
    TimeZone zone = TimeZone.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
      assertArrayEquals(here, PagePdf.pdf(PAGES, "Rain", Ink.BLUE));
    } finally {
      Locale.setDefault(locale);
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void aTitleMayHaveAnyCharacter() {
    String pdf = text(PagePdf.pdf(PAGES, "é) (\\ 😀", Ink.BLUE));
    assertTrue(pdf.contains("/Title <FEFF00E900290020002800" + "5C0020D83DDE00>"), pdf);
  }

  private static String text(byte[] pdf) {
    return new String(pdf, StandardCharsets.ISO_8859_1);
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }
}
