package ductus.model.tracing;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Drawings side by side, time-major: at each step the point before, as the target the next one.
 * Before the first and behind the last point the pen rests. Shorter drawings are padded.
 */
public final class TracingBatch {
  private static final int TARGETS = 3;
  private static final float MASKED = -1;

  private final List<Picture> pictures;
  private final int time;
  private final FMatrixRMaj points;
  private final FMatrixRMaj targets;
  private final int targetCount;

  /** A batch of letters. */
  public TracingBatch(List<TracedLetter> letters) {
    pictures = letters.stream().map(TracedLetter::picture).toList();
    time = 1 + letters.stream().mapToInt(TracedLetter::points).max().orElseThrow();
    points = new FMatrixRMaj(time * letters.size(), TracingFeatures.SIZE);
    targets = new FMatrixRMaj(time * letters.size(), TARGETS);
    Arrays.fill(targets.data, MASKED);
    for (int b = 0; b < letters.size(); b++) {
      fill(letters.get(b), b);
    }
    targetCount = letters.stream().mapToInt(letter -> letter.points() + 1).sum();
  }

  private void fill(TracedLetter letter, int b) {
    double x = TracingFeatures.REST_X;
    double y = TracingFeatures.REST_Y;
    TracingFeatures.beginning(letter.picture(), points.data, b * TracingFeatures.SIZE);
    for (int t = 0; t <= letter.points(); t++) {
      boolean rests = t == letter.points();
      double nextX = rests ? TracingFeatures.REST_X : letter.x(t);
      double nextY = rests ? TracingFeatures.REST_Y : letter.y(t);
      boolean penUp = rests || letter.penUp(t);
      float deltaX = (float) ((nextX - x) / TracingFeatures.SPACING);
      float deltaY = (float) ((nextY - y) / TracingFeatures.SPACING);
      int row = t * size() + b;
      targets.data[row * TARGETS] = deltaX;
      targets.data[row * TARGETS + 1] = deltaY;
      targets.data[row * TARGETS + 2] = penUp ? 1 : 0;
      x = nextX;
      y = nextY;
      if (!rests) {
        int next = (row + size()) * TracingFeatures.SIZE;
        TracingFeatures.point(letter.picture(), deltaX, deltaY, penUp, x, y, points.data, next);
      }
    }
  }

  /** Time steps T: the points of the longest drawing, and one. */
  public int time() {
    return time;
  }

  /** Drawings B. */
  public int size() {
    return pictures.size();
  }

  /** Points of all drawings, and the way back of each. */
  public int targetCount() {
    return targetCount;
  }

  /** What is to be drawn. */
  List<Picture> pictures() {
    return pictures;
  }

  /** What is read [T×B×F]; not a copy. */
  FMatrixRMaj points() {
    return points;
  }

  /** What is predicted [T×B×3], the pen negative where there is no target; not a copy. */
  FMatrixRMaj targets() {
    return targets;
  }
}
