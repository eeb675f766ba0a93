package ductus.bench.kernel;

import ductus.math.AdamConstants;
import ductus.math.Kernels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Passes over weights and gradients. */
@State(Scope.Thread)
public class AdamBenchmark {
  private static final AdamConstants USUAL = new AdamConstants(0.9f, 0.999f, 1e-8f);

  /** Weights: in a cache, and beyond. */
  @Param({"65536", "4194304"})
  private int size;

  private final Kernels kernels = Forked.kernels();
  private float[] weights;
  private float[] gradient;
  private float[] mean;
  private float[] variance;

  /** Makes the weights. */
  @Setup
  public void prepare() {
    weights = Forked.random(size);
    gradient = Forked.random(size);
    mean = new float[size];
    variance = new float[size];
  }

  /** One step of Adam. */
  @Benchmark
  public float[] adam() {
    kernels.updates().adam(weights, gradient, mean, variance, 0, size, 1, 1e-3f, 1, 1, USUAL);
    return weights;
  }

  /** For clipping. */
  @Benchmark
  public double sumOfSquares() {
    return kernels.updates().sumOfSquares(gradient, 0, size);
  }
}
