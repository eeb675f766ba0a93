package ductus.ink.prepare;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Lines of made-up letters: stems and bowls on a baseline at 0, x-height 1, upright. */
final class WrittenLines {
  private static final int SAMPLES = 40;

  private WrittenLines() {}

  /** A line of some letters: most of them low, some with ascenders, some with descenders. */
  static Handwriting of(int letters, RandomGenerator random) {
    List<Stroke> strokes = new ArrayList<>();
    double x = 0;
    for (int i = 0; i < letters; i++) {
      double kind = random.nextDouble();
      if (kind < 0.35) {
        strokes.add(stem(x, kind < 0.2 ? 1.9 : 1, 0));
      } else if (kind < 0.5) {
        strokes.add(stem(x, 1, -0.8));
      } else {
        strokes.add(bowl(x));
      }
      if (random.nextInt(8) == 0) {
        strokes.add(new Stroke(List.of(PenPoint.at(x, 1.5))));
      }
      x += 0.9 + 0.2 * random.nextDouble();
    }
    return Handwriting.of(strokes);
  }

  /** Down from a height to a depth. */
  private static Stroke stem(double x, double from, double to) {
    List<PenPoint> points = new ArrayList<>();
    for (int i = 0; i <= SAMPLES; i++) {
      points.add(PenPoint.at(x + 0.005 * Math.sin(i), from + (to - from) * i / SAMPLES));
    }
    return new Stroke(points);
  }

  /** An ellipse, begun at the upper right and drawn counterclockwise. */
  private static Stroke bowl(double x) {
    List<PenPoint> points = new ArrayList<>();
    for (int i = 0; i <= SAMPLES; i++) {
      double angle = 0.7 + 2 * Math.PI * i / SAMPLES;
      points.add(PenPoint.at(x + 0.3 + 0.3 * Math.cos(angle), 0.5 + 0.5 * Math.sin(angle)));
    }
    return new Stroke(points);
  }
}
