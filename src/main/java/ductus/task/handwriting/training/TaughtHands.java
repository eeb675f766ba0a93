package ductus.task.handwriting.training;

import ductus.model.pen.Alphabet;
import ductus.model.pen.PenStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/**
 * The hands that a network learns, in the order of its styles.
 *
 * @param composed those whose lines are composed of drawings
 * @param written those of people who wrote lines
 */
record TaughtHands(List<? extends StyleLessons> composed, List<? extends StyleLessons> written) {
  /** Share of the lines that people wrote, where there are both. */
  private static final double WRITTEN = 0.85;

  TaughtHands {
    composed = List.copyOf(composed);
    written = List.copyOf(written);
  }

  /** All of them. */
  List<StyleLessons> all() {
    List<StyleLessons> all = new ArrayList<>(composed);
    all.addAll(written);
    return all;
  }

  List<PenStyle> styles() {
    return all().stream().map(StyleLessons::style).toList();
  }

  /** All characters of any of the hands, and the space. */
  Alphabet alphabet() {
    TreeSet<Integer> characters = new TreeSet<>();
    characters.add((int) ' ');
    styles().forEach(style -> characters.addAll(style.codePoints()));
    return new Alphabet(characters.stream().map(Character::toString).collect(Collectors.joining()));
  }

  /** Share of each hand among the lines; all together have 1. */
  double[] shares() {
    double[] shares = new double[composed.size() + written.size()];
    double ofWritten = written.isEmpty() ? 0 : composed.isEmpty() ? 1 : WRITTEN;
    spread(composed, 1 - ofWritten, shares, 0);
    spread(written, ofWritten, shares, composed.size());
    return shares;
  }

  private static void spread(
      List<? extends StyleLessons> hands, double share, double[] shares, int from) {
    double sum = hands.stream().mapToDouble(StyleLessons::share).sum();
    for (int i = 0; i < hands.size(); i++) {
      shares[from + i] = share * hands.get(i).share() / sum;
    }
  }

  /** A hand at random, by their shares. */
  static int draw(double[] shares, RandomGenerator random) {
    double left = random.nextDouble();
    int hand = 0;
    while (hand < shares.length - 1 && left >= shares[hand]) {
      left -= shares[hand];
      hand++;
    }
    return hand;
  }
}
