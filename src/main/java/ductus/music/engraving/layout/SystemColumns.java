package ductus.music.engraving.layout;

import java.util.ArrayList;
import java.util.List;

/** Where the bars of a system and their columns stand. */
final class SystemColumns {
  private final List<BarLayout> bars;
  private final int from;
  private final int to;
  private final double left;
  private final List<double[]> xs = new ArrayList<>();
  private final double[] edges;
  private final double[] music;
  private final double[] repeats;

  /**
   * Places the bars from one to another, this one excluded.
   *
   * @param left where the staff begins
   */
  SystemColumns(
      List<BarLayout> bars,
      BarHeads heads,
      LineBreaks breaks,
      int from,
      int to,
      double left,
      double room) {
    this.bars = bars;
    this.from = from;
    this.to = to;
    this.left = left;
    double stretch = breaks.stretchOf(from, to);
    double wide = breaks.width(from, to, stretch);
    // A bar that is too full for a system is pressed together.
    double press = wide > room ? room / wide : 1;
    edges = new double[to - from + 1];
    music = new double[to - from];
    repeats = new double[to - from];
    double x = left;
    for (int i = from; i < to; i++) {
      edges[i - from] = x;
      BarLayout bar = bars.get(i);
      x += press * heads.width(i, i == from);
      music[i - from] = x;
      repeats[i - from] = x - press * heads.repeatWidth(i);
      x += press * bar.lead();
      double[] columns = new double[bar.starts().size()];
      for (int k = 0; k < columns.length; k++) {
        columns[k] = x;
        x += press * bar.width(k, stretch);
      }
      xs.add(columns);
    }
    edges[to - from] = x;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  /** Where the staff begins. */
  double left() {
    return left;
  }

  /** Where the staff ends. */
  double right() {
    return edges[to - from];
  }

  BarLayout bar(int number) {
    return bars.get(number);
  }

  double barLeft(int number) {
    return edges[number - from];
  }

  /** Where a bar's notes may begin, behind clef, key and metre. */
  double musicLeft(int number) {
    return music[number - from];
  }

  /** Where the sign of a repeat begins, if the bar has one. */
  double repeatLeft(int number) {
    return repeats[number - from];
  }

  double barRight(int number) {
    return edges[number - from + 1];
  }

  /** The left edge of heads at a time of a bar. */
  double x(int number, int time) {
    return xs.get(number - from)[bars.get(number).starts().indexOf(time)];
  }
}
