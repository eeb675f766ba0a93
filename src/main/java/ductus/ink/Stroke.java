package ductus.ink;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The points of a pen from pen-down to pen-up.
 *
 * @param points one or more; a single one is a dot
 */
public record Stroke(List<PenPoint> points) implements Serializable {
  private static final long serialVersionUID = 1L;

  public Stroke {
    points = List.copyOf(points);
    if (points.isEmpty()) {
      throw new IllegalArgumentException("a stroke must have a point");
    }
  }

  /** The point where the stroke begins. */
  public PenPoint first() {
    return points.get(0);
  }

  /** The point where the stroke ends. */
  public PenPoint last() {
    return points.get(points.size() - 1);
  }

  /** Returns this stroke drawn from its end. */
  public Stroke backwards() {
    List<PenPoint> turned = new ArrayList<>(points);
    Collections.reverse(turned);
    return new Stroke(turned);
  }

  /** Length of the way along the stroke's points. */
  public double length() {
    double length = 0;
    for (int i = 1; i < points.size(); i++) {
      length += points.get(i).distance(points.get(i - 1));
    }
    return length;
  }
}
