package ductus.model;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Sequences by their number, whose lengths are known before they are looked at: those of a large
 * corpus are made when they are needed, and again the next time.
 */
public interface Sequences {
  /** The number of sequences. */
  int size();

  /** Number of tokens of one, T, the start and end tokens included. */
  int length(int number);

  /** The sequence of a number; the same at each call. */
  Sequence get(int number);

  /** The sequences in order, one after another. */
  default Stream<Sequence> stream() {
    return IntStream.range(0, size()).mapToObj(this::get);
  }

  /** The sequences as a list, all at once; this takes the memory of all. */
  default List<Sequence> all() {
    return stream().toList();
  }

  /** The length of the longest, 0 where there is none. */
  default int longest() {
    return IntStream.range(0, size()).map(this::length).max().orElse(0);
  }

  /** How many tokens there are to predict: each but the first of its sequence. */
  default long targets() {
    return IntStream.range(0, size()).mapToLong(number -> length(number) - 1).sum();
  }

  /** Sequences that are there. */
  static Sequences of(List<Sequence> sequences) {
    List<Sequence> held = List.copyOf(sequences);
    return new Sequences() {
      @Override
      public int size() {
        return held.size();
      }

      @Override
      public int length(int number) {
        return held.get(number).length();
      }

      @Override
      public Sequence get(int number) {
        return held.get(number);
      }
    };
  }
}
