package ductus.math.vector;

/** Finds out whether fused multiply-add is an instruction here or a detour through BigDecimal. */
final class FusedProbe {
  private static final int ROUNDS = 2_000;
  private static final long SLOW_NANOS_EACH = 400;

  private FusedProbe() {}

  /** Software takes microseconds a call; the instruction, even interpreted, far less than one. */
  static boolean isFast() {
    long best = Long.MAX_VALUE;
    float sum = 0;
    for (int attempt = 0; attempt < 5; attempt++) {
      long start = System.nanoTime();
      for (int i = 0; i < ROUNDS; i++) {
        sum = Math.fma(1.25f, sum, 0x1p-20f * i);
        sum = Math.abs(sum) > 8 ? 0 : sum;
      }
      best = Math.min(best, System.nanoTime() - start);
    }
    return best + (Float.isNaN(sum) ? 1 : 0) < ROUNDS * SLOW_NANOS_EACH;
  }
}
