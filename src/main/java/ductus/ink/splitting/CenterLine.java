package ductus.ink.splitting;

import ductus.ink.PenPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The middle of the ink of some writing, as it rises, falls and bends from left to right: the
 * median height of each piece two letters wide, smoothed by straight lines that fit best to the
 * pieces near by. Where there are few of these, the line goes as the lines of the page do.
 */
final class CenterLine {
  /** Width of a piece, in heights of letters. */
  private static final double PIECE = 2;

  /** Standard deviation of the weights by distance, in heights of letters. */
  private static final double NEAR = 4;

  /** How firmly a line is held to the slope of the page: as by one piece so far away. */
  private static final double FIRM = 8;

  /** Middle of each piece from left to right. */
  private final double[] x;

  /** Median height of each piece. */
  private final double[] y;

  private final double[] weights;

  /** Height of the line at each piece. */
  private final double[] heights;

  /** Slope of the line to the left of all pieces, and to the right. */
  private final double[] ends;

  /** How much each x and y go together, and how much x varies, summed over the pieces. */
  record Moments(double covariance, double variance) {
    Moments plus(Moments other) {
      return new Moments(covariance + other.covariance, variance + other.variance);
    }
  }

  /**
   * Finds the middle of some ink.
   *
   * @param points one or more, at equal distances along the strokes
   * @param letter height of letters
   * @param slope of the lines of the page
   */
  CenterLine(List<PenPoint> points, double letter, double slope) {
    List<PenPoint> sorted =
        points.stream().sorted(Comparator.comparingDouble(PenPoint::x)).toList();
    List<List<PenPoint>> pieces = new ArrayList<>();
    int from = 0;
    for (int i = 1; i <= sorted.size(); i++) {
      if (i == sorted.size() || sorted.get(i).x() - sorted.get(from).x() > PIECE * letter) {
        pieces.add(sorted.subList(from, i));
        from = i;
      }
    }
    x = pieces.stream().mapToDouble(CenterLine::meanX).toArray();
    y = pieces.stream().mapToDouble(CenterLine::medianY).toArray();
    weights = pieces.stream().mapToDouble(List::size).toArray();
    heights = new double[x.length];
    ends = new double[2];
    double firm = FIRM * letter;
    double hold = Arrays.stream(weights).average().orElseThrow() * firm * firm;
    for (int i = 0; i < x.length; i++) {
      double place = x[i];
      double[] shares =
          IntStream.range(0, x.length)
              .mapToDouble(j -> weights[j] * bell((x[j] - place) / (NEAR * letter)))
              .toArray();
      Moments moments = moments(shares);
      double fitted = (moments.covariance() + hold * slope) / (moments.variance() + hold);
      heights[i] = mean(shares, y) + fitted * (place - mean(shares, x));
      ends[0] = i == 0 ? fitted : ends[0];
      ends[1] = fitted;
    }
  }

  private static double meanX(List<PenPoint> points) {
    return points.stream().mapToDouble(PenPoint::x).average().orElseThrow();
  }

  private static double medianY(List<PenPoint> points) {
    return points.stream().mapToDouble(PenPoint::y).sorted().toArray()[points.size() / 2];
  }

  /** The height of the line at a place; beyond the ink it goes straight on. */
  double at(double place) {
    int right = x.length - 1;
    if (place <= x[0]) {
      return heights[0] + ends[0] * (place - x[0]);
    }
    if (place >= x[right]) {
      return heights[right] + ends[1] * (place - x[right]);
    }
    int found = Arrays.binarySearch(x, place);
    int after = found < 0 ? -found - 1 : found;
    double part = (place - x[after - 1]) / (x[after] - x[after - 1]);
    return heights[after - 1] + part * (heights[after] - heights[after - 1]);
  }

  /**
   * The moments of all pieces together; their quotient is the slope of the straight line that fits
   * best.
   */
  Moments moments() {
    return moments(weights);
  }

  private Moments moments(double[] shares) {
    double meanX = mean(shares, x);
    double meanY = mean(shares, y);
    double covariance = 0;
    double variance = 0;
    for (int i = 0; i < x.length; i++) {
      covariance += shares[i] * (x[i] - meanX) * (y[i] - meanY);
      variance += shares[i] * (x[i] - meanX) * (x[i] - meanX);
    }
    return new Moments(covariance, variance);
  }

  private static double bell(double away) {
    return StrictMath.exp(-away * away / 2);
  }

  private static double mean(double[] shares, double[] values) {
    double sum = 0;
    double total = 0;
    for (int i = 0; i < values.length; i++) {
      sum += shares[i] * values[i];
      total += shares[i];
    }
    return sum / total;
  }
}
