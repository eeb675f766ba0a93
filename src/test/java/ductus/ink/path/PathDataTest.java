package ductus.ink.path;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.math.Randomness;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathDataTest {
  private static final double TOLERANCE = 0.01;

  /** The points of each stroke; strokes parted by bars. */
  private static String points(String data) throws PathSyntaxException {
    return PathData.strokes(data, TOLERANCE).stream()
        .map(
            stroke ->
                stroke.points().stream()
                    .map(p -> String.format(Locale.ROOT, "%.4g,%.4g", p.x(), p.y()))
                    .map(p -> p.replaceAll("\\.?0+(?=,|$)", ""))
                    .collect(Collectors.joining(" ")))
        .collect(Collectors.joining(" | "));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "M1 2L3 4; 1,2 3,4",
        "M1 2 3 4 5 6; 1,2 3,4 5,6",
        "m1 2 3 4 5 6; 1,2 4,6 9,12",
        "M1,2,L3,4; 1,2 3,4",
        "M1 2H5V7h-1v-2; 1,2 5,2 5,7 4,7 4,5",
        "M1 1L2 1 2 2Z; 1,1 2,1 2,2 1,1",
        "M1 1L2 1ZL5 5; 1,1 2,1 1,1 | 1,1 5,5",
        "M1 1L2 2M5 5m1 1l1 1; 1,1 2,2 | 6,6 7,7",
        "M1 1L1 1; 1,1",
        "M1 1Z; 1,1",
        "M1-2.5.5+1e1; 1,-2.5 0.5,10",
        "M10-20L1e-1 2E0; 10,-20 0.1,2",
      })
  void readsLines(String data, String expected) throws PathSyntaxException {
    assertEquals(expected, points(data));
  }

  @Test
  void aPointWithoutALineIsNoStroke() throws PathSyntaxException {
    assertEquals(List.of(), PathData.strokes("M1 1", TOLERANCE));
    assertEquals(List.of(), PathData.strokes("M1 1M2 2", TOLERANCE));
    assertEquals(List.of(), PathData.strokes("  ", TOLERANCE));
  }

  @Test
  void curvesStayWithinTheToleranceOfTheirChords() throws PathSyntaxException {
    RandomGenerator random = Randomness.of(1);
    for (int round = 0; round < 300; round++) {
      double[] p = random.doubles(8, -3, 3).toArray();
      Stroke stroke =
          only(
              String.format(
                  Locale.ROOT,
                  "M%f %fC%f %f %f %f %f %f",
                  p[0],
                  p[1],
                  p[2],
                  p[3],
                  p[4],
                  p[5],
                  p[6],
                  p[7]));
      for (int i = 0; i <= 100; i++) {
        double t = i / 100.0;
        double x = bezier(t, p[0], p[2], p[4], p[6]);
        double y = bezier(t, p[1], p[3], p[5], p[7]);
        assertTrue(distance(stroke, x, y) <= TOLERANCE + 1e-5, "curve " + round + " at " + t);
      }
    }
  }

  private static double bezier(double t, double a, double b, double c, double d) {
    double s = 1 - t;
    return s * s * s * a + 3 * s * s * t * b + 3 * s * t * t * c + t * t * t * d;
  }

  @Test
  void aQuadraticCurveIsTheCubicWithTheSameWay() throws PathSyntaxException {
    assertEquals(points("M0 0C2 4 4 4 6 0"), points("M0 0Q3 6 6 0"));
  }

  @Test
  void smoothCurvesMirrorTheLastControl() throws PathSyntaxException {
    assertEquals(points("M0 0C0 1 1 2 2 2C3 2 4 1 4 0"), points("M0 0C0 1 1 2 2 2S4 1 4 0"));
    assertEquals(points("M0 0Q1 2 2 0Q3 -2 4 0"), points("M0 0Q1 2 2 0T4 0"));
    assertEquals(points("M0 0L1 0C1 0 2 1 2 2"), points("M0 0L1 0S2 1 2 2"));
    assertEquals(points("M0 0c0 1 1 2 2 2s2 -1 2 -2"), points("M0 0C0 1 1 2 2 2S4 1 4 0"));
    assertEquals(points("M0 0q1 2 2 0t2 0"), points("M0 0Q1 2 2 0T4 0"));
  }

  @Test
  void arcsStayOnTheirEllipse() throws PathSyntaxException {
    for (String flags : List.of("0 0", "0 1", "1 0", "1 1")) {
      Stroke stroke = only("M3 0A3 2 0 " + flags + " 0 2");
      boolean ownCenter = flags.equals("0 1") || flags.equals("1 0");
      double centerX = ownCenter ? 0 : 3;
      double centerY = ownCenter ? 0 : 2;
      for (PenPoint point : stroke.points()) {
        double x = (point.x() - centerX) / 3;
        double y = (point.y() - centerY) / 2;
        assertEquals(1, Math.hypot(x, y), 1e-3, flags);
      }
      assertEquals(PenPoint.at(0, 2), stroke.last());
      assertEquals(flags.startsWith("1"), stroke.length() > 7, flags);
    }
  }

  @Test
  void aSmallRadiusGrowsUntilTheArcReaches() throws PathSyntaxException {
    Stroke stroke = only("M0 0A1 1 0 0 1 10 0");
    assertEquals(Math.PI * 5, stroke.length(), 0.05);
    assertEquals("0,0 4,3", points("M0 0A0 5 0 0 1 4 3"));
  }

  @Test
  void flagsNeedNoSpaceBehindThem() throws PathSyntaxException {
    assertEquals(points("M0 0a1 1 0 0 1 1 1"), points("M0 0a1 1 0 011 1"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '"',
      value = {
        "L1 1; 0; a path must begin with M but was 'L'",
        "M1 1B2 2; 4; a path command must be one of MLHVCSQTAZ but was 'B'",
        "M1; 2; a number must follow but was the end",
        "M1 1L2 x; 7; a number must follow but was 'x'",
        "M1 1C1 2 3; 10; a number must follow but was the end",
        "M0 0A1 1 0 2 0 1 1; 11; a flag of an arc must be 0 or 1 but was '2'",
        "M0 NaN; 3; a number must follow but was 'N'",
        "M0 1e99; 3; a coordinate must be at most 1e9 but was 1e99",
        "M0 0Z7; 5; a path command must be one of MLHVCSQTAZ but was '7'",
      })
  void saysWhereAndWhy(String data, int position, String reason) {
    PathSyntaxException bad =
        assertThrows(PathSyntaxException.class, () -> PathData.strokes(data, TOLERANCE));
    assertEquals(reason, bad.reason());
    assertEquals(position, bad.position());
  }

  @Test
  void refusesAToleranceOfNothing() {
    assertThrows(IllegalArgumentException.class, () -> PathData.strokes("M0 0L1 1", 0));
    assertThrows(IllegalArgumentException.class, () -> PathData.strokes("M0 0L1 1", Double.NaN));
  }

  private static Stroke only(String data) throws PathSyntaxException {
    List<Stroke> strokes = PathData.strokes(data, TOLERANCE);
    assertEquals(1, strokes.size());
    return strokes.get(0);
  }

  /** From a point to the nearest chord. */
  private static double distance(Stroke stroke, double x, double y) {
    double nearest = Double.POSITIVE_INFINITY;
    List<PenPoint> points = stroke.points();
    for (int i = 1; i < points.size(); i++) {
      double fromX = points.get(i - 1).x();
      double fromY = points.get(i - 1).y();
      double alongX = points.get(i).x() - fromX;
      double alongY = points.get(i).y() - fromY;
      double part =
          ((x - fromX) * alongX + (y - fromY) * alongY) / (alongX * alongX + alongY * alongY);
      part = Math.max(0, Math.min(1, part));
      nearest = Math.min(nearest, Math.hypot(x - fromX - part * alongX, y - fromY - part * alongY));
    }
    return nearest;
  }
}
