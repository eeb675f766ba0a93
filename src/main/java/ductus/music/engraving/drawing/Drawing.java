package ductus.music.engraving.drawing;

import ductus.music.engraving.glyph.Glyph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Marks in the order in which they are drawn, and how far up and down they reach. */
public final class Drawing {
  private final List<Mark> marks = new ArrayList<>();
  private double top;
  private double bottom;

  /**
   * An empty drawing.
   *
   * @param top the least that it reaches up to
   * @param bottom the least that it reaches down to
   */
  public Drawing(double top, double bottom) {
    this.top = top;
    this.bottom = bottom;
  }

  /** The marks, which do not change. */
  public List<Mark> marks() {
    return Collections.unmodifiableList(marks);
  }

  /** Height up to which the drawing reaches. */
  public double top() {
    return top;
  }

  /** Height down to which the drawing reaches. */
  public double bottom() {
    return bottom;
  }

  /** Counts a height as drawn on. */
  public void reach(double from, double to) {
    top = Math.min(top, Math.min(from, to));
    bottom = Math.max(bottom, Math.max(from, to));
  }

  /** Draws a sign of music in its own size. */
  public void sign(Glyph glyph, double x, double y) {
    marks.add(new Mark.Sign(glyph, x, y, 1, 1));
  }

  /** Draws a scaled sign. */
  public void sign(Glyph glyph, double x, double y, double scaleX, double scaleY) {
    marks.add(new Mark.Sign(glyph, x, y, scaleX, scaleY));
  }

  /** Draws a straight line. */
  public void rule(double x1, double y1, double x2, double y2, double width) {
    marks.add(new Mark.Rule(x1, y1, x2, y2, width));
    reach(y1, y2);
  }

  /** Draws a filled polygon through points, x and y in turn. */
  public void polygon(Double... points) {
    marks.add(new Mark.Outline(false, List.of(points)));
    reachOf(points);
  }

  /** Draws a filled outline of Bézier curves: a point, then three for each curve. */
  public void curves(Double... points) {
    marks.add(new Mark.Outline(true, List.of(points)));
    reachOf(points);
  }

  private void reachOf(Double... points) {
    for (int i = 1; i < points.length; i += 2) {
      reach(points[i], points[i]);
    }
  }

  /** Draws a line of text; see {@link Mark.Words}. */
  public void words(double x, double y, double size, double anchor, String text, String kind) {
    marks.add(new Mark.Words(x, y, size, anchor, text, kind));
    reach(y - size, y);
  }

  /** Marks a rectangle that is not seen. */
  public void region(double x, double y, double width, double height, String... attributes) {
    marks.add(new Mark.Region(x, y, width, height, List.of(attributes)));
  }

  /** Begins a group with attributes of SVG. */
  public void open(String... attributes) {
    marks.add(new Mark.Open(List.of(attributes)));
  }

  /** Ends a group. */
  public void close() {
    marks.add(new Mark.Close());
  }

  /** Draws another drawing at a place of this one. */
  public void add(Drawing other, double right, double down) {
    for (Mark mark : other.marks) {
      marks.add(mark.moved(right, down));
    }
    reach(other.top + down, other.bottom + down);
  }
}
