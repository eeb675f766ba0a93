package ductus.model.reading;

import ductus.math.Strips;
import ductus.model.SequenceBatch;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Lines side by side, time-major; shorter ones are padded with zeros behind their end.
 *
 * @param <T> what is to be said of the lines
 */
public final class LineBatch<T> extends SequenceBatch<FMatrixRMaj, T> {
  private final int targetCount;

  /**
   * A batch of lines.
   *
   * @param lines one or more
   * @param features F of each
   * @param targetCount targets that there are
   */
  public LineBatch(List<LineRows> lines, int features, T targets, int targetCount) {
    super(
        time(lines),
        lines.stream().mapToInt(LineRows::steps).toArray(),
        new FMatrixRMaj(time(lines) * lines.size(), Strips.padded(features)),
        targets);
    this.targetCount = targetCount;
    FMatrixRMaj rows = inputs();
    for (int b = 0; b < size(); b++) {
      LineRows line = lines.get(b);
      if (line.features() != features) {
        throw new IllegalArgumentException(
            "steps of a line must have %d numbers but had %d".formatted(features, line.features()));
      }
      for (int t = 0; t < line.steps(); t++) {
        line.copyTo(t, rows.data, (t * size() + b) * rows.numCols);
      }
    }
  }

  private static int time(List<LineRows> lines) {
    return lines.stream().mapToInt(LineRows::steps).max().orElse(1);
  }

  @Override
  public int targetCount() {
    return targetCount;
  }
}
