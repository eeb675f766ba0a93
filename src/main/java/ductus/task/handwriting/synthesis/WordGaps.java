package ductus.task.handwriting.synthesis;

import ductus.generate.PenTrajectory;
import java.util.ArrayList;
import java.util.List;

/**
 * The spaces between the words of a drawn part, in x-heights: where no ink stands between baseline
 * and x-height, as descenders, bars and slant let words overlap.
 */
final class WordGaps {
  /** The gap of a part that has but one word. */
  private static final double USUAL = 1.1;

  /** The least gap by which the eye tells words apart. */
  private static final double LEAST = 0.9;

  /** How far around baseline and x-height ink counts. */
  private static final double BEYOND = 0.1;

  /** How far other ink, such as a descender or a quotation mark, may stand over a space. */
  private static final double OVER = 0.4;

  private WordGaps() {}

  /**
   * From where to where ink stands.
   *
   * @param left and right, infinite where there is none
   */
  record Extent(double left, double right) {
    private static final Extent NONE =
        new Extent(Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY);

    private Extent with(double x) {
      return new Extent(Math.min(left, x), Math.max(right, x));
    }

    /** Whether there is none. */
    private boolean isEmpty() {
      return left > right;
    }
  }

  /** From where to where the words of an attempt stand; at 0 where it has no ink. */
  static Extent of(Attempt attempt) {
    Extent all = Extent.NONE;
    for (Extent word : words(attempt)) {
      if (!word.isEmpty()) {
        all = all.with(word.left()).with(word.right());
      }
    }
    return all.isEmpty() ? new Extent(0, 0) : all;
  }

  /** The mean gap of a part. */
  static double mean(Attempt attempt) {
    List<Extent> words = words(attempt);
    double sum = 0;
    int gaps = 0;
    for (int word = 1; word < words.size(); word++) {
      Extent before = words.get(word - 1);
      Extent behind = words.get(word);
      if (!before.isEmpty() && !behind.isEmpty()) {
        sum += Math.max(0, behind.left() - before.right());
        gaps++;
      }
    }
    return gaps == 0 ? USUAL : Math.max(LEAST, sum / gaps);
  }

  /** The words of a part: their ink between the lines, and other ink that stands far beside it. */
  private static List<Extent> words(Attempt attempt) {
    int[] characters = attempt.part().characters();
    int[] words = new int[characters.length];
    int count = 1;
    for (int u = 0; u < characters.length; u++) {
      words[u] = count - 1;
      if (characters[u] == ' ') {
        count++;
      }
    }
    List<Extent> extents = new ArrayList<>();
    for (int word = 0; word < count; word++) {
      Extent between = Extent.NONE;
      Extent all = Extent.NONE;
      PenTrajectory trail = attempt.trail();
      for (int i = 0; i < trail.points(); i++) {
        if (words[trail.character(i)] == word) {
          all = all.with(trail.x(i));
          if (trail.y(i) > -BEYOND && trail.y(i) < 1 + BEYOND) {
            between = between.with(trail.x(i));
          }
        }
      }
      extents.add(
          between.isEmpty() ? all : between.with(all.left() + OVER).with(all.right() - OVER));
    }
    return extents;
  }
}
