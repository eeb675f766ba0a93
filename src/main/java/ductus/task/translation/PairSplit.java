package ductus.task.translation;

import ductus.math.Randomness;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The two parts of some pairs: pairs to learn from, and pairs to measure by: no source is in both.
 *
 * @param training each once
 * @param heldOut each once
 */
record PairSplit(List<TextPair> training, List<TextPair> heldOut) {
  private static final int ONE_IN = 10;
  private static final int MOST_HELD_OUT = 1000;

  PairSplit {
    training = List.copyOf(training);
    heldOut = List.copyOf(heldOut);
  }

  /**
   * Hashes of the sources that are learned, sorted, each once; by them a model knows them again.
   */
  List<String> learned() {
    return training.stream().map(TextPair::hash).distinct().sorted().toList();
  }

  /** Holds out the pairs of a tenth of the sources, of 1,000 at most; the seed decides which. */
  static PairSplit of(List<TextPair> pairs, long seed) {
    List<String> sources =
        new ArrayList<>(pairs.stream().map(TextPair::source).distinct().toList());
    Randomness.shuffle(sources, Randomness.of(seed));
    int count = Math.max(1, Math.min(MOST_HELD_OUT, sources.size() / ONE_IN));
    Set<String> held = new HashSet<>(sources.subList(0, Math.min(count, sources.size())));
    Set<TextPair> different = new LinkedHashSet<>(pairs);
    return new PairSplit(
        different.stream().filter(pair -> !held.contains(pair.source())).toList(),
        different.stream().filter(pair -> held.contains(pair.source())).toList());
  }
}
