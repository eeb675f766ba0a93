package ductus.bench.measure;

import java.util.List;

/**
 * The machine's limits on so many threads.
 *
 * @param gigaflops of fused multiply-adds in registers
 * @param gigabytesPerSecond read from memory
 */
public record PeakSpeed(int threads, double gigaflops, double gigabytesPerSecond) {
  /** Far more than any cache holds. */
  private static final int FLOATS = 1 << 26;

  /** The limits on each of some numbers of threads. */
  public static List<PeakSpeed> of(Limits limits, List<Integer> threads) {
    return threads.stream()
        .map(n -> new PeakSpeed(n, limits.gigaflops(n), limits.gigabytesPerSecond(FLOATS, n)))
        .toList();
  }
}
