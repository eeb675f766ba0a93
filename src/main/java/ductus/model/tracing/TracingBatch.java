package ductus.model.tracing;

import ductus.model.SequenceBatch;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Drawings side by side, time-major: at each step the point before, as the target the next one.
 * Before the first and behind the last point the pen rests. Shorter drawings are padded: the pen of
 * a target [T×B×3] is negative there.
 */
public final class TracingBatch extends SequenceBatch<FMatrixRMaj, FMatrixRMaj> {
  private static final int TARGETS = 3;
  private static final float MASKED = -1;

  private final List<Picture> pictures;
  private final int targetCount;

  /** A batch of letters. */
  public TracingBatch(List<TracedLetter> letters) {
    super(
        time(letters),
        letters.stream().mapToInt(letter -> letter.points() + 1).toArray(),
        new FMatrixRMaj(time(letters) * letters.size(), TracingFeatures.SIZE),
        new FMatrixRMaj(time(letters) * letters.size(), TARGETS));
    pictures = letters.stream().map(TracedLetter::picture).toList();
    Arrays.fill(targets().data, MASKED);
    for (int b = 0; b < letters.size(); b++) {
      fill(letters.get(b), b);
    }
    targetCount = letters.stream().mapToInt(letter -> letter.points() + 1).sum();
  }

  /** The points of the longest drawing, and one. */
  private static int time(List<TracedLetter> letters) {
    return 1 + letters.stream().mapToInt(TracedLetter::points).max().orElseThrow();
  }

  private void fill(TracedLetter letter, int b) {
    float[] points = inputs().data;
    float[] targets = targets().data;
    double x = TracingFeatures.REST_X;
    double y = TracingFeatures.REST_Y;
    TracingFeatures.beginning(letter.picture(), points, b * TracingFeatures.SIZE);
    for (int t = 0; t <= letter.points(); t++) {
      boolean rests = t == letter.points();
      double nextX = rests ? TracingFeatures.REST_X : letter.x(t);
      double nextY = rests ? TracingFeatures.REST_Y : letter.y(t);
      boolean penUp = rests || letter.penUp(t);
      float deltaX = (float) ((nextX - x) / TracingFeatures.SPACING);
      float deltaY = (float) ((nextY - y) / TracingFeatures.SPACING);
      int row = t * size() + b;
      targets[row * TARGETS] = deltaX;
      targets[row * TARGETS + 1] = deltaY;
      targets[row * TARGETS + 2] = penUp ? 1 : 0;
      x = nextX;
      y = nextY;
      if (!rests) {
        int next = (row + size()) * TracingFeatures.SIZE;
        TracingFeatures.point(letter.picture(), deltaX, deltaY, penUp, x, y, points, next);
      }
    }
  }

  /** Points of all drawings, and the way back of each. */
  @Override
  public int targetCount() {
    return targetCount;
  }

  /** The pictures of the letters, which are to be drawn. */
  List<Picture> pictures() {
    return pictures;
  }
}
