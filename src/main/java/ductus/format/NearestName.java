package ductus.format;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** What somebody may have meant who wrote a name that is not known. */
public final class NearestName {
  private static final int LEAST = 2;
  private static final int FARTHEST = 4;

  private NearestName() {}

  /**
   * Returns the most alike of some names, of equals the one that begins alike; nothing if none is
   * like the one that was written, in at least half of its characters.
   */
  public static Optional<String> of(String written, Stream<String> known) {
    int farthest = Math.min(FARTHEST, Math.max(LEAST, written.length() / 2));
    return known
        .filter(name -> EditDistance.of(written, name) <= farthest)
        .min(
            Comparator.<String>comparingInt(name -> EditDistance.of(written, name))
                .thenComparing(name -> !name.regionMatches(0, written, 0, 1)));
  }
}
