package ductus.bench.kernel;

import ductus.bench.contender.Setting;
import ductus.math.Kernels;
import ductus.math.Strips;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The softmax with cross-entropy over the logits of a batch. */
@State(Scope.Thread)
public class SoftmaxBenchmark {
  @Param({"1", "2", "3", "4"})
  private int setting;

  private final Kernels kernels = Forked.kernels();
  private Setting sizes;
  private int stride;
  private float[] logits;
  private int[] targets;

  /** Makes the logits. */
  @Setup
  public void prepare() {
    sizes = Forked.setting(setting);
    stride = Strips.padded(sizes.vocabulary());
    logits = Forked.random(sizes.tokens() * stride);
    targets = new int[sizes.tokens()];
  }

  /** In place; what is left are small numbers, which take as long as others. */
  @Benchmark
  public double softmaxCrossEntropy() {
    return kernels
        .rows()
        .softmaxCrossEntropy(
            logits, 0, stride, sizes.vocabulary(), sizes.tokens(), targets, 0, 1, 0);
  }
}
