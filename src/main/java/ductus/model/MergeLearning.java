package ductus.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.IntPredicate;

/** Learns merges: again and again, the most frequent pair of neighbors becomes a token. */
public final class MergeLearning {
  private static final int LEAST_OCCURRENCES = 2;

  private final int vocabularySize;
  private final IntPredicate mergeable;
  private final List<int[]> texts = new ArrayList<>();
  private final int[] lengths;

  /** Occurrences of each pair of neighbors. */
  private final Map<Long, Integer> counts = new HashMap<>();

  /** Pairs by their occurrences, some of which may have become fewer since they were put in. */
  private final PriorityQueue<PairCount> queue = new PriorityQueue<>();

  /** Pairs that a merge has made. */
  private final Set<Long> added = new HashSet<>();

  /** The most frequent pair, then the one with the smallest tokens, comes first. */
  private record PairCount(long pair, int count) implements Comparable<PairCount> {
    static final PairCount NONE = new PairCount(-1, 0);

    @Override
    public int compareTo(PairCount that) {
      int order = Integer.compare(that.count, count);
      return order != 0 ? order : Long.compare(pair, that.pair);
    }
  }

  private MergeLearning(int vocabularySize, IntPredicate mergeable, List<Sequence> sequences) {
    this.vocabularySize = vocabularySize;
    this.mergeable = mergeable;
    lengths = new int[sequences.size()];
    for (int i = 0; i < lengths.length; i++) {
      texts.add(sequences.get(i).tokens());
      lengths[i] = texts.get(i).length;
      for (int t = 1; t < lengths[i]; t++) {
        count(texts.get(i)[t - 1], texts.get(i)[t], 1);
      }
    }
    added.forEach(this::enqueue);
    added.clear();
  }

  /**
   * Learns.
   *
   * @param sequences of an encoding without merges
   * @param mergeable tokens that may be part of a merged one; those that begin and end a sequence
   *     should not
   * @param count most merges; fewer where no pair stands twice
   */
  public static Merges of(
      List<Sequence> sequences, int vocabularySize, IntPredicate mergeable, int count) {
    return new MergeLearning(vocabularySize, mergeable, sequences).learn(count);
  }

  private Merges learn(int count) {
    List<Integer> pairs = new ArrayList<>();
    Merges merges = new Merges(vocabularySize, pairs);
    Set<List<Integer>> runs = new HashSet<>();
    while (merges.count() < count) {
      long best = mostFrequent().pair();
      if (best == PairCount.NONE.pair()) {
        break;
      }
      if (merges.runLength(left(best)) + merges.runLength(right(best)) > Merges.LONGEST_RUN) {
        counts.remove(best);
        continue;
      }
      pairs.add(left(best));
      pairs.add(right(best));
      Merges longer = new Merges(vocabularySize, pairs);
      if (runs.add(Arrays.stream(longer.run(longer.size() - 1)).boxed().toList())) {
        replace(best, longer.size() - 1);
        merges = longer;
      } else {
        // Another merge stands for the same run already.
        pairs.subList(pairs.size() - 2, pairs.size()).clear();
        counts.remove(best);
      }
    }
    return merges;
  }

  /** The most frequent pair; of equally frequent ones, that with the smaller tokens. */
  private PairCount mostFrequent() {
    while (!queue.isEmpty()) {
      PairCount first = queue.remove();
      int count = counts.getOrDefault(first.pair(), 0);
      if (count == first.count()) {
        return first;
      }
      enqueue(first.pair());
    }
    return PairCount.NONE;
  }

  private void enqueue(long pair) {
    int count = counts.getOrDefault(pair, 0);
    if (count >= LEAST_OCCURRENCES) {
      queue.add(new PairCount(pair, count));
    }
  }

  private void replace(long pair, int by) {
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = replace(texts.get(i), lengths[i], left(pair), right(pair), by);
    }
    added.forEach(this::enqueue);
    added.clear();
  }

  /** Replaces a pair in a text, and counts the neighbors that come and go by that. */
  private int replace(int[] text, int length, int left, int right, int by) {
    int to = 0;
    for (int from = 0; from < length; to++) {
      if (text[from] != left || from + 1 == length || text[from + 1] != right) {
        text[to] = text[from++];
        continue;
      }
      count(left, right, -1);
      if (to > 0) {
        count(text[to - 1], left, -1);
        count(text[to - 1], by, 1);
      }
      if (from + 2 < length) {
        count(right, text[from + 2], -1);
        count(by, text[from + 2], 1);
      }
      text[to] = by;
      from += 2;
    }
    return to;
  }

  private void count(int left, int right, int change) {
    if (mayMerge(left) && mayMerge(right)) {
      long pair = pair(left, right);
      counts.merge(pair, change, Integer::sum);
      if (change > 0) {
        added.add(pair);
      }
    }
  }

  private boolean mayMerge(int token) {
    return token >= vocabularySize || mergeable.test(token);
  }

  private static long pair(int left, int right) {
    return (long) left << Integer.SIZE | right;
  }

  private static int left(long pair) {
    return (int) (pair >>> Integer.SIZE);
  }

  private static int right(long pair) {
    return (int) pair;
  }
}
