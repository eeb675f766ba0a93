package ductus.model.translation;

import ductus.model.SequenceBatch;
import ductus.nn.Indices;
import java.util.Arrays;
import java.util.List;

/**
 * Pairs side by side, time-major; shorter ones are padded behind their end. Inputs are what the
 * decoder reads [T×B], targets what it is to write [T×B], negative behind the end.
 */
public final class TranslationBatch extends SequenceBatch<Indices, int[]> {
  private static final int NONE = -1;

  private final SourceBatch sources;
  private final int targetCount;

  /**
   * A batch of one pair or more.
   *
   * @param start what the decoder reads before the first character
   */
  public TranslationBatch(List<TokenPair> pairs, int start) {
    super(
        time(pairs),
        pairs.stream().mapToInt(TokenPair::targetLength).toArray(),
        new Indices(none(time(pairs) * pairs.size()), 1),
        none(time(pairs) * pairs.size()));
    sources = new SourceBatch(pairs.stream().map(TokenPair::source).toList());
    targetCount = Arrays.stream(lengths()).sum();
    for (int b = 0; b < size(); b++) {
      TokenPair pair = pairs.get(b);
      for (int t = 0; t < lengths()[b]; t++) {
        inputs().rows()[t * size() + b] = t == 0 ? start : pair.target(t - 1);
        targets()[t * size() + b] = pair.target(t);
      }
    }
  }

  private static int time(List<TokenPair> pairs) {
    return pairs.stream().mapToInt(TokenPair::targetLength).max().orElseThrow();
  }

  private static int[] none(int count) {
    int[] none = new int[count];
    Arrays.fill(none, NONE);
    return none;
  }

  /** The source texts of the batch, which the encoder reads. */
  SourceBatch sources() {
    return sources;
  }

  /** Steps of all targets. */
  @Override
  public int targetCount() {
    return targetCount;
  }
}
