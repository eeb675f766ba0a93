package ductus.ink.skeleton;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.prepare.Simplification;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Strokes along the skeleton of ink. At a crossing the pen goes on as straight as it can; up a stem
 * and down again where that is smoother than to turn (a line that is drawn twice, Kato and Yasuhara
 * 2000); and where nothing goes on, a stroke ends. A stroke begins at its left or upper end, a ring
 * at its top, to the left.
 */
public final class SkeletonStrokes {
  /** Deviation of the smoothing, and the farthest that a dropped point may be off, in breadths. */
  private static final double SMOOTHING = 0.25;

  private static final double TOLERANCE = 0.06;

  /** How far from a crossing the middle of a line is not that of a stroke, in breadths. */
  private static final double DISTORTED = 0.7;

  private final SkeletonCrossings crossings;
  private final double breadth;
  private final StrokeSmoothing smoothing;

  private SkeletonStrokes(SkeletonGraph graph, double breadth) {
    crossings = new SkeletonCrossings(graph, breadth);
    this.breadth = breadth;
    smoothing = new StrokeSmoothing(SMOOTHING * breadth);
  }

  /**
   * Finds the strokes of ink, from left to right.
   *
   * @param ink in lines of a breadth
   * @param breadth in pixels, about 4 or more, so that lines have a middle
   */
  public static Handwriting of(Bitmap ink, double breadth) {
    SkeletonGraph graph = new SkeletonGraph(ink, breadth);
    List<Stroke> strokes = new ArrayList<>();
    graph.dots().forEach(dot -> strokes.add(new Stroke(List.of(dot))));
    SkeletonStrokes found = new SkeletonStrokes(graph, breadth);
    found.crossings.ways().forEach(way -> strokes.add(found.stroke(way)));
    strokes.sort(Comparator.comparingDouble(SkeletonStrokes::left));
    return new Simplification(TOLERANCE * breadth).apply(Handwriting.of(strokes)).ink();
  }

  private static double left(Stroke stroke) {
    return stroke.points().stream().mapToDouble(PenPoint::x).min().orElseThrow();
  }

  private Stroke stroke(SkeletonWay way) {
    List<PenPoint> points = new ArrayList<>();
    for (List<PenPoint> part : parts(way)) {
      points.addAll(smoothing.apply(part));
    }
    Stroke stroke = new Stroke(points);
    return way.ring() ? ring(points) : isBackwards(stroke) ? stroke.backwards() : stroke;
  }

  /** The points of a way, cut where the pen turns round at the end of a line. */
  private List<List<PenPoint>> parts(SkeletonWay way) {
    List<List<PenPoint>> parts = new ArrayList<>();
    List<PenPoint> part = new ArrayList<>();
    for (int i = 0; i < way.lines().size(); i++) {
      SkeletonLine line = way.lines().get(i);
      boolean turned = i > 0 && line.equals(way.lines().get(i - 1).backwards());
      boolean turns = i + 1 < way.lines().size() && line.equals(way.lines().get(i + 1).backwards());
      boolean open = !way.ring() || way.lines().size() == 1;
      boolean begins = (i == 0 && open) || turned;
      boolean ends = (i + 1 == way.lines().size() && open) || turns;
      if (turned) {
        parts.add(part);
        part = new ArrayList<>();
      }
      part.addAll(middle(line, begins, ends));
    }
    parts.add(part);
    return parts;
  }

  /** The points of a line, without those near a crossing that a stroke passes. */
  private List<PenPoint> middle(SkeletonLine line, boolean begins, boolean ends) {
    double clear = DISTORTED * breadth;
    List<PenPoint> points = line.points();
    PenPoint start = points.get(0);
    PenPoint end = points.get(points.size() - 1);
    List<PenPoint> kept =
        points.stream()
            .filter(p -> begins || p.distance(start) >= clear)
            .filter(p -> ends || p.distance(end) >= clear)
            .toList();
    return kept.isEmpty() ? List.of(points.get(points.size() / 2)) : kept;
  }

  private static boolean isBackwards(Stroke stroke) {
    double right = stroke.last().x() - stroke.first().x();
    double down = stroke.first().y() - stroke.last().y();
    return right + down < 0;
  }

  /** A ring from its top, counterclockwise, closed. */
  private static Stroke ring(List<PenPoint> points) {
    int top = 0;
    double area = 0;
    for (int i = 0; i < points.size(); i++) {
      PenPoint point = points.get(i);
      PenPoint next = points.get((i + 1) % points.size());
      area += point.x() * next.y() - next.x() * point.y();
      top = point.y() > points.get(top).y() ? i : top;
    }
    List<PenPoint> turned = new ArrayList<>();
    for (int i = 0; i <= points.size(); i++) {
      turned.add(points.get(Math.floorMod(area > 0 ? top + i : top - i, points.size())));
    }
    return new Stroke(turned);
  }
}
