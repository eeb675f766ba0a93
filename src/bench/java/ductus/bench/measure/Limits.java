package ductus.bench.measure;

import ductus.math.Workers;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;

/** The machine's limits, found by loops that do nothing else. */
public final class Limits {
  /** Short enough that a loop is soon compiled as a whole. */
  private static final int ROUNDS = 1 << 14;

  private static final int REPEATS = 1 << 6;

  /** How long a limit is looked for. */
  public static final double SECONDS = 1;

  private static final double GIGA = 1e9;

  private final LimitLoops loops;

  private Limits(LimitLoops loops) {
    this.loops = loops;
  }

  /** The limits of this machine; empty where Java lacks the Vector API. */
  public static Optional<Limits> find() {
    try {
      return Optional.of(
          new Limits(
              Class.forName("ductus.bench.vector.VectorLoops")
                  .asSubclass(LimitLoops.class)
                  .getDeclaredConstructor()
                  .newInstance()));
    } catch (ReflectiveOperationException | LinkageError absent) {
      return Optional.empty();
    }
  }

  /** Most billions of floating-point operations a second. */
  public double gigaflops(int threads) {
    double operations = (double) threads * REPEATS * ROUNDS * loops.operationsOfARound();
    return operations / GIGA / fastest(threads, slice -> multiplyAdd());
  }

  private double multiplyAdd() {
    double sum = 0;
    for (int i = 0; i < REPEATS; i++) {
      sum += loops.multiplyAdd(ROUNDS);
    }
    return sum;
  }

  /**
   * Most gigabytes a second that can be read.
   *
   * @param floats of the array that is read again and again
   */
  public double gigabytesPerSecond(int floats, int threads) {
    float[] values = new float[floats];
    int times = Math.max(1, (1 << 24) / floats);
    double bytes = (double) times * floats * Float.BYTES;
    IntToDoubleFunction read =
        slice -> {
          int from = (int) ((long) floats * slice / threads);
          int to = (int) ((long) floats * (slice + 1) / threads);
          float sum = 0;
          for (int i = 0; i < times; i++) {
            sum += sum(values, from, to);
          }
          return sum;
        };
    return bytes / GIGA / fastest(threads, read);
  }

  private float sum(float[] values, int from, int to) {
    float sum = 0;
    for (int i = from; i < to; i += ROUNDS) {
      sum += loops.sum(values, i, Math.min(to, i + ROUNDS));
    }
    return sum;
  }

  /**
   * Seconds of the fastest of several runs: whatever else the machine does only makes it slower.
   */
  private double fastest(int threads, IntToDoubleFunction work) {
    double[] results = new double[threads];
    double fastest = Double.POSITIVE_INFINITY;
    try (Workers workers = new Workers(threads)) {
      long begin = System.nanoTime();
      while (System.nanoTime() - begin < SECONDS * GIGA) {
        long before = System.nanoTime();
        AtomicInteger shared = new AtomicInteger();
        workers.run(
            (slice, crew) -> {
              results[slice] = work.applyAsDouble(slice);
              shared.set(crew.count());
            });
        // A crew that went alone, because waiting took too long, did a part of the work only.
        if (shared.get() == threads) {
          fastest = Math.min(fastest, (System.nanoTime() - before) / GIGA);
        }
      }
    }
    // Read the results, lest the compiler leave the work out.
    if (Double.isNaN(results[0])) {
      throw new IllegalStateException("the loops must give a number but gave NaN");
    }
    return fastest;
  }
}
