package ductus.bench.measure;

import ductus.bench.contender.Setting;
import ductus.math.Kernels;
import ductus.math.PackedWeights;
import ductus.math.Randomness;
import ductus.math.Strips;
import java.util.random.RandomGenerator;

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
  private final int stride;
  private final float[] left;
  private final float[] right;
  private final PackedWeights packed;
  private final float[] output;

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
    stride = Strips.padded(columns);
    RandomGenerator random = Randomness.of(1);
    boolean gradient = kind == Kind.GRADIENT;
    left = new float[rows * inner];
    right = new float[gradient ? rows * stride : 0];
    packed = new PackedWeights(gradient ? 0 : inner, columns);
    output = new float[(gradient ? inner : rows) * stride];
    fill(left, random);
    fill(right, random);
    fill(packed.data(), random);
  }

  private static void fill(float[] floats, RandomGenerator random) {
    for (int i = 0; i < floats.length; i++) {
      floats[i] = random.nextFloat() - 0.5f;
    }
  }

  /** Multiplies once; the result is good until the next time. */
  public float[] run(Kernels kernels) {
    if (kind == Kind.GRADIENT) {
      kernels
          .products()
          .addTransposed(
              left,
              0,
              inner,
              inner,
              right,
              0,
              stride,
              rows,
              0,
              Strips.of(columns),
              output,
              0,
              stride);
    } else {
      kernels
          .products()
          .multiply(left, 0, inner, rows, packed, 0, packed.strips(), output, 0, stride, false);
    }
    return output;
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
