package ductus.bench.measure;

/** Work that is bound by one thing only, for {@link Limits}. */
public interface LimitLoops {
  /**
   * Fused multiply-adds in registers.
   *
   * @param rounds of the loop
   * @return what came of it, so that the compiler cannot leave it out
   */
  float multiplyAdd(int rounds);

  /** Floating-point operations of a round; a fused multiply-add is two. */
  int operationsOfARound();

  /** The sum of a part of an array. */
  float sum(float[] values, int from, int to);
}
