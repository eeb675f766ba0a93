package ductus.ink.plotter;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * An order of strokes in a round trip from a place and back to it, and the direction of each. It
 * can be made shorter; ends are numbered as in {@link EndTree}.
 */
final class StrokeTour {
  /** Number of nearest ends that an end may be joined to. */
  private static final int NEAREST = 8;

  /** Most strokes that are moved to another place at once. */
  private static final int LONGEST_MOVED = 3;

  /** Most strokes that are exchanged at once, to see whether that leads to something shorter. */
  private static final int LONGEST_EXCHANGED = 50;

  /** Most strokes that one change turns around, and all changes together. */
  private static final int MOST_TURNED = 50_000;

  private static final long MOST_TURNED_IN_ALL = 400_000_000;
  private static final double LEAST_GAIN = 1e-9;

  private final double[] x;
  private final double[] y;

  /** Number of strokes, and the number of the place, which counts as a stroke at position 0. */
  private final int count;

  private final int[] strokes;
  private final int[] positions;
  private final boolean[] backwards;
  private long turned;

  /**
   * The order in which the strokes are given.
   *
   * @param x of the strokes' ends, in mm, behind them twice that of the place; not modified
   * @param y likewise
   */
  StrokeTour(double[] x, double[] y) {
    this.x = x;
    this.y = y;
    count = x.length / 2 - 1;
    strokes = new int[count + 1];
    positions = new int[count + 1];
    backwards = new boolean[count + 1];
    for (int stroke = 0; stroke < count; stroke++) {
      put(stroke + 1, stroke, false);
    }
    put(0, count, false);
  }

  /** The order that goes on with the nearest stroke that is left. */
  static StrokeTour greedy(double[] x, double[] y) {
    StrokeTour tour = new StrokeTour(x, y);
    EndTree tree = new EndTree(x, y);
    tree.remove(tour.count);
    int at = 2 * tour.count;
    for (int position = 1; position <= tour.count; position++) {
      int next = tree.nearest(x[at], y[at], -1, 1)[0];
      tree.remove(next >> 1);
      tour.put(position, next >> 1, (next & 1) == 1);
      at = next ^ 1;
    }
    return tour;
  }

  /** Index of the stroke at a place in the order, from 0. */
  int stroke(int place) {
    return strokes[place + 1];
  }

  /** Whether the stroke at a place in the order, from 0, is drawn from its end. */
  boolean isBackwards(int place) {
    return backwards[strokes[place + 1]];
  }

  /** Length of the way between the strokes, there and back, in mm. */
  double length() {
    double length = 0;
    for (int position = 0; position <= count; position++) {
      length += gap(position);
    }
    return length;
  }

  /**
   * Shortens the way, change by change, until none of those that join an end to one near it
   * shortens it any more (2-opt and Or-opt; Bentley 1992, "Fast algorithms for geometric traveling
   * salesman problems"), or enough work was done.
   */
  void shorten() {
    shorten(near(), strokes.clone());
  }

  /**
   * Shortens the way further where {@link #shorten} finds nothing any more: two runs of strokes
   * that follow one another are exchanged, what that spoils is mended, and if the way is not
   * shorter then, all is as before (iterated local search with segment exchanges; Johnson and
   * McGeoch 1997, "The traveling salesman problem: a case study").
   *
   * @param tries how often
   */
  void shortenFurther(RandomGenerator random, int tries) {
    if (count < 4) {
      return;
    }
    int[][] near = near();
    double length = length();
    for (int i = 0; i < tries && turned < MOST_TURNED_IN_ALL; i++) {
      int[] strokesBefore = strokes.clone();
      int[] positionsBefore = positions.clone();
      boolean[] backwardsBefore = backwards.clone();
      int from = 1 + random.nextInt(count - 1);
      int end = Math.min(count, from + LONGEST_EXCHANGED);
      int middle = from + random.nextInt(end - from);
      int to = middle + 1 + random.nextInt(end - middle);
      shorten(near, exchange(from, middle, to));
      double shorter = length();
      if (shorter < length - LEAST_GAIN) {
        length = shorter;
      } else {
        System.arraycopy(strokesBefore, 0, strokes, 0, strokes.length);
        System.arraycopy(positionsBefore, 0, positions, 0, positions.length);
        System.arraycopy(backwardsBefore, 0, backwards, 0, backwards.length);
      }
    }
  }

  /** Exchanges two runs, each in its direction; returns the strokes at their ends. */
  private int[] exchange(int from, int middle, int to) {
    int[] touched = {
      strokes[from - 1],
      strokes[from],
      strokes[middle],
      strokes[middle + 1],
      strokes[to],
      strokes[wrapped(to + 1)]
    };
    turnAround(from, middle);
    turnAround(middle + 1, to);
    turnAround(from, to);
    return Arrays.stream(touched).distinct().toArray();
  }

  /**
   * Shortens the way around some strokes.
   *
   * @param touched distinct strokes
   */
  private void shorten(int[][] near, int[] touched) {
    int[] waiting = Arrays.copyOf(touched, count + 1);
    boolean[] waits = new boolean[count + 1];
    for (int stroke : touched) {
      waits[stroke] = true;
    }
    int first = 0;
    int size = touched.length;
    while (size > 0 && turned < MOST_TURNED_IN_ALL) {
      int stroke = waiting[first];
      first = (first + 1) % waiting.length;
      size--;
      waits[stroke] = false;
      for (int end = 2 * stroke; end <= 2 * stroke + 1; end++) {
        for (int other : change(end, near[end])) {
          if (!waits[other]) {
            waits[other] = true;
            waiting[(first + size++) % waiting.length] = other;
          }
        }
      }
    }
  }

  private int[][] near() {
    EndTree tree = new EndTree(x, y);
    int[][] near = new int[x.length][];
    for (int end = 0; end < near.length; end++) {
      near[end] = tree.nearest(x[end], y[end], end >> 1, NEAREST);
    }
    return near;
  }

  /**
   * Makes a change that joins an end to a near one, if one shortens the way.
   *
   * @return the strokes at the ends of what has changed
   */
  private int[] change(int end, int[] near) {
    int position = positions[end >> 1];
    boolean leaves = end == exit(position);
    // The gap beside the end lies behind this position.
    int before = leaves ? position : position == 0 ? count : position - 1;
    double gap = gap(before);
    for (int other : near) {
      if (distance(end, other) >= gap) {
        break;
      }
      int there = positions[other >> 1];
      boolean otherLeaves = other == exit(there);
      if (leaves == otherLeaves) {
        int[] touched = turn(leaves ? position + 1 : position, leaves ? there + 1 : there);
        if (touched.length > 0) {
          return touched;
        }
      }
      for (int length = 1; length <= LONGEST_MOVED; length++) {
        int from = otherLeaves ? there - length + 1 : there;
        int[] touched = move(from, from + length - 1, before, leaves == otherLeaves);
        if (touched.length > 0) {
          return touched;
        }
      }
    }
    return new int[0];
  }

  /**
   * Turns the strokes between two gaps around if that shortens the way.
   *
   * @param oneGap position behind the gap
   * @param otherGap likewise
   */
  private int[] turn(int oneGap, int otherGap) {
    int from = Math.min(oneGap, otherGap);
    int to = Math.max(oneGap, otherGap) - 1;
    if (from == 0) {
      // The place stays at position 0; what lies on the other side of it is turned instead.
      from = to + 1;
      to = count;
    }
    if (from > to || to - from >= MOST_TURNED) {
      return new int[0];
    }
    double gain =
        gap(from - 1)
            + gap(to)
            - distance(exit(from - 1), exit(to))
            - distance(entry(from), entry(to + 1));
    if (gain < LEAST_GAIN) {
      return new int[0];
    }
    int[] touched = {strokes[from - 1], strokes[from], strokes[to], strokes[wrapped(to + 1)]};
    turnAround(from, to);
    return touched;
  }

  /**
   * Moves strokes into a gap if that shortens the way.
   *
   * @param from position of the first of them
   * @param to position of the last
   * @param before position before the gap
   * @param around whether they come in turned around
   */
  private int[] move(int from, int to, int before, boolean around) {
    boolean beside = before >= from - 1 && before <= to;
    if (from < 1 || to > count || beside || Math.max(before - from, to - before) >= MOST_TURNED) {
      return new int[0];
    }
    int first = around ? exit(to) : entry(from);
    int last = around ? entry(from) : exit(to);
    double gain =
        gap(from - 1)
            + gap(to)
            + gap(before)
            - distance(exit(from - 1), entry(to + 1))
            - distance(exit(before), first)
            - distance(last, entry(before + 1));
    if (gain < LEAST_GAIN) {
      return new int[0];
    }
    int[] touched = {
      strokes[from - 1],
      strokes[from],
      strokes[to],
      strokes[wrapped(to + 1)],
      strokes[before],
      strokes[wrapped(before + 1)]
    };
    if (!around) {
      turnAround(from, to);
    }
    if (before > to) {
      turnAround(to + 1, before);
      turnAround(from, before);
    } else {
      turnAround(before + 1, from - 1);
      turnAround(before + 1, to);
    }
    return touched;
  }

  private void turnAround(int from, int to) {
    turned += to - from + 1;
    for (int i = from, j = to; i <= j; i++, j--) {
      int one = strokes[i];
      int other = strokes[j];
      put(i, other, !backwards[other]);
      if (i < j) {
        put(j, one, !backwards[one]);
      }
    }
  }

  private void put(int position, int stroke, boolean isBackwards) {
    strokes[position] = stroke;
    positions[stroke] = position;
    backwards[stroke] = isBackwards;
  }

  private int wrapped(int position) {
    return position > count ? 0 : position;
  }

  private double gap(int position) {
    return distance(exit(position), entry(position + 1));
  }

  /** The end where the pen comes to a stroke. */
  private int entry(int position) {
    int stroke = strokes[wrapped(position)];
    return 2 * stroke + (backwards[stroke] ? 1 : 0);
  }

  /** The end where the pen leaves a stroke. */
  private int exit(int position) {
    int stroke = strokes[position];
    return 2 * stroke + (backwards[stroke] ? 0 : 1);
  }

  private double distance(int end, int other) {
    double deltaX = x[end] - x[other];
    double deltaY = y[end] - y[other];
    return Math.sqrt(deltaX * deltaX + deltaY * deltaY);
  }
}
