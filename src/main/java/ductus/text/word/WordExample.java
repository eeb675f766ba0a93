package ductus.text.word;

import ductus.model.tagging.TagSequence;
import ductus.train.Example;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * An example of words that looks different each time: some of them unknown, others not seen at all,
 * so that the network learns to go by their spelling and their neighbors (word dropout, after Iyyer
 * et al. 2015). Immutable.
 */
public final class WordExample implements Example<TagSequence> {
  private static final double UNKNOWN = 0.15;

  private final int[] rows;
  private final int[] targets;
  private final double missed;

  /**
   * Creates an example of some words.
   *
   * @param rows as {@link WordRows} gives them [T×P]
   * @param targets a class, or {@link TagSequence#NONE} [T]
   * @param missed share of the words that are not seen
   */
  public WordExample(int[] rows, int[] targets, double missed) {
    this.rows = rows;
    this.targets = targets;
    this.missed = missed;
  }

  @Override
  public int length() {
    return targets.length;
  }

  @Override
  public TagSequence draw(RandomGenerator random) {
    int[] seen = rows.clone();
    for (int t = 0; t < targets.length; t++) {
      double chance = random.nextDouble();
      int from = t * WordRows.PER_WORD;
      if (chance < UNKNOWN) {
        seen[from] = WordRows.UNKNOWN;
      } else if (chance < UNKNOWN + missed) {
        Arrays.fill(seen, from, from + WordRows.PER_WORD, TagSequence.NONE);
      }
    }
    return new TagSequence(seen, targets, WordRows.PER_WORD);
  }
}
