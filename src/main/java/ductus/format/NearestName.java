package ductus.format;

import java.util.Collection;
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
   * like the one that was written, but for two or a third of its characters.
   */
  public static Optional<String> of(String written, Stream<String> known) {
    // Of a letter or two, nearly anything would be near.
    int farthest =
        written.length() <= LEAST
            ? written.length() / 2
            : Math.min(FARTHEST, Math.max(LEAST, written.length() / 3));
    return known
        .filter(name -> EditDistance.of(written, name) <= farthest)
        .min(
            Comparator.<String>comparingInt(name -> EditDistance.of(written, name))
                .thenComparing(name -> !name.regionMatches(0, written, 0, 1)));
  }

  /**
   * The question whether that name was meant, to end a complaint with; empty if none is like it.
   */
  public static String question(String written, Collection<String> known) {
    return of(written, known.stream()).map(nearest -> "; did you mean " + nearest + "?").orElse("");
  }
}
