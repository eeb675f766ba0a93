package ductus.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Pairs of tokens that became tokens of their own, by byte-pair encoding (Gage 1994; Sennrich et
 * al. 2016). The token of the first pair follows the vocabulary's last one, and so on; a pair may
 * hold merged tokens. Immutable.
 */
public final class Merges {
  private final int vocabularySize;
  private final int[] pairs;
  private final List<int[]> runs = new ArrayList<>();

  /**
   * Merges of a vocabulary.
   *
   * @param vocabularySize tokens without merges
   * @param pairs left and right of each pair, in the order in which they were learned
   */
  public Merges(int vocabularySize, List<Integer> pairs) {
    this.vocabularySize = vocabularySize;
    this.pairs = pairs.stream().mapToInt(Integer::intValue).toArray();
    if (pairs.size() % 2 != 0) {
      throw new IllegalArgumentException(
          "merges must be pairs of tokens but were " + pairs.size() + " tokens");
    }
    for (int merge = 0; merge < count(); merge++) {
      runs.add(concatenation(run(part(merge, 0)), run(part(merge, 1))));
    }
  }

  private int part(int merge, int side) {
    int token = pairs[2 * merge + side];
    if (token < 0 || token >= vocabularySize + merge) {
      throw new IllegalArgumentException(
          "tokens of merge %d must be below %d but one was %d"
              .formatted(merge, vocabularySize + merge, token));
    }
    return token;
  }

  private static int[] concatenation(int[] left, int[] right) {
    int[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }

  /** Number of merged tokens. */
  public int count() {
    return pairs.length / 2;
  }

  /** Tokens with merges. */
  public int size() {
    return vocabularySize + count();
  }

  /** Left and right of each pair, in the order in which they were learned. */
  public List<Integer> pairs() {
    return Arrays.stream(pairs).boxed().toList();
  }

  /** Whether a token stands for a run of others. */
  public boolean isMerged(int token) {
    return token >= vocabularySize && token < size();
  }

  /** The run of tokens that a token stands for, itself if it is no merged one. */
  int[] run(int token) {
    return isMerged(token) ? runs.get(token - vocabularySize) : new int[] {token};
  }

  /** Replaces pairs, in the order in which they were learned, until none is left. */
  public int[] merge(int[] tokens) {
    boolean[] present = new boolean[size()];
    for (int token : tokens) {
      present[token] = true;
    }
    int[] merged = tokens.clone();
    int length = tokens.length;
    for (int merge = 0; merge < count(); merge++) {
      int left = pairs[2 * merge];
      int right = pairs[2 * merge + 1];
      if (present[left] && present[right]) {
        int shorter = replace(merged, length, left, right, vocabularySize + merge);
        present[vocabularySize + merge] = shorter < length;
        length = shorter;
      }
    }
    return Arrays.copyOf(merged, length);
  }

  /** Replaces a pair from the left, and gives the new length. */
  private static int replace(int[] tokens, int length, int left, int right, int by) {
    int to = 0;
    for (int from = 0; from < length; to++) {
      if (tokens[from] == left && from + 1 < length && tokens[from + 1] == right) {
        tokens[to] = by;
        from += 2;
      } else {
        tokens[to] = tokens[from++];
      }
    }
    return to;
  }

  /** Puts the run in place of each merged token. */
  public int[] unmerge(int[] tokens) {
    return Arrays.stream(tokens).flatMap(token -> Arrays.stream(run(token))).toArray();
  }
}
