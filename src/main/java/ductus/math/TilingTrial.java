package ductus.math;

import ductus.math.Products.GradientProduct;
import ductus.math.Products.RowProduct;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.ejml.data.FMatrixRMaj;

/**
 * Measures how products are best cut on this machine: first the tiles, then with the best of them
 * how many rows go by at a time, then the blocks of weight gradients. Those that are compared take
 * turns, and the fastest run of each counts, since whatever else the machine does makes some runs
 * slower, none faster. One thread; half a second, and more where nothing is compiled yet.
 */
public final class TilingTrial {
  /** Rows of the left operand, and of a gradient's both: more than go by at a time. */
  private static final int ROWS = 768;

  private static final int INPUTS = 512;
  private static final int COLUMNS = 384;

  /** Runs of each candidate: the first ones are interpreted. */
  private static final int RUNS = 10;

  /** No further runs behind so many nanoseconds: kernels may be very slow, or the machine busy. */
  private static final long MOST_NANOS = 1_000_000_000;

  /** Another cut must be so much faster than the usual one: less may be chance. */
  private static final double WORTHWHILE = 0.92;

  private static final List<UnaryOperator<Tiling>> TILES =
      List.of(each -> each.tiles(8, 3), each -> each.tiles(8, 2), each -> each.tiles(4, 3));
  private static final List<UnaryOperator<Tiling>> ROW_FLOATS =
      List.of(
          each -> each.rowFloats(1 << 15),
          each -> each.rowFloats(1 << 16),
          each -> each.rowFloats(1 << 17),
          each -> each.rowFloats(1 << 18));
  private static final List<UnaryOperator<Tiling>> BLOCKS =
      List.of(each -> each.block(192), each -> each.block(384), each -> each.block(768));

  /** 2·R·K·N, the arithmetic of a product. */
  private static final double FLOPS = 2.0 * ROWS * INPUTS * COLUMNS;

  private static final int FLOATS_A_KILOBYTE = 256;

  /** What was measured of a cut: billions of multiplications and additions a second. */
  public record Speed(Tiling tiling, double gigaflops) {}

  /**
   * What came out.
   *
   * @param best the usual cut, unless another one is clearly faster
   * @param tiles speeds of products forward and of gradients together
   * @param rowFloats speeds of products forward
   * @param blocks speeds of gradients
   */
  public record Outcome(Tiling best, List<Speed> tiles, List<Speed> rowFloats, List<Speed> blocks) {
    /** What is best, and the speeds of all that was tried, for people. */
    public String description() {
      return best.description()
          + "; GFLOPS "
          + speeds(tiles, each -> each.rows() + "×" + each.strips())
          + ", "
          + speeds(rowFloats, each -> each.rowFloats() / FLOATS_A_KILOBYTE + " kB")
          + ", blocks of "
          + speeds(blocks, each -> String.valueOf(each.block()));
    }

    private static String speeds(List<Speed> speeds, Function<Tiling, String> name) {
      return speeds.stream()
          .map(each -> name.apply(each.tiling()) + " " + Math.round(each.gigaflops()))
          .collect(Collectors.joining(", "));
    }
  }

  private final Kernels kernels;
  private final RowProduct forward;
  private final GradientProduct gradient;

  private TilingTrial(Kernels kernels) {
    this.kernels = kernels;
    RandomGenerator random = Randomness.of(1);
    FMatrixRMaj input = random(ROWS, INPUTS, random);
    PackedWeights weights = new PackedWeights(INPUTS, COLUMNS);
    weights.pack(random(INPUTS, COLUMNS, random), 0, weights.strips());
    FMatrixRMaj output = random(ROWS, COLUMNS, random);
    forward = new RowProduct(input, weights, output);
    gradient = new GradientProduct(input, output, new FMatrixRMaj(INPUTS, COLUMNS));
  }

  /**
   * Measures.
   *
   * @param kernels whose products are measured
   * @param usual how they are cut unless something else is clearly faster
   */
  public static Outcome of(Kernels kernels, Tiling usual) {
    TilingTrial trial = new TilingTrial(kernels);
    List<Speed> tiles =
        trial.speeds(
            usual,
            TILES,
            products -> 2 / (1 / trial.forward(products) + 1 / trial.gradient(products)));
    Tiling best = fastest(tiles, usual);
    List<Speed> rowFloats = trial.speeds(best, ROW_FLOATS, trial::forward);
    best = fastest(rowFloats, best);
    List<Speed> blocks = trial.speeds(best, BLOCKS, trial::gradient);
    return new Outcome(fastest(blocks, best), tiles, rowFloats, blocks);
  }

  private List<Speed> speeds(
      Tiling usual, List<UnaryOperator<Tiling>> changes, ToDoubleFunction<Products> measure) {
    List<Tiling> candidates = new ArrayList<>();
    candidates.add(usual);
    changes.stream()
        .map(each -> each.apply(usual))
        .filter(each -> !each.equals(usual))
        .forEach(candidates::add);
    List<Products> products =
        candidates.stream().map(each -> kernels.cut(each).products()).toList();
    double[] best = new double[candidates.size()];
    long start = System.nanoTime();
    for (int run = 0; run < RUNS && (run < 2 || System.nanoTime() - start < MOST_NANOS); run++) {
      for (int i = 0; i < best.length; i++) {
        best[i] = Math.max(best[i], measure.applyAsDouble(products.get(i)));
      }
    }
    List<Speed> speeds = new ArrayList<>();
    for (int i = 0; i < best.length; i++) {
      speeds.add(new Speed(candidates.get(i), best[i]));
    }
    return List.copyOf(speeds);
  }

  private double forward(Products products) {
    return gigaflops(each -> each.multiply(forward, 0, ROWS), products);
  }

  private double gradient(Products products) {
    Arrays.fill(gradient.dWeights().data, 0);
    return gigaflops(each -> each.addTransposed(gradient, 0, INPUTS), products);
  }

  private static double gigaflops(Consumer<Products> work, Products products) {
    long start = System.nanoTime();
    work.accept(products);
    return FLOPS / Math.max(1, System.nanoTime() - start);
  }

  /** The fastest; the first one unless another is clearly faster. */
  private static Tiling fastest(List<Speed> speeds, Tiling usual) {
    Speed fastest = speeds.get(0);
    for (Speed speed : speeds) {
      fastest = speed.gigaflops() > fastest.gigaflops() ? speed : fastest;
    }
    return speeds.get(0).gigaflops() < WORTHWHILE * fastest.gigaflops() ? fastest.tiling() : usual;
  }

  private static FMatrixRMaj random(int rows, int columns, RandomGenerator random) {
    FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
    for (int i = 0; i < matrix.data.length; i++) {
      matrix.data[i] = random.nextFloat() - 0.5f;
    }
    return matrix;
  }
}
