package ductus.ink.skeleton;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides, at each crossing of a skeleton, which line a pen follows after which. */
final class SkeletonCrossings {
  /** The sharpest turn with which a pen goes on from a line to another, in radians. */
  private static final double SHARPEST = Math.toRadians(75);

  /** An end of a line: where it begins, or where it ends. */
  private record End(int line, boolean begins) {
    End other() {
      return new End(line, !begins);
    }
  }

  /** Two ends that a pen goes on between, and how sharply it turns. */
  private record Passage(End one, End other, double turn) {}

  private final List<SkeletonLine> lines;
  private final double breadth;

  /** What a pen that comes to an end of a line goes on with: the ends where it enters lines. */
  private final Map<End, List<End>> next = new HashMap<>();

  SkeletonCrossings(SkeletonGraph graph, double breadth) {
    lines = graph.lines();
    this.breadth = breadth;
    List<List<End>> at = new ArrayList<>();
    for (int node = 0; node < graph.nodes(); node++) {
      at.add(new ArrayList<>());
    }
    for (int i = 0; i < lines.size(); i++) {
      at.get(lines.get(i).from()).add(new End(i, true));
      at.get(lines.get(i).to()).add(new End(i, false));
    }
    for (List<End> ends : at) {
      if (ends.size() > 1) {
        cross(ends, at);
      }
    }
  }

  private void cross(List<End> ends, List<List<End>> at) {
    List<Passage> passages = passages(ends);
    if (ends.size() == 3) {
      for (End stem : ends) {
        boolean isStem = at.get(node(stem.other())).size() == 1;
        List<End> others = ends.stream().filter(end -> !end.equals(stem)).toList();
        boolean isLoop = others.get(0).line() == others.get(1).line();
        if (isStem && !isLoop && goesUpAndDown(stem, others)) {
          next.put(others.get(0), List.of(stem, stem.other(), others.get(1)));
          next.put(others.get(1), List.of(stem, stem.other(), others.get(0)));
          next.put(stem, List.of());
          next.put(stem.other(), List.of());
          return;
        }
      }
    }
    for (Passage passage : passages) {
      boolean free = !next.containsKey(passage.one()) && !next.containsKey(passage.other());
      if (free && (passage.turn() < SHARPEST || ends.size() == 2)) {
        next.put(passage.one(), List.of(passage.other()));
        next.put(passage.other(), List.of(passage.one()));
      }
    }
  }

  private boolean goesUpAndDown(End stem, List<End> others) {
    double there = turn(others.get(0), stem);
    double back = turn(stem, others.get(1));
    double direct = turn(others.get(0), others.get(1));
    return Math.max(there, back) < SHARPEST && direct > Math.max(SHARPEST, there + back);
  }

  private int node(End end) {
    SkeletonLine line = lines.get(end.line());
    return end.begins() ? line.from() : line.to();
  }

  /** All pairs of ends, the straightest first. */
  private List<Passage> passages(List<End> ends) {
    List<Passage> passages = new ArrayList<>();
    for (int i = 0; i < ends.size(); i++) {
      for (int k = i + 1; k < ends.size(); k++) {
        passages.add(new Passage(ends.get(i), ends.get(k), turn(ends.get(i), ends.get(k))));
      }
    }
    passages.sort(Comparator.comparingDouble(Passage::turn));
    return passages;
  }

  private double turn(End in, End out) {
    return outwards(in).turn(outwards(out), breadth);
  }

  /** The line of an end, from there. */
  private SkeletonLine outwards(End end) {
    SkeletonLine line = lines.get(end.line());
    return end.begins() ? line : line.backwards();
  }

  /**
   * The ways of a pen that draw all lines: first those with two ends, then rings, then the rest.
   */
  List<SkeletonWay> ways() {
    List<SkeletonWay> ways = new ArrayList<>();
    Set<Integer> drawn = new HashSet<>();
    for (int i = 0; i < lines.size(); i++) {
      for (boolean begins : new boolean[] {true, false}) {
        End end = new End(i, begins);
        if (!drawn.contains(i) && !next.containsKey(end)) {
          ways.add(way(end, drawn));
        }
      }
    }
    for (boolean stems : new boolean[] {false, true}) {
      for (int i = 0; i < lines.size(); i++) {
        if (!drawn.contains(i) && isStem(i) == stems) {
          ways.add(way(new End(i, true), drawn));
        }
      }
    }
    return ways;
  }

  /** Whether a line is drawn up and down by the way that comes along. */
  private boolean isStem(int line) {
    List<End> after = next.get(new End(line, true));
    return after != null && after.isEmpty();
  }

  /** The way that begins at an end of a line. */
  private SkeletonWay way(End start, Set<Integer> drawn) {
    List<SkeletonLine> way = new ArrayList<>();
    List<End> entered = List.of(start);
    boolean ring = false;
    while (!entered.isEmpty() && !ring) {
      for (End end : entered) {
        ring = !way.isEmpty() && end.equals(start);
        if (!ring) {
          way.add(outwards(end));
          drawn.add(end.line());
        }
      }
      entered = next.getOrDefault(entered.get(entered.size() - 1).other(), List.of());
    }
    return new SkeletonWay(way, ring);
  }
}
