package ductus.ink.skeleton;

import ductus.ink.PenPoint;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Follows the pixels of thin lines from each end and crossing to the next. */
final class SkeletonPixels {
  private final Bitmap thin;
  private final LineMiddle middle;
  private final List<PenPoint> nodes = new ArrayList<>();
  private final List<SkeletonLine> lines = new ArrayList<>();

  /** The node of each pixel that belongs to one; those of a crossing hang together. */
  private final Map<Integer, Integer> nodeOf = new HashMap<>();

  private final BitSet passed = new BitSet();

  SkeletonPixels(Bitmap ink, double breadth) {
    thin = Thinning.of(ink);
    middle = new LineMiddle(ink, breadth);
    thin.pixels().filter(pixel -> neighbors(pixel).size() != 2).forEach(this::node);
    nodeOf.keySet().stream().sorted().forEach(this::linesFrom);
    // What is left are rings; each begins at its top.
    thin.pixels()
        .filter(pixel -> !passed.get(pixel) && !nodeOf.containsKey(pixel))
        .forEach(
            pixel -> {
              if (!passed.get(pixel)) {
                nodeOf.put(pixel, nodes.size());
                nodes.add(point(pixel));
                linesFrom(pixel);
              }
            });
  }

  /** Places of ends, crossings, dots, and of the tops of rings. */
  List<PenPoint> nodes() {
    return nodes;
  }

  List<SkeletonLine> lines() {
    return lines;
  }

  private List<Integer> neighbors(int pixel) {
    List<Integer> found = new ArrayList<>();
    int row = pixel / thin.width();
    int column = pixel % thin.width();
    for (int r = row - 1; r <= row + 1; r++) {
      for (int c = column - 1; c <= column + 1; c++) {
        if ((r != row || c != column) && thin.black(r, c)) {
          found.add(r * thin.width() + c);
        }
      }
    }
    return found;
  }

  private PenPoint point(int pixel) {
    return middle.of(pixel / thin.width(), pixel % thin.width());
  }

  /** Adds the node of a pixel, with all pixels of crossings that hang together with it. */
  private void node(int first) {
    if (nodeOf.containsKey(first)) {
      return;
    }
    double x = 0;
    double y = 0;
    int size = 0;
    Deque<Integer> open = new ArrayDeque<>(List.of(first));
    nodeOf.put(first, nodes.size());
    while (!open.isEmpty()) {
      int pixel = open.pop();
      x += point(pixel).x();
      y += point(pixel).y();
      size++;
      for (int next : neighbors(pixel)) {
        if (neighbors(pixel).size() > 2
            && neighbors(next).size() > 2
            && nodeOf.putIfAbsent(next, nodes.size()) == null) {
          open.push(next);
        }
      }
    }
    nodes.add(PenPoint.at(x / size, y / size));
  }

  private void linesFrom(int pixel) {
    int from = node(pixel, 0);
    for (int next : neighbors(pixel)) {
      if (nodeOf.containsKey(next)) {
        if (node(next, from) > from) {
          int to = node(next, from);
          lines.add(new SkeletonLine(from, to, List.of(nodes.get(from), nodes.get(to))));
        }
      } else if (!passed.get(next)) {
        follow(pixel, next);
      }
    }
  }

  private int node(int pixel, int otherwise) {
    return nodeOf.getOrDefault(pixel, otherwise);
  }

  private void follow(int start, int first) {
    int from = node(start, 0);
    List<PenPoint> points = new ArrayList<>(List.of(nodes.get(from)));
    int before = start;
    int pixel = first;
    while (!nodeOf.containsKey(pixel)) {
      passed.set(pixel);
      points.add(point(pixel));
      int last = before;
      before = pixel;
      pixel = neighbors(pixel).stream().filter(next -> next != last).findFirst().orElse(start);
    }
    int to = node(pixel, from);
    points.add(nodes.get(to));
    // A pixel that touches a crossing twice is a part of it.
    if (to != from || points.size() > 3) {
      lines.add(new SkeletonLine(from, to, points));
    }
  }
}
