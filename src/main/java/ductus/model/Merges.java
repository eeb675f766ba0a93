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
  /** Most tokens that one stands for: a file of few pairs could else ask for any memory. */
  static final int LONGEST_RUN = 1024;

  private final int vocabularySize;
  private final int[] pairs;
  private final List<int[]> runs = new ArrayList<>();

  /**
   * Merges of a vocabulary.
   *
   * @param vocabularySize tokens without merges
   * @param pairs left and right of each pair, in the order in which they were learned; empty for no
   *     merges
   * @throws IllegalArgumentException if they are no pairs, or a token is not there yet when its
   *     pair is
   */
  public Merges(int vocabularySize, List<Integer> pairs) {
    this.vocabularySize = vocabularySize;
    this.pairs = pairs.stream().mapToInt(Integer::intValue).toArray();
    if (pairs.size() % 2 != 0) {
      throw new IllegalArgumentException(
          "merges must be pairs of tokens but were " + pairs.size() + " tokens");
    }
    for (int merge = 0; merge < count(); merge++) {
      int left = part(merge, 0);
      int right = part(merge, 1);
      if (runLength(left) + runLength(right) > LONGEST_RUN) {
        throw new IllegalArgumentException(
            "merge %d must stand for %d tokens at most but stands for %d"
                .formatted(merge, LONGEST_RUN, runLength(left) + runLength(right)));
      }
      runs.add(concatenation(run(left), run(right)));
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

  /** How many tokens a token stands for. */
  public int runLength(int token) {
    return isMerged(token) ? runs.get(token - vocabularySize).length : 1;
  }

  /** The first of the tokens that a token stands for. */
  public int first(int token) {
    return isMerged(token) ? runs.get(token - vocabularySize)[0] : token;
  }

  /** An encoding with these merges: that one itself where there are none. */
  public <T> Encoding<T> encoding(Encoding<T> plain) {
    return count() == 0 ? plain : new MergedEncoding<>(plain, this);
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

  /**
   * A sequence with its tokens merged. The side features of a merged token are those of its first.
   */
  public Sequence merge(Sequence sequence) {
    if (count() == 0) {
      return sequence;
    }
    int[] tokens = merge(sequence.tokens());
    int count = sequence.featureCount();
    int[] features = new int[tokens.length * count];
    int t = 0;
    for (int i = 0; i < tokens.length; i++) {
      for (int f = 0; f < count; f++) {
        features[i * count + f] = sequence.feature(t, f);
      }
      t += runLength(tokens[i]);
    }
    return new Sequence(tokens, features, count);
  }

  /** Puts the run in place of each merged token. */
  public int[] unmerge(int[] tokens) {
    return unmerge(tokens, tokens.length);
  }

  /**
   * Puts the run in place of each merged token.
   *
   * @param tokens not modified
   * @param length only so many of them count
   */
  public int[] unmerge(int[] tokens, int length) {
    int total = 0;
    for (int t = 0; t < length; t++) {
      total += runLength(tokens[t]);
    }
    int[] plain = new int[total];
    int to = 0;
    for (int t = 0; t < length; t++) {
      if (isMerged(tokens[t])) {
        int[] run = runs.get(tokens[t] - vocabularySize);
        System.arraycopy(run, 0, plain, to, run.length);
        to += run.length;
      } else {
        plain[to++] = tokens[t];
      }
    }
    return plain;
  }
}
