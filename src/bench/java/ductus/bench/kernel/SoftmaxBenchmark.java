package ductus.bench.kernel;

import ductus.bench.contender.Setting;
import ductus.math.Kernels;
import ductus.math.Strips;
import org.ejml.data.FMatrixRMaj;
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
  private FMatrixRMaj logits;

  /** Makes the logits. */
  @Setup
  public void prepare() {
    sizes = Forked.setting(setting);
    int stride = Strips.padded(sizes.vocabulary());
    logits = FMatrixRMaj.wrap(sizes.tokens(), stride, Forked.random(sizes.tokens() * stride));
  }

  /** In place; what is left are small numbers, which take as long as others. */
  @Benchmark
  public double softmaxCrossEntropy() {
    double nats = 0;
    for (int row = 0; row < sizes.tokens(); row++) {
      nats += kernels.rows().softmaxCrossEntropy(logits, row, sizes.vocabulary(), 0, 1, 0);
    }
    return nats;
  }
}
