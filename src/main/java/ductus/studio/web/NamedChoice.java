package ductus.studio.web;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** One of several values by its name, as a page sends it. */
public final class NamedChoice {
  private NamedChoice() {}

  /**
   * The value of a name in small letters.
   *
   * @param what is chosen, such as {@code ruling}
   * @throws IllegalArgumentException if none has it; names those that there are
   */
  public static <E extends Enum<E>> E of(Class<E> type, String what, String given) {
    E[] values = type.getEnumConstants();
    return Arrays.stream(values)
        .filter(value -> named(value).equals(given.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "%s must be one of %s but was %s"
                        .formatted(
                            what,
                            Arrays.stream(values)
                                .map(NamedChoice::named)
                                .collect(Collectors.joining(", ")),
                            given)));
  }

  private static String named(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
