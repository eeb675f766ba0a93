package ductus.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a training run learns from.
 *
 * @param sources absolute paths of files or folders; none before they are known
 * @param digest of all that was read from them, so that a run is not resumed on other data; empty
 *     before it was read
 * @param validation share that is held out; null where the task does not leave it open
 */
public record LearnedData(List<String> sources, String digest, @Nullable Double validation) {
  public LearnedData {
    sources = List.copyOf(sources);
    if (validation != null && !(validation > 0 && validation < 1)) {
      throw new IllegalArgumentException(
          "validation must be above 0 and below 1 but was " + validation);
    }
  }

  /** The one source; empty before it is known. */
  public String source() {
    return sources.isEmpty() ? "" : sources.get(0);
  }

  /** Returns this data in other places, not yet read. */
  public LearnedData withSources(List<String> others) {
    return new LearnedData(others, "", validation);
  }

  /** Returns this data with another digest; empty for any. */
  public LearnedData withDigest(String other) {
    return new LearnedData(sources, other, validation);
  }

  /** Returns this data with another share held out. */
  public LearnedData withValidation(double share) {
    return new LearnedData(sources, digest, share);
  }
}
