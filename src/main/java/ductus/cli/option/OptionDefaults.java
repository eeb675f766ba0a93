package ductus.cli.option;

import org.jspecify.annotations.Nullable;

/** Values of options that may be left out. */
public final class OptionDefaults {
  private OptionDefaults() {}

  /** The value that was given, or else this one. */
  public static <T> T or(@Nullable T given, T other) {
    return given == null ? other : given;
  }

  /** The value that was given, or else this one, which may be missing, too. */
  public static <T> @Nullable T orNull(@Nullable T given, @Nullable T other) {
    return given == null ? other : given;
  }
}
