package ductus.task.translation.german;

import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.task.translation.TextPair;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Pairs of everyday sentences in English and German, composed by a grammar. */
public final class GermanLessons {
  /** Most that can be asked for; a grammar has no end, but its sentences become alike. */
  public static final int MOST = 200_000;

  private GermanLessons() {}

  /**
   * Draws pairs. No two have the same English sentence, and none comes twice in two ways of typing.
   *
   * @param seed decides all
   */
  public static List<TextPair> draw(int count, long seed) {
    if (count < 1 || count > MOST) {
      throw new IllegalArgumentException(
          "count must be 1 to %,d but was %d".formatted(MOST, count));
    }
    List<TextPair> pairs = new ArrayList<>();
    Set<String> before = new HashSet<>();
    Set<String> sources = new HashSet<>();
    for (long number = 0; pairs.size() < count; number++) {
      RandomGenerator random = Randomness.of(PlaceRandom.key(seed, number));
      TextPair sentence =
          Typing.written(new SentenceDraw(SentenceVocabulary.SHIPPED, random).draw());
      String typed = new Typing(new Dice(random)).typed(sentence.source());
      // What people say again and again comes in all ways of typing; of others there are enough.
      boolean isNew = PhraseDraw.isFixed(sentence) || before.add(sentence.source());
      if (isNew && sources.add(typed)) {
        pairs.add(new TextPair(typed, sentence.target()));
      }
    }
    return pairs;
  }
}
