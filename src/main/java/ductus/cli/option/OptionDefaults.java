package ductus.cli.option;

import org.jspecify.annotations.Nullable;

/** Values of options that may be left out. */
final class OptionDefaults {
  private OptionDefaults() {}

  /** The value that was given, or else this one. */
  static <T> T or(@Nullable T given, T other) {
    return given == null ? other : given;
  }
}
