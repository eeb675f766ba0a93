package ductus.music;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A key as it is written: F sharp major and G flat major are one {@link Key} and two spellings.
 *
 * @param fifths sharps if positive, flats if negative, -7 to 7
 */
public record KeySpelling(Key key, int fifths) {
  private static final String LINE_OF_FIFTHS = "FCGDAEB";
  private static final Pattern FORM =
      Pattern.compile("\\s*([A-Ga-g])([#b\u266f\u266d]?)\\s*([A-Za-z]*)\\s*");

  /**
   * Reads a keynote and a mode: {@code D dorian}, {@code Ddor}, {@code F#m}, {@code Bb}.
   *
   * @throws IllegalArgumentException if it is none, or one that has no {@link Mode}
   */
  public static KeySpelling parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "key must be a keynote and a mode, such as Bb or F#m or D dorian, but was "
              + text.strip());
    }
    char letter = matcher.group(1).toUpperCase(Locale.ROOT).charAt(0);
    int position = LINE_OF_FIFTHS.indexOf(letter) - 1;
    switch (matcher.group(2)) {
      case "#", "\u266f" -> position += 7;
      case "b", "\u266d" -> position -= 7;
      default -> {}
    }
    Mode mode = mode(matcher.group(3), text);
    int fifths = position + mode.fifthsOnC();
    if (fifths < -7 || fifths > 7) {
      throw new IllegalArgumentException(
          "key must have 7 sharps or flats at most but was " + text.strip());
    }
    return new KeySpelling(new Key(Math.floorMod(position * 7, 12), mode), fifths);
  }

  /** Returns the major or minor key of a signature. */
  public static KeySpelling of(KeySignature signature) {
    Mode mode = signature.minor() ? Mode.MINOR : Mode.MAJOR;
    int tonic = Math.floorMod((signature.fifths() - mode.fifthsOnC()) * 7, 12);
    return new KeySpelling(new Key(tonic, mode), signature.fifths());
  }

  /** The key as in the K: field of ABC: {@code D}, {@code Gm}, {@code Ador}. */
  public String abc() {
    return noteName(fifths - key.mode().fifthsOnC()) + key.mode().abc();
  }

  /** Whether a text that can be parsed names a keynote only, and no mode. */
  public static boolean isKeynote(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches() && matcher.group(3).isEmpty();
  }

  /**
   * Name of the note so many fifths above C.
   *
   * @param fifths negative for below
   */
  public static String noteName(int fifths) {
    int accidentals = Math.floorDiv(fifths + 1, 7);
    char letter = LINE_OF_FIFTHS.charAt(Math.floorMod(fifths + 1, 7));
    return letter + (accidentals < 0 ? "b".repeat(-accidentals) : "#".repeat(accidentals));
  }

  private static Mode mode(String word, String text) {
    if (word.equals("M")) {
      return Mode.MAJOR;
    }
    String lower = word.toLowerCase(Locale.ROOT);
    String start = lower.substring(0, Math.min(3, lower.length()));
    return switch (start) {
      case "", "maj", "ion" -> Mode.MAJOR;
      case "m", "min", "aeo" -> Mode.MINOR;
      case "dor" -> Mode.DORIAN;
      case "mix" -> Mode.MIXOLYDIAN;
      case "phr" -> Mode.PHRYGIAN;
      case "lyd" -> Mode.LYDIAN;
      default ->
          throw new IllegalArgumentException(
              "mode must be major, minor, dorian, mixolydian, phrygian or lydian but the key was "
                  + text.strip());
    };
  }
}
