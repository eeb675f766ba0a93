package ductus.model.translation;

import ductus.nn.Indices;
import java.util.Arrays;
import java.util.List;

/** Pairs side by side, time-major; shorter ones are padded behind their end. */
public final class TranslationBatch {
  private static final int NONE = -1;

  private final SourceBatch sources;
  private final int time;
  private final int[] read;
  private final int[] targets;
  private final int targetCount;

  /**
   * A batch of one pair or more.
   *
   * @param start what the decoder reads before the first character
   */
  public TranslationBatch(List<TokenPair> pairs, int start) {
    int size = pairs.size();
    sources = new SourceBatch(pairs.stream().map(TokenPair::source).toList());
    time = pairs.stream().mapToInt(TokenPair::targetLength).max().orElseThrow();
    targetCount = pairs.stream().mapToInt(TokenPair::targetLength).sum();
    read = new int[time * size];
    targets = new int[time * size];
    Arrays.fill(read, NONE);
    Arrays.fill(targets, NONE);
    for (int b = 0; b < size; b++) {
      TokenPair pair = pairs.get(b);
      for (int t = 0; t < pair.targetLength(); t++) {
        read[t * size + b] = t == 0 ? start : pair.target(t - 1);
        targets[t * size + b] = pair.target(t);
      }
    }
  }

  /** What is read. */
  SourceBatch sources() {
    return sources;
  }

  /** Steps T of the longest target. */
  int time() {
    return time;
  }

  /** Pairs B. */
  public int size() {
    return sources.size();
  }

  /** Steps of all targets. */
  public int targetCount() {
    return targetCount;
  }

  /** What the decoder reads [T×B]. */
  Indices read() {
    return new Indices(read, 1);
  }

  /** What it is to write [T×B], negative behind the end; not a copy. */
  int[] targets() {
    return targets;
  }
}
