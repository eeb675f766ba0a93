package ductus.ink.sheet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class InkSheetTest {
  private static final Handwriting LETTER =
      piece("n", "w1", stroke(0, 0, 0, 9), stroke(0, 7, 4, 9, 7, 7, 7, 0));

  @Test
  void drawsEveryStrokeWithItsStartAndTheWayToTheNext() throws Exception {
    Document sheet = parse(InkSheet.svg("a.json", List.of(LETTER), 0, false));
    Element strokes = onlyPiece(sheet);
    assertEquals(3, strokes.getElementsByTagName("path").getLength());
    assertEquals(1, ofClass(strokes, "pen-up").size());
    assertEquals(2, ofClass(strokes, "starts").get(0).getElementsByTagName("circle").getLength());
    List<String> texts = texts(sheet);
    assertTrue(texts.containsAll(List.of("a.json", "n", "w1", "2 strokes, 6 points")), "" + texts);
    assertTrue(texts.contains("1 piece, 2 strokes, 6 points"), "" + texts);
  }

  @Test
  void drawsGuidesWhereTheyAreKnownOrFound() throws Exception {
    assertEquals(0, guides(LETTER, false));
    assertEquals(2, guides(LETTER, true));
    List<Stroke> stems = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      stems.add(stroke(8 * i, 12 + i, 8 * i, 2 + i));
    }
    Handwriting line = piece("iiii iiii iii", "w1", stems.toArray(Stroke[]::new));
    assertEquals(2, guides(line, false));
    Guides found = Guides.estimate(line).orElseThrow();
    assertEquals(Math.atan(1 / 8.0), found.angle(), 0.01);
    assertEquals(2 + 5, found.y(40, 0), 0.3);
    assertEquals(12 + 5, found.y(40, 1), 0.3);
  }

  @Test
  void drawsAnyInk() throws Exception {
    List<Handwriting> odd =
        List.of(
            Handwriting.of(List.of()),
            piece("\u0301", "", stroke(5, 5)),
            piece("a\nb\u0000<&", "w", stroke(0, 0, 1e7, 1e-9)),
            piece("-", "w", stroke(-1e7, -1e7, 1e7, 1e7)),
            piece("l".repeat(1000), "w".repeat(1000), stroke(0, 0, 0, 1e-300)));
    for (boolean prepared : new boolean[] {false, true}) {
      Document sheet = parse(InkSheet.svg("odd", odd, 1_234_567, prepared));
      assertEquals(odd.size(), ofClass(sheet.getDocumentElement(), "piece").size());
      assertTrue(texts(sheet).contains("and 1,234,567 more"));
    }
  }

  @Test
  void keepsFramesApartAndOnTheSheet() {
    List<Handwriting> pieces = new ArrayList<>(Collections.nCopies(30, LETTER));
    Handwriting line = piece("a line", "w", stroke(0, 0, 100, 10));
    pieces.add(17, line);
    pieces.add(line);
    SheetLayout layout = SheetLayout.of(pieces, 50);
    for (int i = 0; i < layout.frames().size(); i++) {
      SheetLayout.Frame frame = layout.frames().get(i);
      assertTrue(frame.x() >= 0 && frame.x() + frame.width() <= SheetLayout.WIDTH);
      assertTrue(frame.y() >= 50 && frame.y() + frame.height() <= layout.bottom());
      for (SheetLayout.Frame other : layout.frames().subList(0, i)) {
        assertTrue(
            other.y() + other.height() <= frame.y() || other.x() + other.width() <= frame.x());
      }
    }
  }

  @Test
  void isBounded() {
    assertTrue(InkSheet.hasRoom(Collections.nCopies(InkSheet.MOST_CELLS - 1, LETTER)));
    assertFalse(InkSheet.hasRoom(Collections.nCopies(InkSheet.MOST_CELLS, LETTER)));
    Handwriting line = piece("a line", "w", stroke(0, 0, 100, 10));
    assertTrue(InkSheet.hasRoom(Collections.nCopies(InkSheet.MOST_PIECES - 1, line)));
    assertFalse(InkSheet.hasRoom(Collections.nCopies(InkSheet.MOST_PIECES, line)));
  }

  @Test
  void isTheSameEachTime() {
    assertArrayEquals(
        InkSheet.svg("a", List.of(LETTER), 3, true), InkSheet.svg("a", List.of(LETTER), 3, true));
  }

  private static int guides(Handwriting piece, boolean prepared) throws Exception {
    return parse(InkSheet.svg("a", List.of(piece), 0, prepared))
        .getElementsByTagName("line")
        .getLength();
  }

  private static Element onlyPiece(Document sheet) {
    List<Element> pieces = ofClass(sheet.getDocumentElement(), "piece");
    assertEquals(1, pieces.size());
    return pieces.get(0);
  }

  private static List<Element> ofClass(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    NodeList all = parent.getElementsByTagName("*");
    for (int i = 0; i < all.getLength(); i++) {
      if (all.item(i) instanceof Element element && element.getAttribute("class").equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  private static List<String> texts(Document sheet) {
    List<String> texts = new ArrayList<>();
    NodeList all = sheet.getElementsByTagName("text");
    for (int i = 0; i < all.getLength(); i++) {
      texts.add(all.item(i).getTextContent());
    }
    return texts;
  }

  private static Document parse(byte[] svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(svg));
  }

  private static Handwriting piece(String text, String writer, Stroke... strokes) {
    return new Handwriting(List.of(strokes), Optional.of(text), Optional.of(writer));
  }

  private static Stroke stroke(double... coordinates) {
    List<PenPoint> points = new ArrayList<>();
    for (int i = 0; i < coordinates.length; i += 2) {
      points.add(PenPoint.at(coordinates[i], coordinates[i + 1]));
    }
    return new Stroke(points);
  }
}
