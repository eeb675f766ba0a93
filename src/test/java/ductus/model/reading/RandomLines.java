package ductus.model.reading;

import ductus.math.Seeded;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Lines of random numbers. */
final class RandomLines {
  private RandomLines() {}

  /** Lines of so many steps. */
  static List<LineRows> of(int features, RandomGenerator random, int... steps) {
    List<LineRows> lines = new ArrayList<>();
    for (int length : steps) {
      lines.add(new LineRows(Seeded.floats(length * features, 1, random), features));
    }
    return lines;
  }
}
