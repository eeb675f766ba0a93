package ductus.music.comparison;

import java.util.List;
import java.util.stream.Stream;

/**
 * Two sets of numbers as smooth densities on one shared grid: Gaussian kernels of one width for
 * both, Scott's for all their numbers: (standard deviation) · n^(-1/5), n the size of the smaller
 * set. One width, since a set whose numbers are all the same has none of its own.
 */
final class KernelDensities {
  private static final int CELLS = 512;

  /**
   * Least width of the kernels, as a share of the range of all numbers; so that equal numbers have
   * a density at all.
   */
  private static final double NARROWEST = 0.005;

  private static final double SMALLEST = 1e-12;

  private final double[] first;
  private final double[] second;

  private KernelDensities(double[] first, double[] second) {
    this.first = first;
    this.second = second;
  }

  /** Smooths two sets, neither of them empty. */
  static KernelDensities of(List<Double> first, List<Double> second) {
    double low = Math.min(least(first), least(second));
    double high = Math.max(most(first), most(second));
    double range = high > low ? high - low : Math.max(1, Math.abs(high));
    double from = low - range / 4;
    double cell = 1.5 * range / CELLS;
    double scott =
        deviation(Stream.concat(first.stream(), second.stream()).toList())
            * StrictMath.pow(Math.min(first.size(), second.size()), -1.0 / 5);
    double width = Math.max(NARROWEST * range, scott);
    return new KernelDensities(smooth(first, from, cell, width), smooth(second, from, cell, width));
  }

  private static double deviation(List<Double> values) {
    double mean = values.stream().mapToDouble(v -> v).average().orElse(0);
    return Math.sqrt(values.stream().mapToDouble(v -> (v - mean) * (v - mean)).average().orElse(0));
  }

  /** The share that the densities have in common: 1 for the same, 0 for nothing. */
  double overlap() {
    double sum = 0;
    for (int i = 0; i < CELLS; i++) {
      sum += Math.min(first[i], second[i]);
    }
    return sum;
  }

  /** Kullback-Leibler divergence of the first density from the second, in nats. */
  double divergence() {
    double sum = 0;
    for (int i = 0; i < CELLS; i++) {
      if (first[i] > SMALLEST) {
        sum += first[i] * StrictMath.log(first[i] / Math.max(SMALLEST, second[i]));
      }
    }
    return Math.max(0, sum);
  }

  private static double[] smooth(List<Double> values, double from, double cell, double width) {
    double[] counts = new double[CELLS];
    for (double value : values) {
      counts[Math.max(0, Math.min(CELLS - 1, (int) ((value - from) / cell)))]++;
    }
    double[] density = new double[CELLS];
    double total = 0;
    for (int i = 0; i < CELLS; i++) {
      for (int j = 0; j < CELLS && counts[i] > 0; j++) {
        double share =
            counts[i] * StrictMath.exp(-(i - j) * (i - j) * cell * cell / (2 * width * width));
        density[j] += share;
        total += share;
      }
    }
    for (int i = 0; i < CELLS; i++) {
      density[i] /= total;
    }
    return density;
  }

  private static double least(List<Double> values) {
    return values.stream().mapToDouble(v -> v).min().orElseThrow();
  }

  private static double most(List<Double> values) {
    return values.stream().mapToDouble(v -> v).max().orElseThrow();
  }
}
