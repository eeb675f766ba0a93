package ductus.model.pen;

import ductus.nn.Indices;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Lines side by side, time-major: at each step the point before, as the target the next point.
 * Before the first point stands the line's beginning; behind the last one is a step without a
 * target, at which the window should be at the text's end. Shorter lines are padded.
 */
public final class PenBatch {
  /** Numbers of a point that a network predicts: scaled offset, pen-up. */
  public static final int TARGETS = 3;

  private static final float PEN_MASKED = -1;

  /** The number of the character at a step that has none to look at. */
  public static final int NONE = -1;

  private final int size;
  private final int time;
  private final FMatrixRMaj points;
  private final FMatrixRMaj targets;
  private final int[] alignment;
  private final @Nullable TextRows texts;
  private final Indices styles;
  private final int targetCount;

  /** A batch of lines, scaled for a network. */
  public PenBatch(List<PenSequence> lines, PenNetworkConfig config) {
    size = lines.size();
    time = 1 + lines.stream().mapToInt(PenSequence::points).max().orElseThrow();
    points = new FMatrixRMaj(time * size, PenFeatures.SIZE);
    targets = new FMatrixRMaj(time * size, TARGETS);
    alignment = new int[time * size];
    Arrays.fill(targets.data, PEN_MASKED);
    Arrays.fill(alignment, NONE);
    int[] hands = new int[size];
    for (int b = 0; b < size; b++) {
      fill(lines.get(b), b, config.scale());
      hands[b] = lines.get(b).style();
    }
    styles = new Indices(hands, 1);
    texts =
        config.window() == null
            ? null
            : new TextRows(
                lines.stream().map(PenSequence::text).toList(), config.window().alphabet());
    targetCount = lines.stream().mapToInt(PenSequence::points).sum();
  }

  private void fill(PenSequence line, int b, OffsetScale scale) {
    double height = 0;
    for (int t = 0; t <= line.points(); t++) {
      int row = t * size + b;
      int at = row * PenFeatures.SIZE;
      if (t == 0) {
        PenFeatures.beginning(points.data, at);
      } else {
        height += line.deltaY(t - 1);
        float x = scale.scaleX(line.deltaX(t - 1));
        float y = scale.scaleY(line.deltaY(t - 1));
        PenFeatures.point(x, y, line.penUp(t - 1), height, points.data, at);
      }
      if (t < line.points()) {
        targets.data[row * TARGETS] = scale.scaleX(line.deltaX(t));
        targets.data[row * TARGETS + 1] = scale.scaleY(line.deltaY(t));
        targets.data[row * TARGETS + 2] = line.penUp(t) ? 1 : 0;
        alignment[row] = line.characterOfPoint(t);
      } else {
        alignment[row] = line.textLength() - 1;
      }
    }
  }

  /** Time steps T: the points of the longest line, and one. */
  public int time() {
    return time;
  }

  /** Lines B. */
  public int size() {
    return size;
  }

  /** Points of all lines. */
  public int targetCount() {
    return targetCount;
  }

  /** The points that are read [T×B×4]; not a copy. */
  FMatrixRMaj points() {
    return points;
  }

  /**
   * The points that are predicted [T×B×3], the pen negative where there is no target; not a copy.
   */
  FMatrixRMaj targets() {
    return targets;
  }

  /** The character that the window should be at, or {@link #NONE} [T×B]; not a copy. */
  int[] alignment() {
    return alignment;
  }

  /** The texts; null where the network has no window. */
  @Nullable TextRows texts() {
    return texts;
  }

  /** Number of each line's hand [B×1]. */
  Indices styles() {
    return styles;
  }
}
