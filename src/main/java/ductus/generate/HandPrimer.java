package ductus.generate;

import ductus.model.pen.Alphabet;
import ductus.model.pen.OffsetScale;
import ductus.model.pen.PenFeatures;
import ductus.model.pen.PenSequence;
import ductus.model.pen.PenText;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Writing of a hand's own that a network has just done, as it thinks, when it begins to draw
 * (Graves 2013, §5.5). It is not shown.
 *
 * @param text plain, of characters of the network's alphabet; lines go on right behind it, so its
 *     last character should be a space
 * @param points of the pen, from the beginning of its line on
 */
public record HandPrimer(String text, List<Point> points) {
  /** No writing: lines begin as they are. */
  public static final HandPrimer NONE = new HandPrimer("", List.of());

  /**
   * A point of the pen.
   *
   * @param deltaX to the right of the point before, in x-heights
   * @param deltaY upwards
   * @param penUp whether it is the last of its stroke
   */
  public record Point(float deltaX, float deltaY, boolean penUp) {}

  public HandPrimer {
    points = List.copyOf(points);
    if (text.isEmpty() != points.isEmpty()) {
      throw new IllegalArgumentException(
          "a primer must have both text and points, or none, but had \"%s\" and %d points"
              .formatted(text, points.size()));
    }
    if (!points.isEmpty() && !points.get(points.size() - 1).penUp()) {
      throw new IllegalArgumentException("a primer must end with the pen lifted");
    }
  }

  /**
   * Takes the beginning of a line as a primer.
   *
   * @param text what it says
   * @param count points
   */
  public static HandPrimer of(String text, PenSequence line, int count) {
    List<Point> points = new ArrayList<>();
    for (int t = 0; t < count; t++) {
      points.add(new Point(line.deltaX(t), line.deltaY(t), line.penUp(t)));
    }
    return new HandPrimer(text, points);
  }

  /** Number of characters of the primer's text. */
  public int characters() {
    return text.codePointCount(0, text.length());
  }

  /** Height over the baseline of the primer's last point; 0 where there is none. */
  double height() {
    return points.stream().mapToDouble(Point::deltaY).sum();
  }

  /**
   * The features of the primer for a network: the beginning of the line, then the points.
   *
   * @param lines B, which all read the same
   * @return features [(T+1)×B×4]
   */
  public FMatrixRMaj rows(OffsetScale scale, int lines) {
    FMatrixRMaj rows = new FMatrixRMaj((points.size() + 1) * lines, PenFeatures.SIZE);
    double height = 0;
    for (int b = 0; b < lines; b++) {
      PenFeatures.beginning(rows.data, b * PenFeatures.SIZE);
    }
    for (int t = 0; t < points.size(); t++) {
      Point point = points.get(t);
      height += point.deltaY();
      float x = scale.scaleX(point.deltaX());
      float y = scale.scaleY(point.deltaY());
      for (int b = 0; b < lines; b++) {
        int at = ((t + 1) * lines + b) * PenFeatures.SIZE;
        PenFeatures.point(x, y, point.penUp(), height, rows.data, at);
      }
    }
    return rows;
  }

  /** The primer's text with that of a line behind it. */
  PenText before(PenText line, Alphabet alphabet) {
    return PenText.of(alphabet.numbers(text.codePoints().toArray())).before(line);
  }
}
