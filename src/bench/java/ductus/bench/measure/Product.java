package ductus.bench.measure;

import ductus.bench.contender.Setting;
import ductus.math.Kernels;
import ductus.math.PackedWeights;
import ductus.math.Products.GradientProduct;
import ductus.math.Products.RowProduct;
import ductus.math.Randomness;
import ductus.math.Strips;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A product as an LSTM layer above the first makes it, with operands of random numbers.
 *
 * <p>Legend: R rows, K inner size, N columns.
 */
public final class Product {
  /** What for. */
  public enum Kind {
    /** A time step forward: [B×H] · [H×4H]. */
    FORWARD,
    /** The same for one sequence: [1×H] · [H×4H]. */
    FORWARD_OF_ONE,
    /** A time step backward: [B×4H] · [4H×H]. */
    BACKWARD,
    /** The gradient of the weights: [R×H]ᵀ · [R×4H], with R = T·B. */
    GRADIENT
  }

  private static final int GATES = 4;

  private final Kind kind;
  private final int rows;
  private final int inner;
  private final int columns;
  private final FMatrixRMaj output;
  private final RowProduct product;
  private final GradientProduct gradientProduct;

  public Product(Kind kind, Setting setting) {
    this.kind = kind;
    rows =
        switch (kind) {
          case FORWARD, BACKWARD -> setting.batch();
          case FORWARD_OF_ONE -> 1;
          case GRADIENT -> setting.tokens();
        };
    inner = kind == Kind.BACKWARD ? GATES * setting.hidden() : setting.hidden();
    columns = kind == Kind.BACKWARD ? setting.hidden() : GATES * setting.hidden();
    int stride = Strips.padded(columns);
    RandomGenerator random = Randomness.of(1);
    boolean gradient = kind == Kind.GRADIENT;
    FMatrixRMaj left = new FMatrixRMaj(rows, inner);
    FMatrixRMaj right = new FMatrixRMaj(gradient ? rows : 0, stride);
    PackedWeights packed = new PackedWeights(gradient ? 0 : inner, columns);
    output = new FMatrixRMaj(gradient ? inner : rows, stride);
    fill(left.data, random);
    fill(right.data, random);
    fill(packed.data(), random);
    product = new RowProduct(left, packed, output);
    gradientProduct = new GradientProduct(left, right, output);
  }

  private static void fill(float[] floats, RandomGenerator random) {
    for (int i = 0; i < floats.length; i++) {
      floats[i] = random.nextFloat() - 0.5f;
    }
  }

  /** Multiplies once; the result is good until the next time. */
  public float[] run(Kernels kernels) {
    if (kind == Kind.GRADIENT) {
      kernels.products().addTransposed(gradientProduct, 0, 0, rows, 0, Strips.of(columns));
    } else {
      kernels.products().multiply(product, 0, rows);
    }
    return output.data;
  }

  /** Floating-point operations of a product; a multiply-add is two. */
  double operations() {
    return 2.0 * rows * inner * columns;
  }

  /** Rows × inner size × columns. */
  @Override
  public String toString() {
    return rows + "×" + inner + "×" + columns;
  }
}
