package ductus.model.translation;

import ductus.nn.Indices;
import java.util.Arrays;
import java.util.List;

/** Source texts side by side, time-major; shorter ones are padded behind their end. */
public final class TextBatch implements SourceBatch {
  private final int time;
  private final int[] tokens;
  private final int[] lengths;

  /**
   * A batch of one source or more.
   *
   * @param sources numbers of the source's alphabet, with the end behind them
   */
  public TextBatch(List<int[]> sources) {
    int size = sources.size();
    lengths = sources.stream().mapToInt(source -> source.length).toArray();
    time = Arrays.stream(lengths).max().orElseThrow();
    tokens = new int[time * size];
    Arrays.fill(tokens, -1);
    for (int b = 0; b < size; b++) {
      for (int u = 0; u < lengths[b]; u++) {
        tokens[u * size + b] = sources.get(b)[u];
      }
    }
  }

  /** Steps U of the longest source. */
  int time() {
    return time;
  }

  @Override
  public int size() {
    return lengths.length;
  }

  @Override
  public int[] lengths() {
    return lengths;
  }

  /** The characters [U×B], negative behind the end. */
  Indices tokens() {
    return new Indices(tokens, 1);
  }
}
