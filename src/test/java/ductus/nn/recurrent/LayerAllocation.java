package ductus.nn.recurrent;

import ductus.math.Allocation;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import java.util.concurrent.TimeUnit;

/**
 * A program that trains a layer until its passes are compiled, and prints what they allocate then,
 * on all threads together. Vectors are objects until the compiler has all that handles them in one
 * piece; whether it gets there depends on what else ran in the process, so there is nothing else.
 */
final class LayerAllocation {
  private static final int PASSES = 50;

  /** Blocks of passes on end of which none may allocate. */
  private static final int BLOCKS = 4;

  /** Of processor time, since the machine may have more to do. */
  private static final long MOST_NANOS = TimeUnit.SECONDS.toNanos(30);

  private LayerAllocation() {}

  /**
   * Prints the kernels and the bytes of a pass.
   *
   * @param arguments words of {@link TrainedLayer}, and a number of threads
   */
  public static void main(String[] arguments) {
    try (Workers workers = new Workers(Integer.parseInt(arguments[1]))) {
      TrainedLayer layer = new TrainedLayer(arguments[0], workers);
      System.out.printf("%s %d%n", KernelChoice.best().name(), bytes(layer));
    }
  }

  /** Bytes of a pass: of the last block, when it is time, else 0. */
  private static long bytes(TrainedLayer layer) {
    long[] threads = Allocation.threads();
    long bytes = 0;
    for (int without = 0; without < BLOCKS && Allocation.nanos() < MOST_NANOS; ) {
      long before = Allocation.bytesSoFar(threads);
      for (int pass = 0; pass < PASSES; pass++) {
        layer.pass();
      }
      bytes = (Allocation.bytesSoFar(threads) - before) / PASSES;
      without = bytes == 0 ? without + 1 : 0;
    }
    return bytes;
  }
}
