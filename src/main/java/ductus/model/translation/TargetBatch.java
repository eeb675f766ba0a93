package ductus.model.translation;

import ductus.model.SequenceBatch;
import ductus.nn.Indices;
import java.util.Arrays;
import java.util.List;

/**
 * Targets side by side, time-major, with their sources; shorter ones are padded behind their end.
 * Inputs are what the decoder reads [T×B], targets what it is to write [T×B], negative behind the
 * end.
 *
 * @param <S> the sources
 */
public final class TargetBatch<S extends SourceBatch> extends SequenceBatch<Indices, int[]> {
  private static final int NONE = -1;

  private final S sources;
  private final int targetCount;

  /**
   * A batch of one target or more.
   *
   * @param written the targets, each with the end behind it
   * @param start what the decoder reads before the first character
   * @param sources of the targets, in their order
   */
  public TargetBatch(List<int[]> written, int start, S sources) {
    super(
        time(written),
        written.stream().mapToInt(each -> each.length).toArray(),
        new Indices(none(time(written) * written.size()), 1),
        none(time(written) * written.size()));
    this.sources = sources;
    targetCount = Arrays.stream(lengths()).sum();
    for (int b = 0; b < size(); b++) {
      int[] target = written.get(b);
      for (int t = 0; t < target.length; t++) {
        inputs().rows()[t * size() + b] = t == 0 ? start : target[t - 1];
        targets()[t * size() + b] = target[t];
      }
    }
  }

  private static int time(List<int[]> written) {
    return written.stream().mapToInt(each -> each.length).max().orElseThrow();
  }

  private static int[] none(int count) {
    int[] none = new int[count];
    Arrays.fill(none, NONE);
    return none;
  }

  /** The sources of the batch, which the encoder reads. */
  S sources() {
    return sources;
  }

  /** Steps of all targets. */
  @Override
  public int targetCount() {
    return targetCount;
  }
}
