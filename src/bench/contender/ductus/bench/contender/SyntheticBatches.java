package ductus.bench.contender;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Batches that every side draws alike: random windows of one random pattern, which a network can
 * learn.
 */
public final class SyntheticBatches {
  private static final int PATTERN = 4096;
  private static final long SEED = 1;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final int[] pattern;
  private final int batch;
  private final int time;

  public SyntheticBatches(Setting setting) {
    batch = setting.batch();
    time = setting.time();
    pattern = new int[Math.max(PATTERN, 2 * (time + 1))];
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = below(setting.vocabulary());
    }
  }

  /** The next windows [B×(T+1)]. */
  public int[][] next() {
    int[][] windows = new int[batch][];
    for (int b = 0; b < batch; b++) {
      int from = below(pattern.length - time);
      windows[b] = Arrays.copyOfRange(pattern, from, from + time + 1);
    }
    return windows;
  }

  /** So that a side in another language can do the same, by the plainest of ways. */
  private int below(int bound) {
    return (int) ((random.nextLong() >>> 33) % bound);
  }
}
