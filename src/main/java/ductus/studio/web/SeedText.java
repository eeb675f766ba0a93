package ductus.studio.web;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;

/** Seeds as text, since JavaScript's numbers end before ours. */
public final class SeedText {
  /** Fresh ones are short enough to be typed. */
  private static final int FRESH = 1_000_000_000;

  private static final SecureRandom RANDOM = new SecureRandom();

  private SeedText() {}

  /**
   * The seed that is asked for, or a new one.
   *
   * @param text a whole number; null or blank for any
   */
  public static long asked(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return RANDOM.nextInt(FRESH);
    }
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException none) {
      throw new IllegalArgumentException("seed must be a whole number but was " + text.strip());
    }
  }
}
