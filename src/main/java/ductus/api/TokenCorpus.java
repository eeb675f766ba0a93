package ductus.api;

import ductus.file.Sha256;
import java.util.Arrays;
import java.util.List;

/**
 * Sequences of one's own, as tokens. Their beginnings and ends are learned, too. Immutable.
 *
 * <pre>{@code
 * TokenCorpus steps = TokenCorpus.of(3, List.of(new int[] {0, 1, 2, 1}, new int[] {1, 2, 1, 0}));
 * }</pre>
 */
public final class TokenCorpus {
  private final int vocabulary;
  private final List<int[]> sequences;

  private TokenCorpus(int vocabulary, List<int[]> sequences) {
    this.vocabulary = vocabulary;
    this.sequences = sequences;
  }

  /**
   * Copies sequences.
   *
   * @param vocabulary number of different tokens V
   * @param sequences two or more, of tokens from 0 to V − 1
   * @throws IllegalArgumentException if there are too few, or one has another token
   */
  public static TokenCorpus of(int vocabulary, List<int[]> sequences) {
    TokenEncoding encoding = new TokenEncoding(vocabulary);
    if (sequences.size() < 2) {
      throw new IllegalArgumentException(
          "sequences must be two or more, one to learn and one to measure by, but were "
              + sequences.size());
    }
    for (int i = 0; i < sequences.size(); i++) {
      try {
        encoding.requireKnown(sequences.get(i));
      } catch (IllegalArgumentException unknown) {
        throw new IllegalArgumentException("sequence " + i + ": " + unknown.getMessage(), unknown);
      }
    }
    return new TokenCorpus(vocabulary, sequences.stream().map(int[]::clone).toList());
  }

  /** Number of different tokens. */
  public int vocabulary() {
    return vocabulary;
  }

  /** Number of sequences. */
  public int size() {
    return sequences.size();
  }

  /** The tokens of a sequence, from 0. */
  public int[] sequence(int number) {
    return sequences.get(number).clone();
  }

  /** SHA-256 of all of it, in hex. */
  String digest() {
    return Sha256.hexOfLines(sequences.stream().map(Arrays::toString));
  }
}
