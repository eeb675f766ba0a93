package ductus.music.abc;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chord symbol such as {@code Am7} or {@code G/B}.
 *
 * @param bass pitch class of the lowest note
 * @param pitchClasses of the chord; none for {@code N.C.}, which ends the chord before
 */
record ChordSymbol(int bass, List<Integer> pitchClasses) {
  private static final Pattern FORM =
      Pattern.compile(
          "\\(?([A-G])([#b\u266f\u266d]?)([^/()]*)(?:/([A-Ga-g])([#b\u266f\u266d]?))?\\)?");
  private static final String LETTERS = "C D EF G A B";
  private static final int LOWEST_BASS = 36;
  private static final int LOWEST_TONE = 48;

  ChordSymbol {
    pitchClasses = List.copyOf(pitchClasses);
  }

  /**
   * Reads a symbol.
   *
   * @throws IllegalArgumentException if it is none that is known
   */
  static ChordSymbol parse(String text) {
    String symbol = text.strip();
    if (symbol.equals("N.C.") || symbol.equals("NC")) {
      return new ChordSymbol(0, List.of());
    }
    Matcher matcher = FORM.matcher(symbol);
    if (!matcher.matches()) {
      throw unknown(symbol);
    }
    int root = pitchClass(matcher.group(1), matcher.group(2));
    String bass = matcher.group(4);
    List<Integer> pitchClasses = new ArrayList<>();
    for (int semitones : semitones(matcher.group(3), symbol)) {
      pitchClasses.add((root + semitones) % 12);
    }
    return new ChordSymbol(bass == null ? root : pitchClass(bass, matcher.group(5)), pitchClasses);
  }

  /** MIDI key numbers: the bass from C2 on, the chord in close voicing from C3 on, ascending. */
  List<Integer> voicing() {
    if (pitchClasses.isEmpty()) {
      return List.of();
    }
    TreeSet<Integer> pitches = new TreeSet<>();
    pitches.add(LOWEST_BASS + bass);
    for (int pitchClass : pitchClasses) {
      pitches.add(LOWEST_TONE + pitchClass);
    }
    return List.copyOf(pitches);
  }

  private static int[] semitones(String kind, String symbol) {
    return switch (kind.strip()) {
      case "", "maj", "M" -> new int[] {0, 4, 7};
      case "m", "min", "-" -> new int[] {0, 3, 7};
      case "5" -> new int[] {0, 7};
      case "6", "maj6", "M6" -> new int[] {0, 4, 7, 9};
      case "m6", "min6", "-6" -> new int[] {0, 3, 7, 9};
      case "7", "dom7" -> new int[] {0, 4, 7, 10};
      case "m7", "min7", "-7" -> new int[] {0, 3, 7, 10};
      case "maj7", "M7", "\u0394" -> new int[] {0, 4, 7, 11};
      case "mM7", "mmaj7" -> new int[] {0, 3, 7, 11};
      case "dim", "o", "\u00b0" -> new int[] {0, 3, 6};
      case "dim7", "o7", "\u00b07" -> new int[] {0, 3, 6, 9};
      case "m7b5", "\u00f8", "\u00f87" -> new int[] {0, 3, 6, 10};
      case "aug", "+" -> new int[] {0, 4, 8};
      case "aug7", "+7", "7#5" -> new int[] {0, 4, 8, 10};
      case "sus", "sus4" -> new int[] {0, 5, 7};
      case "sus2" -> new int[] {0, 2, 7};
      case "7sus4", "7sus" -> new int[] {0, 5, 7, 10};
      case "add9" -> new int[] {0, 2, 4, 7};
      case "9" -> new int[] {0, 2, 4, 7, 10};
      case "7b9" -> new int[] {0, 1, 4, 7, 10};
      case "m9" -> new int[] {0, 2, 3, 7, 10};
      case "maj9" -> new int[] {0, 2, 4, 7, 11};
      default -> throw unknown(symbol);
    };
  }

  private static int pitchClass(String letter, String accidental) {
    int natural = LETTERS.indexOf(letter.toUpperCase(Locale.ROOT));
    return switch (accidental) {
      case "#", "\u266f" -> (natural + 1) % 12;
      case "b", "\u266d" -> (natural + 11) % 12;
      default -> natural;
    };
  }

  private static IllegalArgumentException unknown(String symbol) {
    return new IllegalArgumentException(
        "chord symbol must be such as Am7 or G/B (other texts begin with ^) but was "
            + AbcFields.quote(symbol));
  }
}
