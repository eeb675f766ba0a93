package ductus.cli.option;

import java.security.SecureRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --seed N}; to be included with {@code @Mixin}. */
public final class SeedOption {
  /** Fresh seeds are short enough to be typed. */
  private static final int FRESH_SEEDS = 1_000_000_000;

  @Option(
      names = "--seed",
      paramLabel = "N",
      order = 90,
      description = "Number that all chance is drawn from; the same number, the same result.")
  private @Nullable Long seed;

  /** Whether one was given. */
  public boolean isGiven() {
    return seed != null;
  }

  /** The seed that was given, or this one. */
  public long orElse(long other) {
    return seed == null ? other : seed;
  }

  /** The seed that was given, or a new one; call it once and tell it to the user. */
  public long orFresh() {
    return seed == null ? new SecureRandom().nextInt(FRESH_SEEDS) : seed;
  }
}
