package ductus.music.engraving.layout;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Breaks bars into systems so that the sum of what they are stretched or squeezed by is least, as
 * Knuth and Plass break paragraphs.
 */
final class LineBreaks {
  private static final double MOST_STRETCH = 40;
  private static final double LEAST_STRETCH = 0.05;
  private static final double LAST_FULL = 0.65;

  /** Share of the badness that a last system has which is not full. */
  private static final double LAST = 0.08;

  private final List<BarLayout> bars;
  private final BarHeads heads;
  private final double width;
  private final double firstIndent;
  private final double indent;

  /**
   * Prepares the breaks.
   *
   * @param width of a system
   * @param firstIndent room left of the first system, for names
   * @param indent room left of the others
   */
  LineBreaks(
      List<BarLayout> bars, BarHeads heads, double width, double firstIndent, double indent) {
    this.bars = bars;
    this.heads = heads;
    this.width = width;
    this.firstIndent = firstIndent;
    this.indent = indent;
  }

  /** Returns the index of the first bar of each system. */
  List<Integer> starts() {
    int count = bars.size();
    double[] cost = new double[count + 1];
    int[] before = new int[count + 1];
    Arrays.fill(cost, Double.POSITIVE_INFINITY);
    cost[0] = 0;
    for (int from = 0; from < count; from++) {
      for (int to = from + 1; to <= count; to++) {
        double stretch = stretch(from, to);
        boolean tooFull = stretch <= LEAST_STRETCH;
        if (tooFull && to > from + 1) {
          break;
        }
        double log = StrictMath.log(Math.max(stretch, LEAST_STRETCH));
        // To squeeze is worse than to stretch; a last system may end early.
        double bad =
            to == count && log > 0 ? LAST * log * log : log < 0 ? 3 * log * log : log * log;
        bad += tooFull ? 100 : 0.01;
        if (cost[from] + bad < cost[to]) {
          cost[to] = cost[from] + bad;
          before[to] = from;
        }
      }
    }
    Deque<Integer> starts = new ArrayDeque<>();
    for (int at = count; at > 0; at = before[at]) {
      starts.addFirst(before[at]);
    }
    return List.copyOf(starts);
  }

  double indent(int from) {
    return from == 0 ? firstIndent : indent;
  }

  /** Factor of the natural widths at which a system is full. */
  double stretch(int from, int to) {
    double room = width - indent(from);
    double low = 0;
    double high = MOST_STRETCH;
    if (width(from, to, LEAST_STRETCH) > room) {
      return LEAST_STRETCH;
    }
    double natural = width(from, to, 1);
    if (natural > room) {
      high = 1;
    } else {
      low = 1;
    }
    for (int i = 0; i < 26; i++) {
      double middle = (low + high) / 2;
      if (width(from, to, middle) > room) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low;
  }

  /** The stretch of a system; the last one keeps its own where it would be nearly empty. */
  double stretchOf(int from, int to) {
    double stretch = stretch(from, to);
    boolean isLast = to == bars.size();
    boolean isShort = width(from, to, 1.1) < LAST_FULL * (width - indent(from));
    return isLast && isShort ? Math.min(1.1, stretch) : stretch;
  }

  /** Width of bars as one system. */
  double width(int from, int to, double stretch) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += heads.width(i, i == from) + bars.get(i).width(stretch);
    }
    return sum;
  }
}
