package ductus.ink.recognition.language;

import java.util.HashMap;
import java.util.Map;

/**
 * The frequencies of letters behind two others within words; the ends of words count as letters.
 */
final class Trigrams {
  /** Stands before a word and behind it. */
  static final int EDGE = 0;

  /** The weight of a shorter context beside a longer one, in letters seen. */
  private static final double TRUST = 4;

  private static final double LETTERS = 40;

  private final Map<Long, Double> counts = new HashMap<>();

  /** Counts the letters of a word. */
  void add(int[] letters, double weight) {
    int before = EDGE;
    int last = EDGE;
    for (int i = 0; i <= letters.length; i++) {
      int letter = i == letters.length ? EDGE : letters[i];
      count(before, last, letter, weight);
      count(-1, last, letter, weight);
      count(-1, -1, letter, weight);
      before = last;
      last = letter;
    }
  }

  private void count(int before, int last, int letter, double weight) {
    counts.merge(key(before, last, letter), weight, Double::sum);
    counts.merge(key(before, last, -1), weight, Double::sum);
  }

  /** Probability of a letter, or of the end, behind two others. */
  double probability(int before, int last, int letter) {
    double single = mixed(-1, -1, letter, 1 / LETTERS);
    return mixed(before, last, letter, mixed(-1, last, letter, single));
  }

  private double mixed(int before, int last, int letter, double shorter) {
    double all = counts.getOrDefault(key(before, last, -1), 0.0);
    double those = counts.getOrDefault(key(before, last, letter), 0.0);
    return (those + TRUST * shorter) / (all + TRUST);
  }

  /** Code points have 21 bits; −1 stands for any. */
  private static long key(int before, int last, int letter) {
    return ((before + 1L) << 42) | ((last + 1L) << 21) | (letter + 1L);
  }
}
