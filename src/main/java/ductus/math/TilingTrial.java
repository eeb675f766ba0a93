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
 * slower, none faster. One thread; a second or two, more on a busy machine.
 */
public final class TilingTrial {
  /** Rows of the left operand, and of a gradient's both: more than go by at a time. */
  private static final int ROWS = 768;

  private static final int INPUTS = 512;
  private static final int COLUMNS = 384;

  /** Runs of each candidate in which none becomes faster: the first ones are interpreted. */
  private static final int RUNS = 8;

  /** By so much. */
  private static final double FASTER = 1.05;

  /** No further runs behind so many nanoseconds: kernels may be very slow, or the machine busy. */
  private static final long MOST_NANOS = 1_500_000_000;

  /** Nothing is measured again behind so many. */
  private static final long ENOUGH_NANOS = 3_000_000_000L;

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

  /** Vectors that are not compiled are slower than that on any machine, others faster. */
  private static final double INTERPRETED = 1;

  /** Small products that are no longer getting faster for so long are compiled. */
  private static final long COMPILED_NANOS = 300_000_000;

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
          + speeds(rowFloats, each -> each.rowKilobytes() + " kB")
          + ", blocks of "
          + speeds(blocks, each -> String.valueOf(each.block()));
    }

    /** Whether all was compiled when it was measured: on a busy machine that can take its time. */
    public boolean isSettled() {
      return most(rowFloats) > INTERPRETED
          && 2 * most(tiles) > most(rowFloats)
          && 2 * most(blocks) > most(rowFloats);
    }

    private static double most(List<Speed> speeds) {
      return speeds.stream().mapToDouble(Speed::gigaflops).max().orElse(0);
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

  /** 2·R·K·N, the arithmetic of a product. */
  private final double flops;

  /** A trial with a product of [R×K] and [K×N]. */
  private TilingTrial(Kernels kernels, int rows, int inputs, int columns) {
    this.kernels = kernels;
    RandomGenerator random = Randomness.of(1);
    FMatrixRMaj input = random(rows, inputs, random);
    PackedWeights weights = new PackedWeights(inputs, columns);
    weights.pack(random(inputs, columns, random), 0, weights.strips());
    FMatrixRMaj output = random(rows, columns, random);
    forward = new RowProduct(input, weights, output);
    gradient = new GradientProduct(input, output, new FMatrixRMaj(inputs, columns));
    flops = 2.0 * rows * inputs * columns;
  }

  /**
   * Measures.
   *
   * @param kernels whose products are measured
   * @param usual how they are cut unless something else is clearly faster
   */
  public static Outcome of(Kernels kernels, Tiling usual) {
    long start = System.nanoTime();
    new TilingTrial(kernels, 32, 64, 96).warmUp(usual);
    TilingTrial trial = new TilingTrial(kernels, ROWS, INPUTS, COLUMNS);
    Outcome outcome = trial.compare(usual);
    while (!outcome.isSettled() && System.nanoTime() - start < ENOUGH_NANOS) {
      outcome = trial.compare(usual);
    }
    return outcome;
  }

  private Outcome compare(Tiling usual) {
    List<Speed> tiles = speeds(usual, TILES, this::both);
    Tiling best = fastest(tiles, usual);
    // Once more: what another program did meanwhile may have chosen.
    if (!best.equals(usual)) {
      Tiling chosen = best;
      best = fastest(speeds(usual, List.of(each -> chosen), this::both), usual);
    }
    List<Speed> rowFloats = speeds(best, ROW_FLOATS, this::forward);
    best = fastest(rowFloats, best);
    List<Speed> blocks = speeds(best, BLOCKS, this::gradient);
    best = fastest(blocks, best);
    return new Outcome(best, tiles, rowFloats, blocks);
  }

  /**
   * Multiplies until the compiler has done with all tiles, for as long at most as a trial takes.
   */
  private void warmUp(Tiling usual) {
    List<Products> products =
        TILES.stream().map(each -> kernels.cut(each.apply(usual)).products()).toList();
    long start = System.nanoTime();
    long faster = start;
    double best = 0;
    for (long now = start;
        now - faster < COMPILED_NANOS && now - start < MOST_NANOS;
        now = System.nanoTime()) {
      double speed = products.stream().mapToDouble(this::both).sum();
      faster = speed > FASTER * best ? now : faster;
      best = Math.max(best, speed);
    }
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
    int sinceFaster = 0;
    while (sinceFaster < RUNS && System.nanoTime() - start < MOST_NANOS) {
      sinceFaster++;
      for (int i = 0; i < best.length; i++) {
        double now = measure.applyAsDouble(products.get(i));
        sinceFaster = now > FASTER * best[i] ? 0 : sinceFaster;
        best[i] = Math.max(best[i], now);
      }
    }
    List<Speed> speeds = new ArrayList<>();
    for (int i = 0; i < best.length; i++) {
      speeds.add(new Speed(candidates.get(i), best[i]));
    }
    return List.copyOf(speeds);
  }

  private double both(Products products) {
    return 2 / (1 / forward(products) + 1 / gradient(products));
  }

  private double forward(Products products) {
    return gigaflops(each -> each.multiply(forward, 0, forward.input().numRows), products);
  }

  private double gradient(Products products) {
    Arrays.fill(gradient.dWeights().data, 0);
    return gigaflops(each -> each.addTransposed(gradient, 0, gradient.input().numCols), products);
  }

  private double gigaflops(Consumer<Products> work, Products products) {
    long start = System.nanoTime();
    work.accept(products);
    return flops / Math.max(1, System.nanoTime() - start);
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
