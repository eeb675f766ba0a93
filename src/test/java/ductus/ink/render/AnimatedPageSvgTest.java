package ductus.ink.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.motion.PageTiming;
import ductus.ink.motion.PageTiming.TimedStroke;
import ductus.ink.motion.PenMotion;
import ductus.ink.page.Page;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class AnimatedPageSvgTest {
  private static final String EASING = ";animation-timing-function:linear\\([^)]*\\)";
  private static final Pattern STYLE =
      Pattern.compile("animation-delay:([\\d.]+)s;animation-duration:([\\d.]+)s(" + EASING + ")?");

  /** Times in a file have three decimals. */
  private static final double ROUNDING = 0.0011;

  private static byte[] svg(Page page, Ink ink) {
    return AnimatedPageSvg.svg(page, "A title", ink, PageTiming.of(page, PenMotion.USUAL));
  }

  private static String text(byte[] svg) {
    return new String(svg, StandardCharsets.UTF_8);
  }

  /** Begin and end of each path that moves, in their order. */
  private static List<List<Double>> times(byte[] svg) throws Exception {
    List<List<Double>> times = new ArrayList<>();
    NodeList paths = PageSvgTest.parse(svg).getElementsByTagName("path");
    for (int i = 0; i < paths.getLength(); i++) {
      String style = ((Element) paths.item(i)).getAttribute("style");
      if (paths.item(i).getParentNode().getNodeName().equals("clipPath")) {
        continue;
      }
      Matcher found = STYLE.matcher(style);
      assertTrue(found.matches(), style);
      double begin = Double.parseDouble(found.group(1));
      times.add(List.of(begin, begin + Double.parseDouble(found.group(2))));
    }
    return times;
  }

  @Test
  void everyStrokeAppearsInItsTime() throws Exception {
    Page page = TestPages.card();
    List<TimedStroke> strokes = PageTiming.of(page, PenMotion.USUAL).strokes();
    List<List<Double>> times = times(svg(page, Ink.BLUE));
    assertEquals(strokes.size(), times.size());
    for (int i = 0; i < strokes.size(); i++) {
      assertEquals(strokes.get(i).begin(), times.get(i).get(0), ROUNDING);
      assertEquals(strokes.get(i).end(), times.get(i).get(1), ROUNDING);
    }
  }

  @Test
  void aPressedStrokeTakesAsLong() throws Exception {
    Page page = TestPages.card();
    assertEquals(times(svg(page, Ink.BLUE)), times(svg(page, Ink.BLUE.withPressure(true))));
  }

  @Test
  void thePaceOfItsStrokesAtMostDoublesAFile() {
    String svg = text(svg(TestPages.card(), Ink.BLUE));
    String even = svg.replaceAll(EASING, "");
    assertTrue(svg.length() > even.length());
    assertTrue(svg.length() < 2 * even.length(), svg.length() + " and " + even.length());
  }

  @Test
  void whatHasNotBegunIsHiddenSinceBrowsersDrawDotsThroughAnyGap() {
    String svg = text(svg(TestPages.card(), Ink.BLUE));
    assertTrue(svg.contains("from { visibility: hidden"), svg);
    assertTrue(svg.contains("to { visibility: visible"), svg);
  }

  @Test
  void standsStillForThoseWhoWantThatAndHasNoScript() {
    String svg = text(svg(TestPages.card(), Ink.BLUE));
    assertTrue(svg.contains("prefers-reduced-motion"));
    assertFalse(svg.contains("<script"));
  }

  @Test
  void theSamePageGivesTheSameBytesInEveryLocale() {
    byte[] english = svg(TestPages.card(), Ink.BLUE);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertArrayEquals(english, svg(TestPages.card(), Ink.BLUE));
    } finally {
      Locale.setDefault(before);
    }
  }
}
