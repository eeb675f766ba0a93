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

  /** Letters that are told apart; all later ones are taken for the last. */
  private static final int MOST = 64;

  private final Map<Integer, Integer> numbers = new HashMap<>(Map.of(EDGE, 0));
  private final double[] single = new double[MOST + 1];
  private final double[] pairs = new double[MOST * (MOST + 1)];
  private final double[] triples = new double[MOST * MOST * (MOST + 1)];

  /** Counts the letters of a word. */
  void add(int[] letters, double weight) {
    int before = EDGE;
    int last = EDGE;
    for (int i = 0; i <= letters.length; i++) {
      int letter = i == letters.length ? EDGE : learned(letters[i]);
      count(triples, before * MOST + last, letter, weight);
      count(pairs, last, letter, weight);
      count(single, 0, letter, weight);
      before = last;
      last = letter;
    }
  }

  private int learned(int letter) {
    return numbers.computeIfAbsent(letter, any -> Math.min(MOST - 1, numbers.size()));
  }

  private static void count(double[] counts, int context, int letter, double weight) {
    counts[context * (MOST + 1) + letter] += weight;
    counts[context * (MOST + 1) + MOST] += weight;
  }

  /** Probability of a letter, or of the end, behind two others. */
  double probability(int before, int last, int letter) {
    double uniform = 1 / LETTERS;
    if (!numbers.containsKey(letter)) {
      return backedOff(0, single[MOST], uniform);
    }
    int third = numbers.get(letter);
    double alone = backedOff(single[third], single[MOST], uniform);
    if (!numbers.containsKey(last)) {
      return alone;
    }
    int second = numbers.get(last);
    double pair = mixed(pairs, second, third, alone);
    return numbers.containsKey(before)
        ? mixed(triples, numbers.get(before) * MOST + second, third, pair)
        : pair;
  }

  private static double mixed(double[] counts, int context, int letter, double shorter) {
    int from = context * (MOST + 1);
    return backedOff(counts[from + letter], counts[from + MOST], shorter);
  }

  private static double backedOff(double those, double all, double shorter) {
    return (those + TRUST * shorter) / (all + TRUST);
  }
}
