package ductus.picture;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

class SvgDocumentTest {
  @Test
  void writesTheSameBytesInEveryLocale() {
    Locale before = Locale.getDefault();
    byte[] here = sample().bytes();
    try {
      Locale.setDefault(Locale.GERMANY);
      assertArrayEquals(here, sample().bytes());
    } finally {
      Locale.setDefault(before);
    }
    assertEquals(
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <svg aria-labelledby="title description" role="img" width="100mm" height="50mm"\
         viewBox="0 0 100 50" xmlns="http://www.w3.org/2000/svg">
        <title id="title">A &amp; B</title>
        <desc id="description">Two shapes.</desc>
        <g fill="navy">
        <circle r="4" cx="50" cy="25.126"/>
        <path d="M0.5 0 L10 1.333"/>
        </g>
        <text x="0" y="0">\u00e9 \u2669</text>
        </svg>
        """,
        new String(here, StandardCharsets.UTF_8));
  }

  @Test
  void isWellFormedWhateverTheTextHolds() throws Exception {
    SvgDocument svg = new SvgDocument(1, 1, "px", "\u0000\u0007<]]>", "\ud800 \ud83c\udfb5");
    svg.text(0, 0, "a\u001bb", "class", "\"\u0001'");
    Document read =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(svg.bytes()));
    assertEquals("a\uFFFDb", read.getElementsByTagName("text").item(0).getTextContent());
    assertEquals("\uFFFD \ud83c\udfb5", read.getElementsByTagName("desc").item(0).getTextContent());
  }

  @Test
  void refusesWhatIsNotANumber() {
    SvgDocument svg = new SvgDocument(1, 1, "px", "", "");
    assertThrows(IllegalArgumentException.class, () -> svg.circle(Double.NaN, 0, 1));
    Path2D endless = new Path2D.Double();
    endless.moveTo(0, Double.POSITIVE_INFINITY);
    assertThrows(IllegalArgumentException.class, () -> svg.path(endless));
    assertThrows(
        IllegalArgumentException.class, () -> new SvgDocument(Double.NaN, 1, "px", "", ""));
    assertThrows(IllegalArgumentException.class, () -> svg.line(0, 0, 1, 1, "stroke"));
    assertThrows(IllegalStateException.class, svg::close);
  }

  @Test
  void writesNumbersWithThreeDecimalsAtMost() {
    assertEquals("0", SvgDocument.number(-0.0001));
    assertEquals("-1.5", SvgDocument.number(-1.5));
    assertEquals("100000000", SvgDocument.number(1e8));
    assertEquals("0.333", SvgDocument.number(1 / 3.0));
  }

  @Test
  void needsNoFonts() {
    assertFalse(new String(sample().bytes(), StandardCharsets.UTF_8).contains("font"));
    assertTrue(new String(sample().bytes(), StandardCharsets.UTF_8).contains("<text"));
  }

  private static SvgDocument sample() {
    SvgDocument svg = new SvgDocument(100, 50, "mm", "A & B", "Two shapes.");
    svg.open("fill", "navy");
    svg.circle(50, 25.1256, 4);
    Path2D path = new Path2D.Double();
    path.moveTo(0.5, 0);
    path.lineTo(10, 4 / 3.0);
    svg.path(path);
    svg.close();
    svg.text(0, 0, "\u00e9 \u2669");
    return svg;
  }
}
