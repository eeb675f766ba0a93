package ductus.bench.kernel;

import ductus.bench.measure.Product;
import ductus.math.Kernels;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The products of an LSTM layer above the first. */
@State(Scope.Thread)
public class ProductBenchmark {
  @Param private Product.Kind kind = Product.Kind.FORWARD;

  @Param({"1", "2", "3", "4"})
  private int setting;

  private final Kernels kernels = Forked.kernels();
  private Product product;

  /** Makes the operands. */
  @Setup
  public void prepare() {
    product = new Product(kind, Forked.setting(setting));
  }

  /** One product. */
  @Benchmark
  public float[] product() {
    return product.run(kernels);
  }
}
