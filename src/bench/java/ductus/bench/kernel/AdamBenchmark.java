package ductus.bench.kernel;

import ductus.math.Kernels;
import ductus.math.UpdateKernels.AdamConstants;
import ductus.math.UpdateKernels.AdamMatrices;
import ductus.math.UpdateKernels.AdamRates;
import org.ejml.data.FMatrixRMaj;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Passes over weights and gradients. */
@State(Scope.Thread)
public class AdamBenchmark {
  private static final AdamRates USUAL =
      new AdamRates(1e-3f, 1, 1, new AdamConstants(0.9f, 0.999f, 1e-8f));

  /** Weights: in a cache, and beyond. */
  @Param({"65536", "4194304"})
  private int size;

  private final Kernels kernels = Forked.kernels();
  private FMatrixRMaj weights;
  private FMatrixRMaj gradient;
  private AdamMatrices matrices;

  /** Makes the weights. */
  @Setup
  public void prepare() {
    weights = FMatrixRMaj.wrap(1, size, Forked.random(size));
    gradient = FMatrixRMaj.wrap(1, size, Forked.random(size));
    matrices =
        new AdamMatrices(weights, gradient, new FMatrixRMaj(1, size), new FMatrixRMaj(1, size));
  }

  /** One step of Adam. */
  @Benchmark
  public float[] adam() {
    kernels.updates().adam(matrices, 0, size, 1, USUAL);
    return weights.data;
  }

  /** For clipping. */
  @Benchmark
  public double sumOfSquares() {
    return kernels.updates().sumOfSquares(gradient.data, 0, size);
  }
}
