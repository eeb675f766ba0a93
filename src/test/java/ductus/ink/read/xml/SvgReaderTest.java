package ductus.ink.read.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.read.InkFile;
import ductus.ink.read.InkSamples;
import java.awt.geom.Line2D;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SvgReaderTest {
  private final Path folder;

  SvgReaderTest(@TempDir Path folder) {
    this.folder = folder;
  }

  @Test
  void readsLinesThroughNestedTransforms() throws Exception {
    String points = InkSamples.points(InkSamples.pieces("drawing.svg").get(0));
    String expected =
        String.join(
            " | ",
            "10,-20 10,-30",
            "8,-22 8,-24 6,-24 8,-22",
            "11,-22 13,-24",
            "1,-2 3,-4 5,-6",
            "0,0 10,0 10,10 0,0");
    assertTrue(points.startsWith(expected + " | 0,-25"), points);
  }

  @Test
  void flattensCurvesToTheStatedTolerance() throws Exception {
    Handwriting ink = InkSamples.pieces("drawing.svg").get(0);
    Stroke curve = ink.strokes().get(ink.strokes().size() - 1);
    assertTrue(curve.points().size() > 8);
    for (int i = 0; i <= 1000; i++) {
      double t = i / 1000.0;
      double x = 150 * (1 - t) * t * t + 50 * t * t * t;
      double y = 25 * (1 - t) * (1 - t) * (1 - t) + 25 * t * t * t;
      assertTrue(distance(PenPoint.at(x, -y), curve.points()) <= SvgReader.TOLERANCE * 100 + 1e-9);
    }
  }

  private static double distance(PenPoint point, List<PenPoint> line) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 1; i < line.size(); i++) {
      PenPoint from = line.get(i - 1);
      PenPoint to = line.get(i);
      least =
          Math.min(
              least, Line2D.ptSegDist(from.x(), from.y(), to.x(), to.y(), point.x(), point.y()));
    }
    return least;
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "translate(1)|2,-1",
        "translate(1 -2)|2,1",
        "scale(2)|2,-2",
        "scale(2,3)|2,-3",
        "rotate(90)|-1,-1",
        "rotate(180, 2, 0)|3,1",
        "skewX(45)|2,-1",
        "skewY(45)|1,-2",
        "matrix(1,2,3,4,5,6)|9,-12",
        " translate(10 0) , scale(2) translate( 1e0,.5 )|14,-3"
      })
  void understandsEveryTransform(String transform, String point) throws Exception {
    Handwriting ink = read("<line transform='" + transform + "' x1='1' y1='1' x2='0' y2='0'/>");
    assertTrue(InkSamples.points(ink).startsWith(point + " "), InkSamples.points(ink));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<path d='L1 2'/>|path data, position 0: ",
        "<path d='M1 2Q3'/>|path data, position ",
        "<polyline points='1 2 3'/>|points must be pairs of numbers but are 3",
        "<polyline points='1 b'/>|points must be a number but was 'b'",
        "<line x1='1x'/>|x1 must be a number but was '1x'",
        "<g transform='spin(3)'><line/></g>|transform must be of known functions",
        "<g transform='rotate(1 2)'><line/></g>|transform must be of known functions",
        "<g transform='rotate(a)'><line/></g>|transform must have numbers but was",
        "<g transform='rotate(1'><line/></g>|transform must be such as translate(10 20) but was"
      })
  void saysWhatIsWrong(String content, String reason) {
    BadFileException bad = assertThrows(BadFileException.class, () -> read(content));
    assertTrue(bad.reason().matches("line 1, column \\d+: .*"), bad.reason());
    assertTrue(bad.reason().contains(": " + reason), bad.reason());
  }

  @Test
  void makesAPieceOfEachLineOfAPage() throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("page.svg"),
            "<svg><g id='ruling'><line x2='9'/></g><g id='writing'>"
                + "<g class='line'><g class='word'><path d='M0 0h1'/></g><path d='M3 0h1'/></g>"
                + "<g class='line'/><g class='line'><path d='M0 5h1'/></g></g></svg>");
    assertEquals(
        List.of("0,0 1,0 | 3,0 4,0", "0,-5 1,-5"),
        InkFile.read(file).pieces().stream().map(InkSamples::points).toList());
  }

  @Test
  void leavesOutWhatIsOnlyDefined() throws Exception {
    for (String name : List.of("defs", "symbol", "clipPath", "mask", "marker", "pattern")) {
      Handwriting ink =
          read("<" + name + "><path d='M0 0h9'/></" + name + "><path d='M1 1h1M5 5'/>");
      assertEquals("1,-1 2,-1", InkSamples.points(ink));
    }
  }

  private Handwriting read(String content) throws Exception {
    Path file = Files.writeString(folder.resolve("a"), "<svg>" + content + "</svg>");
    return InkFile.read(file).pieces().get(0);
  }
}
