package ductus.ink.scan;

import ductus.ink.scan.SheetMarks.Place;
import java.util.List;
import java.util.Optional;

/**
 * How a plane looks from somewhere: x' = (a x + b y + c) / (g x + h y + 1), y' = (d x + e y + f) /
 * (g x + h y + 1).
 */
final class Perspective {
  private static final int UNKNOWNS = 8;
  private static final double SINGULAR = 1e-12;

  private final double[] c;

  private Perspective(double[] c) {
    this.c = c;
  }

  /** The one that takes four places to four others; none where three lie on a line. */
  static Optional<Perspective> of(List<Place> from, List<Place> to) {
    double[][] rows = new double[UNKNOWNS][];
    for (int i = 0; i < 4; i++) {
      double x = from.get(i).x();
      double y = from.get(i).y();
      double u = to.get(i).x();
      double v = to.get(i).y();
      rows[2 * i] = new double[] {x, y, 1, 0, 0, 0, -u * x, -u * y, u};
      rows[2 * i + 1] = new double[] {0, 0, 0, x, y, 1, -v * x, -v * y, v};
    }
    return solved(rows) ? Optional.of(new Perspective(lastColumn(rows))) : Optional.empty();
  }

  /** Gauss and Jordan's elimination; false where there is no single solution. */
  private static boolean solved(double[][] rows) {
    for (int i = 0; i < UNKNOWNS; i++) {
      int pivot = i;
      for (int r = i + 1; r < UNKNOWNS; r++) {
        pivot = Math.abs(rows[r][i]) > Math.abs(rows[pivot][i]) ? r : pivot;
      }
      double[] row = rows[pivot];
      rows[pivot] = rows[i];
      rows[i] = row;
      if (Math.abs(row[i]) < SINGULAR) {
        return false;
      }
      for (int r = 0; r < UNKNOWNS; r++) {
        double factor = r == i ? 0 : rows[r][i] / row[i];
        for (int column = i; factor != 0 && column <= UNKNOWNS; column++) {
          rows[r][column] -= factor * row[column];
        }
      }
    }
    return true;
  }

  private static double[] lastColumn(double[][] rows) {
    double[] last = new double[UNKNOWNS];
    for (int i = 0; i < UNKNOWNS; i++) {
      last[i] = rows[i][UNKNOWNS] / rows[i][i];
    }
    return last;
  }

  /** Where a place is seen. */
  Place of(double x, double y) {
    double depth = c[6] * x + c[7] * y + 1;
    return new Place((c[0] * x + c[1] * y + c[2]) / depth, (c[3] * x + c[4] * y + c[5]) / depth);
  }
}
