package ductus.ink.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.motion.PageTiming;
import ductus.ink.motion.PenMotion;
import ductus.ink.page.Page;
import ductus.ink.page.Paper;
import java.awt.geom.FlatteningPathIterator;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class PageSvgTest {
  private static final double TOLERANCE = 0.05;
  private static final String TITLE = "A <card> & \"more\"";

  @Test
  void readBackEveryStrokeIsWithinItsToleranceInTheOrderOfWriting() throws Exception {
    Page page = TestPages.card();
    List<Element> paths = elements(parse(PageSvg.svg(page, TITLE, Ink.BLUE)), "path");
    List<Stroke> strokes = page.strokes().toList();
    assertEquals(strokes.size(), paths.size());
    for (int i = 0; i < strokes.size(); i++) {
      List<Line2D> drawn = flattened(paths.get(i).getAttribute("d"), page.paper().height());
      for (PenPoint point : strokes.get(i).points()) {
        double distance =
            drawn.stream()
                .mapToDouble(line -> line.ptSegDist(point.x(), point.y()))
                .min()
                .orElseThrow();
        assertTrue(distance <= TOLERANCE, "stroke " + i + ": " + distance);
      }
    }
  }

  @Test
  void aLineOfFiftyCharactersHasAtMost25Kilobytes() {
    String line = "The 5 boxing wizards jump quickly, said Mr. Yellow";
    assertEquals(50, line.length());
    byte[] svg = PageSvg.svg(TestPages.pages(line, Paper.A4).get(0), line, Ink.BLUE);
    assertTrue(svg.length < 25_000, svg.length + " bytes");
  }

  @Test
  void hasItsSizeInMillimetersAndItsTextForScreenReaders() throws Exception {
    Page page = TestPages.card();
    Element root = parse(PageSvg.svg(page, TITLE, Ink.BLUE)).getDocumentElement();
    assertEquals("105mm", root.getAttribute("width"));
    assertEquals("148mm", root.getAttribute("height"));
    assertEquals("0 0 105 148", root.getAttribute("viewBox"));
    assertEquals("img", root.getAttribute("role"));
    assertEquals(TITLE, root.getElementsByTagName("title").item(0).getTextContent());
    assertEquals(page.text(), root.getElementsByTagName("desc").item(0).getTextContent());
  }

  @Test
  void groupsLinesAndWordsAndKeepsTheRulesApart() throws Exception {
    Page page = TestPages.card();
    Document svg = parse(PageSvg.svg(page, TITLE, Ink.BLUE));
    List<Element> groups = elements(svg, "g");
    assertEquals(2, groups.stream().filter(g -> g.getAttribute("class").equals("line")).count());
    Element word =
        groups.stream().filter(g -> g.getAttribute("id").equals("word-2-3")).findFirst().get();
    assertEquals("line-2", ((Element) word.getParentNode()).getAttribute("id"));
    assertEquals(
        page.lines().get(1).words().get(2).strokes().size(),
        word.getElementsByTagName("path").getLength());
    List<Element> rules = elements(svg, "line");
    assertEquals(page.rules().size(), rules.size());
    for (Element rule : rules) {
      assertEquals("ruling", ((Element) rule.getParentNode()).getAttribute("id"));
    }
  }

  @Test
  void theSamePageGivesTheSameBytesInEveryLocale() {
    byte[] english = PageSvg.svg(TestPages.card(), TITLE, Ink.BLUE);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertArrayEquals(english, PageSvg.svg(TestPages.card(), TITLE, Ink.BLUE));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void pressureDrawsEachStrokeAsOneOutlineInFilesAboutTwiceAsLarge() throws Exception {
    Page page = TestPages.loops();
    byte[] plain = PageSvg.svg(page, TITLE, Ink.BLUE);
    byte[] bytes = PageSvg.svg(page, TITLE, Ink.BLUE.withPressure(true));
    Document svg = parse(bytes);
    assertEquals(page.strokes().count(), elements(svg, "path").size());
    Element writing =
        elements(svg, "g").stream()
            .filter(g -> g.getAttribute("id").equals("writing"))
            .findFirst()
            .orElseThrow();
    assertEquals(Ink.BLUE.color(), writing.getAttribute("fill"));
    assertEquals("", writing.getAttribute("stroke"));
    assertTrue(bytes.length < 2.5 * plain.length, bytes.length + " of " + plain.length);
  }

  @Test
  void pressureWritesItselfWithinTheOutlines() throws Exception {
    Page page = TestPages.card();
    PageTiming timing = PageTiming.of(page, PenMotion.USUAL);
    Document svg = parse(AnimatedPageSvg.svg(page, TITLE, Ink.BLUE.withPressure(true), timing));
    List<Element> clips = elements(svg, "clipPath");
    assertEquals(page.strokes().count(), clips.size());
    for (Element clip : clips) {
      String id = clip.getAttribute("id");
      assertEquals(
          1,
          elements(svg, "g").stream()
              .filter(g -> g.getAttribute("clip-path").equals("url(#" + id + ")"))
              .count());
    }
  }

  static Document parse(byte[] svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg));
  }

  private static List<Element> elements(Document document, String name) {
    NodeList nodes = document.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  /** Short straight lines along a path, y up again. */
  private static List<Line2D> flattened(String data, double height) {
    Path2D path = new Path2D.Double();
    Matcher commands = Pattern.compile("([MLC])([^MLC]*)").matcher(data);
    while (commands.find()) {
      double[] n =
          Pattern.compile("[ ,]+")
              .splitAsStream(commands.group(2).strip())
              .mapToDouble(Double::parseDouble)
              .toArray();
      switch (commands.group(1)) {
        case "M" -> path.moveTo(n[0], height - n[1]);
        case "L" -> path.lineTo(n[0], height - n[1]);
        default -> {
          for (int i = 0; i < n.length; i += 6) {
            path.curveTo(
                n[i], height - n[i + 1], n[i + 2], height - n[i + 3], n[i + 4], height - n[i + 5]);
          }
        }
      }
    }
    List<Line2D> lines = new ArrayList<>();
    double[] at = new double[6];
    double x = 0;
    double y = 0;
    PathIterator i = new FlatteningPathIterator(path.getPathIterator(null), 0.001);
    for (; !i.isDone(); i.next()) {
      if (i.currentSegment(at) == PathIterator.SEG_LINETO) {
        lines.add(new Line2D.Double(x, y, at[0], at[1]));
      }
      x = at[0];
      y = at[1];
    }
    return lines;
  }
}
