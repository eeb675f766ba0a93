package ductus.ink.plotter;

import java.util.Arrays;

/**
 * The ends of strokes in a k-d tree, to find those nearest to a place among the strokes that are
 * left. End {@code 2s} is the first point of stroke s, {@code 2s + 1} its last.
 */
final class EndTree {
  private final double[] x;
  private final double[] y;

  /** Ends in the order of the tree: the middle of a range is the root of what is in the range. */
  private final int[] ends;

  private final int[] places;

  /** Whether a range is parted by x, at its middle. */
  private final boolean[] byX;

  /** Number of ends of a range that are left, at its middle. */
  private final int[] left;

  private final boolean[] gone;

  /**
   * Grows the tree.
   *
   * @param x of the ends, in mm; not modified
   * @param y likewise
   */
  EndTree(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    ends = new int[x.length];
    Arrays.setAll(ends, i -> i);
    places = new int[x.length];
    byX = new boolean[x.length];
    left = new int[x.length];
    gone = new boolean[x.length];
    grow(0, x.length);
    for (int i = 0; i < ends.length; i++) {
      places[ends[i]] = i;
    }
  }

  private void grow(int from, int to) {
    if (from >= to) {
      return;
    }
    int middle = middle(from, to);
    byX[middle] = extent(x, from, to) >= extent(y, from, to);
    select(byX[middle] ? x : y, from, to - 1, middle);
    left[middle] = to - from;
    grow(from, middle);
    grow(middle + 1, to);
  }

  private double extent(double[] coordinate, int from, int to) {
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (int i = from; i < to; i++) {
      least = Math.min(least, coordinate[ends[i]]);
      most = Math.max(most, coordinate[ends[i]]);
    }
    return most - least;
  }

  /** Hoare's selection: nothing before the place is larger, nothing behind it smaller. */
  private void select(double[] coordinate, int first, int last, int place) {
    int low = first;
    int high = last;
    while (low < high) {
      double pivot = coordinate[ends[(low + high) >>> 1]];
      int i = low;
      int j = high;
      while (i <= j) {
        while (coordinate[ends[i]] < pivot) {
          i++;
        }
        while (coordinate[ends[j]] > pivot) {
          j--;
        }
        if (i <= j) {
          int end = ends[i];
          ends[i++] = ends[j];
          ends[j--] = end;
        }
      }
      if (place <= j) {
        high = j;
      } else if (place >= i) {
        low = i;
      } else {
        return;
      }
    }
  }

  /** Takes both ends of a stroke away. */
  void remove(int stroke) {
    removeEnd(2 * stroke);
    removeEnd(2 * stroke + 1);
  }

  private void removeEnd(int end) {
    gone[end] = true;
    int place = places[end];
    int from = 0;
    int to = ends.length;
    int middle = middle(from, to);
    while (middle != place) {
      left[middle]--;
      if (place < middle) {
        to = middle;
      } else {
        from = middle + 1;
      }
      middle = middle(from, to);
    }
    left[middle]--;
  }

  private static int middle(int from, int to) {
    return (from + to) >>> 1;
  }

  /**
   * The ends nearest to a place, the nearest first.
   *
   * @param but a stroke that does not count, or −1
   * @param most how many; there are fewer where fewer are left
   */
  int[] nearest(double toX, double toY, int but, int most) {
    Search search = new Search(toX, toY, but, new int[most], new double[most]);
    search.in(0, ends.length);
    return Arrays.copyOf(search.found, search.count);
  }

  private final class Search {
    private final double toX;
    private final double toY;
    private final int but;
    private final int[] found;
    private final double[] squares;
    private int count;

    Search(double toX, double toY, int but, int[] found, double[] squares) {
      this.toX = toX;
      this.toY = toY;
      this.but = but;
      this.found = found;
      this.squares = squares;
    }

    void in(int from, int to) {
      if (from >= to || left[middle(from, to)] == 0) {
        return;
      }
      int middle = middle(from, to);
      int end = ends[middle];
      double beyond = byX[middle] ? toX - x[end] : toY - y[end];
      if (beyond < 0) {
        in(from, middle);
      } else {
        in(middle + 1, to);
      }
      if (count < found.length || beyond * beyond < squares[count - 1]) {
        if (!gone[end] && end >> 1 != but) {
          add(end);
        }
        if (beyond < 0) {
          in(middle + 1, to);
        } else {
          in(from, middle);
        }
      }
    }

    private void add(int end) {
      double deltaX = toX - x[end];
      double deltaY = toY - y[end];
      double square = deltaX * deltaX + deltaY * deltaY;
      if (count == found.length && square >= squares[count - 1]) {
        return;
      }
      int place = count < found.length ? count++ : count - 1;
      for (; place > 0 && squares[place - 1] > square; place--) {
        squares[place] = squares[place - 1];
        found[place] = found[place - 1];
      }
      squares[place] = square;
      found[place] = end;
    }
  }
}
