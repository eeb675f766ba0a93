package ductus.ink.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ductus.ink.page.Page;
import ductus.ink.page.Paper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Layers of an SVG as others read them. */
class SvgLayersTest {
  private static final String INKSCAPE = "http://www.inkscape.org/namespaces/inkscape";

  @Test
  void vpypeFindsALayerForEachPen() throws Exception {
    Page page = TestPages.card();
    int strokes = (int) page.strokes().count();
    assertEquals(
        Map.of(1, page.rules().size(), 2, strokes),
        vpypeLayers(file(page, RenderSettings.DEFAULT)));
    Page plain = new Page(1, page.paper(), List.of(), page.lines());
    assertEquals(Map.of(1, strokes), vpypeLayers(file(plain, RenderSettings.DEFAULT)));
  }

  @Test
  void inkscapeFindsLayersByName() throws Exception {
    Element root = root(file(TestPages.card(), RenderSettings.DEFAULT));
    StringBuilder labels = new StringBuilder();
    for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element group && group.getLocalName().equals("g")) {
        assertEquals("layer", group.getAttributeNS(INKSCAPE, "groupmode"));
        labels.append(group.getAttributeNS(INKSCAPE, "label")).append("; ");
      }
    }
    assertEquals("1 ruling; 2 ink; ", labels.toString());
    assertEquals("105mm", root.getAttribute("width"));
    assertEquals("0 0 105 148", root.getAttribute("viewBox"));
  }

  @Test
  void aPageOfBeforeThereWereLayersIsAsItWas() {
    RenderSettings usual = RenderSettings.DEFAULT;
    RenderSettings old =
        new RenderSettings(usual.ink(), usual.dpi(), usual.penSpeed(), usual.plotter(), null);
    Page page = TestPages.pages("Dear Anna", Paper.A6).get(0);
    byte[] svg = file(page, old);
    assertArrayEquals(PageSvg.svg(page, "title", usual.ink()), svg);
    assertFalse(new String(svg, StandardCharsets.UTF_8).contains("inkscape"));
  }

  private static byte[] file(Page page, RenderSettings settings) {
    return PageFormat.SVG.files(List.of(page), "title", settings).get(0);
  }

  /**
   * How many shapes are in which layer, by the rule of vpype's read: each group at the top is a
   * layer; its number are the digits of its label, else of its id, else its place; 0 becomes 1.
   */
  private static Map<Integer, Integer> vpypeLayers(byte[] svg) throws Exception {
    Map<Integer, Integer> layers = new TreeMap<>();
    int place = 0;
    Node child = root(svg).getFirstChild();
    for (; child != null; child = child.getNextSibling()) {
      if (child instanceof Element group && group.getLocalName().equals("g")) {
        place++;
        String digits = group.getAttributeNS(INKSCAPE, "label").replaceAll("[^0-9]", "");
        if (digits.isEmpty()) {
          digits = group.getAttribute("id").replaceAll("[^0-9]", "");
        }
        int layer = digits.isEmpty() ? place : Math.max(1, Integer.parseInt(digits));
        int shapes =
            group.getElementsByTagNameNS("*", "path").getLength()
                + group.getElementsByTagNameNS("*", "line").getLength();
        layers.merge(layer, shapes, Integer::sum);
      }
    }
    return layers;
  }

  private static Element root(byte[] svg) throws Exception {
    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
    factory.setNamespaceAware(true);
    return factory.newDocumentBuilder().parse(new ByteArrayInputStream(svg)).getDocumentElement();
  }
}
