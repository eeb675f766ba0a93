package ductus.ink.prepare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.math.Randomness;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ResamplingTest {
  @Test
  void setsPointsAtEqualDistancesAndKeepsEnds() {
    for (long seed = 0; seed < 100; seed++) {
      RandomGenerator random = Randomness.of(seed);
      Stroke wave = wave(random);
      double spacing = random.nextDouble(0.1, 0.5);
      Stroke resampled = only(new ArcLengthResampling(spacing).apply(ink(wave)));
      assertEquals(wave.first(), resampled.first());
      assertEquals(wave.last(), resampled.last());
      double length = wave.length();
      assertEquals(Math.rint(length / spacing), resampled.points().size() - 1, 0, "seed " + seed);
      for (int i = 1; i < resampled.points().size(); i++) {
        PenPoint point = resampled.points().get(i);
        double step = point.distance(resampled.points().get(i - 1));
        assertTrue(step < 1.001 * length / (resampled.points().size() - 1), "seed " + seed);
        assertTrue(step > 0.9 * length / (resampled.points().size() - 1), "seed " + seed);
        // The wave's time and pressure grow with x, and so they do between its points.
        assertEquals(point.x() / 10, point.seconds(), 1e-9);
        assertEquals(point.x() / 20, point.pressure(), 1e-9);
      }
    }
  }

  @Test
  void cutsNoCorner() {
    Stroke corner =
        new Stroke(List.of(PenPoint.at(0, 0), PenPoint.at(1.37, 0), PenPoint.at(1.37, 0.71)));
    for (double spacing : new double[] {0.1, 0.2, 0.33}) {
      Stroke resampled = only(new ArcLengthResampling(spacing).apply(ink(corner)));
      assertTrue(
          resampled.points().stream().anyMatch(p -> p.distance(PenPoint.at(1.37, 0)) < 1e-9));
    }
  }

  @Test
  void makesADotOfAShortStroke() {
    Stroke dot = new Stroke(List.of(PenPoint.at(1, 1), PenPoint.at(1.1, 1)));
    assertEquals(
        List.of(PenPoint.at(1.05, 1)), only(new ArcLengthResampling(0.2).apply(ink(dot))).points());
    Stroke point = new Stroke(List.of(PenPoint.at(1, 1)));
    assertEquals(point, only(new ArcLengthResampling(0.2).apply(ink(point))));
  }

  @Test
  void refusesASpacingThatIsNoneOrGivesCountlessPoints() {
    assertThrows(IllegalArgumentException.class, () -> new ArcLengthResampling(0));
    assertThrows(IllegalArgumentException.class, () -> new ArcLengthResampling(Double.NaN));
    Stroke line = new Stroke(List.of(PenPoint.at(0, 0), PenPoint.at(1e7, 0)));
    assertThrows(IllegalArgumentException.class, () -> new ArcLengthResampling(1).apply(ink(line)));
  }

  private static Stroke wave(RandomGenerator random) {
    double phase = random.nextDouble(6);
    List<PenPoint> points = new ArrayList<>();
    for (double x = 0; x <= 10; x += 0.02 + 0.06 * random.nextDouble()) {
      points.add(new PenPoint(x, Math.sin(x + phase), x / 10, x / 20));
    }
    return new Stroke(points);
  }

  private static Handwriting ink(Stroke stroke) {
    return Handwriting.of(List.of(stroke));
  }

  private static Stroke only(PreparedInk prepared) {
    assertEquals(1, prepared.ink().strokes().size());
    return prepared.ink().strokes().get(0);
  }
}
