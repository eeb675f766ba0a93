package ductus.model.reading;

import ductus.math.Strips;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** Lines side by side, time-major; shorter ones are padded with zeros behind their end. */
public final class LineBatch {
  private final int time;
  private final int[] lengths;
  private final FMatrixRMaj rows;

  /**
   * A batch of lines.
   *
   * @param lines one or more
   * @param features F of each
   */
  public LineBatch(List<LineRows> lines, int features) {
    int size = lines.size();
    time = lines.stream().mapToInt(LineRows::steps).max().orElseThrow();
    lengths = lines.stream().mapToInt(LineRows::steps).toArray();
    rows = new FMatrixRMaj(time * size, Strips.padded(features));
    for (int b = 0; b < size; b++) {
      LineRows line = lines.get(b);
      if (line.features() != features) {
        throw new IllegalArgumentException(
            "steps of a line must have %d numbers but had %d".formatted(features, line.features()));
      }
      for (int t = 0; t < line.steps(); t++) {
        line.copyTo(t, rows.data, (t * size + b) * rows.numCols);
      }
    }
  }

  /** Time steps T of the longest line. */
  public int time() {
    return time;
  }

  /** Lines B. */
  public int size() {
    return lengths.length;
  }

  /** Steps of each line [B]; not a copy. */
  int[] lengths() {
    return lengths;
  }

  /** What is read [T×B×F] in whole strips; not a copy. */
  FMatrixRMaj rows() {
    return rows;
  }
}
