package ductus.ink.font;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.font.NibOutline.Quadratic;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NibOutlineTest {
  private static final double NIB = 0.2;

  private static Stroke line(double... xy) {
    return FontSamples.line(xy);
  }

  private static Stroke circle(double radius) {
    return new Stroke(
        IntStream.rangeClosed(0, 60)
            .mapToObj(i -> 2 * Math.PI * i / 60)
            .map(a -> PenPoint.at(radius * Math.cos(a), radius * Math.sin(a)))
            .toList());
  }

  /** The area within a ring, by Green's theorem over its parabolas; positive against the clock. */
  private static double area(List<Quadratic> ring) {
    double area = 0;
    double x0 = ring.get(ring.size() - 1).x2();
    double y0 = ring.get(ring.size() - 1).y2();
    for (Quadratic curve : ring) {
      area +=
          (2 * (x0 * curve.y1() - curve.x1() * y0)
                  + 2 * (curve.x1() * curve.y2() - curve.x2() * curve.y1())
                  + (x0 * curve.y2() - curve.x2() * y0))
              / 6;
      x0 = curve.x2();
      y0 = curve.y2();
    }
    return area;
  }

  @Test
  void aLineIsAStadiumAndADotACircle() {
    List<List<Quadratic>> stadium = NibOutline.of(List.of(line(0, 0, 1, 1)), NIB);
    assertEquals(1, stadium.size());
    assertEquals(
        -(Math.sqrt(2) * NIB + Math.PI * NIB * NIB / 4), area(stadium.get(0)), 0.003, "clockwise");
    List<List<Quadratic>> dot = NibOutline.of(List.of(line(3, 4)), NIB);
    assertEquals(1, dot.size());
    assertEquals(-Math.PI * NIB * NIB / 4, area(dot.get(0)), 0.001);
  }

  @Test
  void aCircleHasAHoleThatRunsTheOtherWay() {
    List<List<Quadratic>> ring = NibOutline.of(List.of(circle(1)), NIB);
    assertEquals(2, ring.size());
    double[] areas = ring.stream().mapToDouble(NibOutlineTest::area).sorted().toArray();
    assertEquals(-Math.PI * 1.1 * 1.1, areas[0], 0.02);
    assertEquals(Math.PI * 0.9 * 0.9, areas[1], 0.02);
  }

  @Test
  void strokesThatLieOnOneAnotherAreOneInk() {
    List<Stroke> crossed = List.of(line(-1, 0, 1, 0), line(0, -1, 0, 1), line(-1, 0, 1, 0));
    List<List<Quadratic>> cross = NibOutline.of(crossed, NIB);
    assertEquals(1, cross.size());
    assertEquals(-(4 * NIB - NIB * NIB + Math.PI * NIB * NIB / 2), area(cross.get(0)), 0.005);
  }

  @Test
  void aDotWithinACircleIsInkAgain() {
    List<List<Quadratic>> eye = NibOutline.of(List.of(circle(1), line(0, 0)), NIB);
    assertEquals(3, eye.size());
    assertEquals(2, eye.stream().filter(ring -> area(ring) < 0).count());
    assertTrue(eye.stream().anyMatch(ring -> Math.abs(area(ring) + Math.PI * 0.01) < 0.001));
  }
}
