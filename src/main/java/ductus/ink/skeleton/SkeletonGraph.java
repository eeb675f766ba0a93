package ductus.ink.skeleton;

import ductus.ink.PenPoint;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The ends and crossings of thinned lines, and the lines between them, without what thinning makes
 * of the breadth of lines: a crossing that came apart into two, and short spurs at the sides.
 */
final class SkeletonGraph {
  /** Length, in breadths, of a line between crossings that are one. */
  private static final double SAME_CROSSING = 1.2;

  /** The same where lines cross at a sharp angle and share their ink for a while. */
  private static final double SHARP_CROSSING = 4;

  /** How sharply lines turn into what they share, at most, in radians. */
  private static final double SHARED = Math.toRadians(60);

  /** Length, in breadths, of a line from a crossing to an end that is only a bulge. */
  private static final double SPUR = 0.8;

  private final List<PenPoint> nodes;
  private final List<SkeletonLine> lines;
  private final List<PenPoint> dots = new ArrayList<>();
  private final double breadth;

  /**
   * The graph of ink.
   *
   * @param breadth of its lines, in pixels
   */
  SkeletonGraph(Bitmap ink, double breadth) {
    SkeletonPixels pixels = new SkeletonPixels(ink, breadth);
    this.breadth = breadth;
    nodes = pixels.nodes();
    lines = pixels.lines();
    int[] degrees = degrees();
    for (int node = 0; node < nodes.size(); node++) {
      if (degrees[node] == 0) {
        dots.add(nodes.get(node));
      }
    }
    joinCrossings();
    removeSpurs(SPUR * breadth);
    joinCrossings();
    for (int node = 0; node < nodes.size(); node++) {
      joinThrough(node);
    }
  }

  /** All lines between ends and crossings. */
  List<SkeletonLine> lines() {
    return lines;
  }

  /** Single points. */
  List<PenPoint> dots() {
    return dots;
  }

  int nodes() {
    return nodes.size();
  }

  /** Number of lines that begin or end at each node; a loop does both. */
  private int[] degrees() {
    int[] degrees = new int[nodes.size()];
    for (SkeletonLine line : lines) {
      degrees[line.from()]++;
      degrees[line.to()]++;
    }
    return degrees;
  }

  private void joinCrossings() {
    int[] degrees = degrees();
    for (int i = 0; i < lines.size(); i++) {
      SkeletonLine line = lines.get(i);
      int fewer = Math.min(degrees[line.from()], degrees[line.to()]);
      if (line.from() != line.to() && fewer > 2 && isCrossing(line)) {
        lines.remove(i);
        PenPoint middle = nodes.get(line.from()).towards(nodes.get(line.to()), 0.5);
        nodes.set(line.from(), middle);
        nodes.set(line.to(), middle);
        lines.replaceAll(other -> moved(other, line.to(), line.from()));
        degrees = degrees();
        i = -1;
      }
    }
  }

  /** Whether a line between crossings is a part of one crossing only. */
  private boolean isCrossing(SkeletonLine line) {
    double length = line.length() / breadth;
    return length < SAME_CROSSING
        || (length < SHARP_CROSSING && isShared(line) && isShared(line.backwards()));
  }

  /** Whether two lines turn into a line softly where it begins. */
  private boolean isShared(SkeletonLine line) {
    int soft = 0;
    for (SkeletonLine other : lines) {
      for (SkeletonLine end : List.of(other, other.backwards())) {
        boolean isOther = end.from() == line.from() && end.to() != line.to();
        soft += isOther && end.turn(line, breadth) < SHARED ? 1 : 0;
      }
    }
    return soft == 2;
  }

  private SkeletonLine moved(SkeletonLine line, int node, int into) {
    int from = line.from() == node ? into : line.from();
    int to = line.to() == node ? into : line.to();
    return line.between(from, nodes.get(from), to, nodes.get(to));
  }

  /** Removes the shortest spur of all, and again as long as there are some. */
  private void removeSpurs(double longest) {
    Optional<SkeletonLine> spur = shortestSpur(longest);
    while (spur.isPresent()) {
      lines.remove(spur.get());
      spur = shortestSpur(longest);
    }
  }

  private Optional<SkeletonLine> shortestSpur(double longest) {
    int[] degrees = degrees();
    return lines.stream()
        .filter(
            line ->
                Math.min(degrees[line.from()], degrees[line.to()]) == 1
                    && Math.max(degrees[line.from()], degrees[line.to()]) > 2
                    && line.length() < longest)
        .min(Comparator.comparingDouble(SkeletonLine::length));
  }

  /** Makes one of two lines that meet where nothing else does. */
  private void joinThrough(int node) {
    List<SkeletonLine> here = new ArrayList<>();
    for (SkeletonLine line : lines) {
      if (line.from() == node || line.to() == node) {
        here.add(line);
      }
    }
    if (here.size() == 2 && here.stream().noneMatch(line -> line.from() == line.to())) {
      SkeletonLine first = here.get(0).to() == node ? here.get(0) : here.get(0).backwards();
      SkeletonLine second = here.get(1).from() == node ? here.get(1) : here.get(1).backwards();
      lines.removeAll(here);
      lines.add(first.with(second));
    }
  }
}
