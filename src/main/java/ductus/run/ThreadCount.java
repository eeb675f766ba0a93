package ductus.run;

import ductus.math.Strips;
import ductus.model.NetworkConfig;

/** How many threads are worth their barriers. Results do not depend on it. */
public final class ThreadCount {
  /**
   * Multiplications of a time step that keep a thread busy for a few microseconds, more than what a
   * barrier costs on an idle machine.
   */
  private static final long WORTH_A_THREAD = 500_000;

  private ThreadCount() {}

  /**
   * The number of threads, at most so many: fewer where the work of a recurrent layer's time step
   * is small, and no more than there are groups of 16 units to share.
   */
  public static int of(NetworkConfig network, int batchSize, int threads) {
    return of(network.hiddenSize(), batchSize, threads);
  }

  /** The number of threads for LSTM layers of a hidden size. */
  public static int of(int hiddenSize, int batchSize, int threads) {
    long step = 4L * hiddenSize * hiddenSize * batchSize;
    long worth = Math.min(step / WORTH_A_THREAD, Strips.of(hiddenSize));
    return (int) Math.max(1, Math.min(threads, worth));
  }
}
