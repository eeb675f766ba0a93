package ductus.train;

import ductus.math.Randomness;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.random.RandomGenerator;

/** The batches of an epoch: shuffled, yet with sequences of similar length side by side. */
final class EpochOrder {
  /** Batches whose sequences are sorted by length together. */
  private static final int POOL = 32;

  private EpochOrder() {}

  /** The order of one epoch; it depends on the seed and the epoch only. */
  static <T> List<List<T>> of(
      List<T> sequences, ToIntFunction<T> length, int batchSize, long seed, int epoch) {
    RandomGenerator random = Randomness.of(seed * 1_000_003 + epoch);
    List<T> shuffled = new ArrayList<>(sequences);
    Randomness.shuffle(shuffled, random);
    List<List<T>> batches = new ArrayList<>();
    int pool = POOL * batchSize;
    for (int from = 0; from < shuffled.size(); from += pool) {
      batches.addAll(
          byLength(
              shuffled.subList(from, Math.min(from + pool, shuffled.size())), length, batchSize));
    }
    Randomness.shuffle(batches, random);
    return batches;
  }

  /**
   * Share of the time steps of some batches that only fill up shorter sequences.
   *
   * @param steps of a sequence
   * @param together sequences that go through the network side by side, out of one batch
   */
  static <T> double padding(List<List<T>> batches, ToIntFunction<T> steps, int together) {
    long filled = 0;
    long all = 0;
    for (List<T> batch : batches) {
      for (int from = 0; from < batch.size(); from += together) {
        int longest = 0;
        int end = Math.min(from + together, batch.size());
        for (T sequence : batch.subList(from, end)) {
          filled += steps.applyAsInt(sequence);
          longest = Math.max(longest, steps.applyAsInt(sequence));
        }
        all += (long) (end - from) * longest;
      }
    }
    return all == 0 ? 0 : 1 - (double) filled / all;
  }

  /** Batches in the order of their length, for measuring. */
  static <T> List<List<T>> byLength(List<T> sequences, ToIntFunction<T> length, int batchSize) {
    List<T> sorted = new ArrayList<>(sequences);
    sorted.sort(Comparator.comparingInt(length));
    List<List<T>> batches = new ArrayList<>();
    for (int from = 0; from < sorted.size(); from += batchSize) {
      batches.add(List.copyOf(sorted.subList(from, Math.min(from + batchSize, sorted.size()))));
    }
    return batches;
  }
}
