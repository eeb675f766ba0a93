package ductus.music.abc;

import ductus.music.TimeSignature;
import ductus.music.abc.bar.AbcEvent;
import ductus.music.abc.bar.Fraction;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the values of fields of a tune. All complaints are {@link IllegalArgumentException}s. */
final class AbcFields {
  private static final Pattern FRACTION = Pattern.compile("(\\d{1,3})/(\\d{1,3})");
  private static final Pattern METRE = Pattern.compile("\\(?([0-9+]{1,20})\\)?/(\\d{1,3})");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern TEMPO =
      Pattern.compile("(?:([0-9/ ]+|C\\d?\\s*)=\\s*)?(\\d{1,4}(?:\\.\\d+)?)");

  private AbcFields() {}

  /** Whether the metre is free: M: is none, or empty. */
  static boolean isFree(String value) {
    return value.isBlank() || value.strip().equalsIgnoreCase("none");
  }

  /** Reads the metre of M: such as 6/8, C or C|. */
  static TimeSignature metre(String value) {
    String metre = value.strip();
    if (metre.equals("C")) {
      return new TimeSignature(0, 4, 4);
    } else if (metre.equals("C|")) {
      return new TimeSignature(0, 2, 2);
    }
    Matcher matcher = METRE.matcher(metre);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "metre must be such as 6/8, C or C| but was " + quote(metre));
    }
    int beats = 0;
    for (String part : matcher.group(1).split("\\+", -1)) {
      beats += part.isEmpty() || part.length() > 3 ? 256 : Integer.parseInt(part);
    }
    return new TimeSignature(0, beats, Integer.parseInt(matcher.group(2)));
  }

  /** Reads the unit note length of L: such as 1/8. */
  static Fraction unitLength(String value) {
    if (value.strip().equals("1")) {
      return Fraction.ONE;
    }
    return fraction(value.strip())
        .filter(unit -> unit.numerator() > 0)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "unit note length must be such as 1/8 but was " + quote(value)));
  }

  /** The unit note length of a tune without L:. */
  static Fraction usualUnit(AbcEvent.Setting setting) {
    return new Fraction(1, setting.metre().quartersPerBar() < 3 ? 16 : 8);
  }

  /**
   * Reads the tempo of Q: such as 1/4=120 or "Allegro" 3/8=100, or as in old ABC 120, C=120 or
   * C3=40, where the beat is the unit note length.
   *
   * @param unit the unit note length
   * @return quarter notes a minute, 0 if there are only words
   */
  static double quartersPerMinute(String value, Fraction unit) {
    String tempo = QUOTED.matcher(value).replaceAll(" ").strip();
    if (tempo.isEmpty()) {
      return 0;
    }
    Matcher matcher = TEMPO.matcher(tempo);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("tempo must be such as 1/4=120 but was " + quote(tempo));
    }
    Fraction beat = beat(matcher.group(1), unit);
    double quarters =
        Double.parseDouble(matcher.group(2)) * 4 * beat.numerator() / beat.denominator();
    if (quarters < 4 || quarters > 2000) {
      throw new IllegalArgumentException(
          "tempo must be 4 to 2000 quarter notes a minute but was " + quarters);
    }
    return quarters;
  }

  private static Fraction beat(@Nullable String lengths, Fraction unit) {
    if (lengths == null) {
      return unit;
    }
    if (lengths.startsWith("C")) {
      String times = lengths.substring(1).strip();
      return times.isEmpty() ? unit : unit.times(new Fraction(Long.parseLong(times), 1));
    }
    Fraction beat = Fraction.ZERO;
    for (String part : lengths.strip().split("\\s+", -1)) {
      beat =
          beat.plus(
              fraction(part)
                  .orElseThrow(
                      () ->
                          new IllegalArgumentException(
                              "beat must be such as 1/4 but was " + quote(lengths))));
    }
    return beat;
  }

  static String quote(String text) {
    return '"' + text.strip() + '"';
  }

  private static Optional<Fraction> fraction(String text) {
    Matcher matcher = FRACTION.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Fraction(Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2))));
  }
}
