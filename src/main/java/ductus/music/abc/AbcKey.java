package ductus.music.abc;

import ductus.music.KeySignature;
import ductus.music.KeySpelling;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a field K: says.
 *
 * @param spelling its signature, in a mode that has one; C major where there is no key
 * @param accidentals semitones by letter, A to G, of notes that differ from the signature
 * @param shift semitones that the notes sound above what is written
 * @param isNamed whether there is a key, and not only a clef
 */
record AbcKey(
    KeySpelling spelling, Map<Character, Integer> accidentals, int shift, boolean isNamed) {
  /** No sharps, no flats. */
  static final AbcKey NONE = new AbcKey(KeySpelling.parse("C"), Map.of(), 0, true);

  private static final Pattern PROPERTY =
      Pattern.compile(
          "(?:^|\\s)(clef|name|nm|snm|subname|sname|stafflines|staffscale|octave|transpose|middle|m"
              + "|style|score|shift|sound|stem|cue|gchords?|merge|dyn|lyrics)=(\"[^\"]*\"|\\S*)");
  private static final Pattern ACCIDENTAL = Pattern.compile("(\\^\\^?|__?|=)([A-Ga-g])");
  private static final Pattern CLEF =
      Pattern.compile(
          "(?:treble|alto|tenor|bass|baritone|soprano|mezzosoprano|perc|none)?\\d?([+-]8)?");
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,2}");
  private static final Pattern NOTE = Pattern.compile("([A-Ga-g][#b\u266f\u266d]?)(.*)");

  /** What modes begin with; other words behind a keynote, such as pentatonic, change no note. */
  private static final Pattern MODE =
      Pattern.compile("(?i)(?:maj|ion|m$|min|aeo|dor|mix|phr|lyd|loc)");

  AbcKey {
    accidentals = Map.copyOf(accidentals);
  }

  /**
   * Reads a key with its mode, its accidentals and its clef: {@code D}, {@code Ador}, {@code Dmix
   * =c}, {@code C exp _b ^f}, {@code Hp}, {@code none}, {@code clef=treble-8}.
   *
   * <p>The pipes' keys sound F and C sharp, whether or not the signature is written.
   *
   * @throws IllegalArgumentException if it is no key
   */
  static AbcKey parse(String value) {
    int shift = shift(value);
    String rest = PROPERTY.matcher(value).replaceAll(" ");
    Map<Character, Integer> accidentals = accidentals(rest);
    List<String> words = words(ACCIDENTAL.matcher(rest).replaceAll(" "));
    if (words.isEmpty() || (words.size() == 1 && isClef(words.get(0)))) {
      boolean isNone = words.contains("none") || value.isBlank();
      return new AbcKey(NONE.spelling, accidentals, shift, isNone || !accidentals.isEmpty());
    }
    String note = words.get(0);
    if (note.equalsIgnoreCase("HP")) {
      return new AbcKey(KeySpelling.parse("Amix"), accidentals, shift, true);
    }
    if (note.equals("none") || words.contains("exp")) {
      return new AbcKey(NONE.spelling, accidentals, shift, true);
    }
    String mode = words.size() > 1 && MODE.matcher(words.get(1)).lookingAt() ? words.get(1) : "";
    return new AbcKey(spelling(note, mode), accidentals, shift, true);
  }

  /** The semitones that the notes of a voice or key with these properties sound above the text. */
  static int shift(String value) {
    int shift = 0;
    Matcher property = PROPERTY.matcher(value);
    while (property.find()) {
      String text = property.group(2);
      if (property.group(1).equals("clef")) {
        shift += octaveOfClef(text.replace("\"", ""));
      } else if (NUMBER.matcher(text).matches()) {
        shift +=
            switch (property.group(1)) {
              case "octave" -> 12 * Integer.parseInt(text);
              case "transpose" -> Integer.parseInt(text);
              default -> 0;
            };
      }
    }
    for (String word : words(PROPERTY.matcher(value).replaceAll(" "))) {
      shift += octaveOfClef(word);
    }
    return shift;
  }

  private static int octaveOfClef(String word) {
    Matcher clef = CLEF.matcher(word);
    return !clef.matches() || clef.group(1) == null ? 0 : clef.group(1).equals("+8") ? 12 : -12;
  }

  private static boolean isClef(String word) {
    return CLEF.matcher(word).matches();
  }

  private static Map<Character, Integer> accidentals(String text) {
    Map<Character, Integer> accidentals = new HashMap<>();
    Matcher matcher = ACCIDENTAL.matcher(text);
    while (matcher.find()) {
      String signs = matcher.group(1);
      int semitones =
          switch (signs.charAt(0)) {
            case '^' -> signs.length();
            case '_' -> -signs.length();
            default -> 0;
          };
      accidentals.put(matcher.group(2).toUpperCase(Locale.ROOT).charAt(0), semitones);
    }
    return accidentals;
  }

  private static List<String> words(String text) {
    List<String> words = new ArrayList<>(List.of(text.strip().split("\\s+", -1)));
    words.removeIf(String::isEmpty);
    return words;
  }

  /** Reads a key with its mode; a Locrian one as the major key of its signature. */
  private static KeySpelling spelling(String note, String mode) {
    Matcher parts = NOTE.matcher(note);
    if (!parts.matches()) {
      throw new IllegalArgumentException("key must begin with a keynote but was " + note);
    }
    String word = parts.group(2).isEmpty() ? mode : parts.group(2);
    // Modes are the same in capitals; elsewhere M is major, as in chord symbols.
    word = word.equals("M") ? "m" : word;
    if (word.toLowerCase(Locale.ROOT).startsWith("loc")) {
      int fifths = KeySpelling.parse(parts.group(1) + "m").fifths() - 2;
      return KeySpelling.of(new KeySignature(0, fifths, false));
    }
    return KeySpelling.parse(parts.group(1) + " " + word);
  }
}
