package ductus.ink.geometry;

import ductus.ink.PenPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The places of a line over or under which there is ink, between two heights. */
final class InkCoverage {
  private record Stretch(double left, double right) {}

  private final double bottom;
  private final double top;
  private final List<Stretch> stretches = new ArrayList<>();

  InkCoverage(double bottom, double top) {
    this.bottom = bottom;
    this.top = top;
  }

  /** Adds what of a straight line is between the heights. */
  void add(PenPoint from, PenPoint to) {
    PenPoint low = from.y() <= to.y() ? from : to;
    PenPoint high = from.y() <= to.y() ? to : from;
    if (high.y() < bottom || low.y() > top) {
      return;
    }
    double start = x(low, high, Math.max(bottom, low.y()));
    double end = x(high, low, Math.min(top, high.y()));
    stretches.add(new Stretch(Math.min(start, end), Math.max(start, end)));
  }

  /** Adds all of another coverage. */
  void addAll(InkCoverage other) {
    stretches.addAll(other.stretches);
  }

  /** The place where a line meets a height; its first end where it is level. */
  private static double x(PenPoint from, PenPoint to, double y) {
    return to.y() == from.y()
        ? from.x()
        : from.x() + (y - from.y()) / (to.y() - from.y()) * (to.x() - from.x());
  }

  /** Whether there is no ink. */
  boolean isEmpty() {
    return stretches.isEmpty();
  }

  /** The left end of all ink. */
  double left() {
    return stretches.stream().mapToDouble(Stretch::left).min().orElse(Double.POSITIVE_INFINITY);
  }

  /** The right end of all ink. */
  double right() {
    return stretches.stream().mapToDouble(Stretch::right).max().orElse(Double.NEGATIVE_INFINITY);
  }

  /** Widths of the places without ink between left and right end, from left to right. */
  List<Double> holes() {
    List<Double> holes = new ArrayList<>();
    double reached = left();
    for (Stretch stretch :
        stretches.stream().sorted(Comparator.comparingDouble(Stretch::left)).toList()) {
      if (stretch.left() > reached) {
        holes.add(stretch.left() - reached);
      }
      reached = Math.max(reached, stretch.right());
    }
    return holes;
  }
}
