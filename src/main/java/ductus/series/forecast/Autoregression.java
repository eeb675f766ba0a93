package ductus.series.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;

/**
 * A linear forecast that networks are compared with: the next value is a constant and a weighed sum
 * of some values before it, x(t) = c + Σ a(l)·x(t−l), fitted by least squares. How many values just
 * before count, and whether those of a season before do, is what has the least Bayesian information
 * criterion, n·ln(squared error) + k·ln(n).
 */
final class Autoregression {
  private static final List<Integer> ORDERS = List.of(1, 2, 3, 4, 6, 8, 12, 16, 24, 32);

  /** Rows at least for each number that is fitted. */
  private static final int ROWS_A_NUMBER = 3;

  /** Most rows that are fitted, the last ones. */
  private static final int MOST_ROWS = 5000;

  /** Keeps weights finite where values before depend on each other. */
  private static final double DAMPING = 1e-6;

  private static final double LEAST_ERROR = 1e-12;

  private final double mean;
  private final double deviation;
  private final int[] lags;
  private final double[] weights;

  private Autoregression(double mean, double deviation, int[] lags, double[] weights) {
    this.mean = mean;
    this.deviation = deviation;
    this.lags = lags;
    this.weights = weights;
  }

  /**
   * Fits the first values of a column.
   *
   * @param values NaN where missing
   * @param to behind the last that is fitted
   * @param season steps, 0 for none
   * @return empty if there are too few values
   */
  static Optional<Autoregression> of(double[] values, int to, int season) {
    int from = Math.max(0, to - MOST_ROWS);
    double[] known = new double[to - from];
    boolean[] isKnown = new boolean[known.length];
    double last = Double.NaN;
    int count = 0;
    double sum = 0;
    double squares = 0;
    for (int t = 0; t < known.length; t++) {
      double value = values[from + t];
      isKnown[t] = !Double.isNaN(value);
      if (isKnown[t]) {
        last = value;
        count++;
        sum += value;
        squares += value * value;
      }
      known[t] = last;
    }
    double mean = sum / Math.max(1, count);
    double variance = squares / Math.max(1, count) - mean * mean;
    if (!(variance > 0)) {
      return Optional.empty();
    }
    double deviation = Math.sqrt(variance);
    for (int t = 0; t < known.length; t++) {
      known[t] = (known[t] - mean) / deviation;
    }
    Optional<Fit> best = best(known, isKnown, season);
    return best.map(fit -> new Autoregression(mean, deviation, fit.lags, fit.weights));
  }

  private static Optional<Fit> best(double[] known, boolean[] isKnown, int season) {
    List<int[]> candidates = new ArrayList<>();
    for (int order : ORDERS) {
      TreeSet<Integer> before = new TreeSet<>(IntStream.rangeClosed(1, order).boxed().toList());
      add(candidates, before, known.length);
      if (season > 0) {
        before.addAll(List.of(season, season + 1));
        add(candidates, before, known.length);
      }
    }
    // All are fitted to the same rows, or their errors would not compare.
    int first = candidates.stream().mapToInt(lags -> lags[lags.length - 1]).max().orElse(0);
    return candidates.stream()
        .map(lags -> Fit.of(known, isKnown, lags, first))
        .flatMap(Optional::stream)
        .min((a, b) -> Double.compare(a.criterion, b.criterion));
  }

  private static void add(List<int[]> candidates, SortedSet<Integer> lags, int rows) {
    if (rows - lags.last() >= ROWS_A_NUMBER * (lags.size() + 1)) {
      candidates.add(lags.stream().mapToInt(lag -> lag).toArray());
    }
  }

  /** Weights for some lags. */
  private static final class Fit {
    private final int[] lags;
    private final double[] weights;
    private final double criterion;

    private Fit(int[] lags, double[] weights, double criterion) {
      this.lags = lags;
      this.weights = weights;
      this.criterion = criterion;
    }

    static Optional<Fit> of(double[] known, boolean[] isKnown, int[] lags, int first) {
      int[] rows =
          IntStream.range(first, known.length)
              .filter(t -> isKnown[t] && !Double.isNaN(known[t - lags[lags.length - 1]]))
              .toArray();
      int numbers = lags.length + 1;
      if (rows.length < numbers) {
        return Optional.empty();
      }
      DMatrixRMaj matrix = new DMatrixRMaj(rows.length + numbers, numbers);
      DMatrixRMaj wanted = new DMatrixRMaj(rows.length + numbers, 1);
      for (int i = 0; i < rows.length; i++) {
        for (int l = 0; l < lags.length; l++) {
          matrix.set(i, l, known[rows[i] - lags[l]]);
        }
        matrix.set(i, lags.length, 1);
        wanted.set(i, 0, known[rows[i]]);
      }
      for (int k = 0; k < numbers; k++) {
        matrix.set(rows.length + k, k, DAMPING);
      }
      LinearSolverDense<DMatrixRMaj> solver =
          LinearSolverFactory_DDRM.leastSquares(matrix.numRows, matrix.numCols);
      DMatrixRMaj solution = new DMatrixRMaj(numbers, 1);
      if (!solver.setA(matrix.copy())) {
        return Optional.empty();
      }
      solver.solve(wanted, solution);
      double squares = 0;
      for (int i = 0; i < rows.length; i++) {
        double error = wanted.get(i, 0);
        for (int k = 0; k < numbers; k++) {
          error -= matrix.get(i, k) * solution.get(k, 0);
        }
        squares += error * error;
      }
      double criterion =
          rows.length * StrictMath.log(Math.max(LEAST_ERROR, squares / rows.length))
              + numbers * StrictMath.log(rows.length);
      return Optional.of(new Fit(lags, solution.data, criterion));
    }
  }

  /**
   * Foretells how a column goes on, each value from those foretold before it.
   *
   * @param values NaN where missing: the last known one stands there
   * @param origin behind the last that is known
   * @param steps N
   * @return [N], NaN where too few values are known
   */
  double[] forecast(double[] values, int origin, int steps) {
    int before = Math.min(origin, lags[lags.length - 1]);
    double[] all = new double[before + steps];
    double last = Double.NaN;
    for (int t = origin - 1; t >= 0 && Double.isNaN(last); t--) {
      // What was last known before the window, for gaps at its beginning.
      last = t < origin - before ? values[t] : Double.NaN;
    }
    for (int i = 0; i < before; i++) {
      double value = values[origin - before + i];
      last = Double.isNaN(value) ? last : value;
      all[i] = (last - mean) / deviation;
    }
    double[] foretold = new double[steps];
    for (int n = 0; n < steps; n++) {
      double next = weights[lags.length];
      for (int l = 0; l < lags.length; l++) {
        int place = before + n - lags[l];
        next += weights[l] * (place < 0 ? Double.NaN : all[place]);
      }
      all[before + n] = next;
      foretold[n] = mean + deviation * next;
    }
    return foretold;
  }
}
