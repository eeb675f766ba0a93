package ductus.music.harmony;

import ductus.music.Key;
import ductus.music.KeySpelling;
import ductus.music.Mode;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A chord such as {@code Am7} or {@code G/B}.
 *
 * @param root pitch class, 0 (C) to 11 (B); 0 of no chord
 * @param bass pitch class of the lowest note, mostly the root
 */
public record ChordSymbol(int root, ChordQuality quality, int bass) {
  /** No chord, {@code N.C.}: what sounds before it ends. */
  public static final ChordSymbol NONE = new ChordSymbol(0, ChordQuality.NONE, 0);

  private static final Pattern FORM =
      Pattern.compile(
          "\\(?([A-G])([#b\u266f\u266d]?)([^/()]*)(?:/([A-Ga-g])([#b\u266f\u266d]?))?\\)?");
  private static final String LETTERS = "C D EF G A B";
  private static final int LOWEST_BASS = 36;
  private static final int LOWEST_TONE = 48;
  private static final Key PLAIN = new Key(0, Mode.MAJOR);

  /**
   * The ends, lowest and highest, of the names on the line of fifths without double accidentals.
   */
  private static final int F_FLAT = -8;

  private static final int B_SHARP = 12;

  /** Steps on the line of fifths from a chord's root to the note so many semitones above it. */
  private static final int[] FIFTHS_OF_TONE = {0, -5, 2, -3, 4, -1, -6, 1, 8, 3, -2, 5};

  public ChordSymbol {
    if (root < 0 || root > 11 || bass < 0 || bass > 11) {
      throw new IllegalArgumentException(
          "root and bass must be 0 (C) to 11 (B) but were " + root + " and " + bass);
    }
    if (quality == ChordQuality.NONE && (root != 0 || bass != 0)) {
      throw new IllegalArgumentException("no chord must have root and bass 0");
    }
  }

  /** Returns a chord over its root. */
  public static ChordSymbol of(int root, ChordQuality quality) {
    return new ChordSymbol(root, quality, root);
  }

  /**
   * Reads a symbol; {@code N.C.} is {@link #NONE}.
   *
   * @throws IllegalArgumentException if it is none that is known
   */
  public static ChordSymbol parse(String text) {
    String symbol = text.strip();
    if (symbol.equals("N.C.") || symbol.equals("NC")) {
      return NONE;
    }
    Matcher matcher = FORM.matcher(symbol);
    if (!matcher.matches()) {
      throw unknown(symbol);
    }
    ChordQuality quality;
    try {
      quality = ChordQuality.parse(matcher.group(3).strip());
    } catch (IllegalArgumentException e) {
      throw unknown(symbol);
    }
    int root = pitchClass(matcher.group(1), matcher.group(2));
    String bass = matcher.group(4);
    return new ChordSymbol(root, quality, bass == null ? root : pitchClass(bass, matcher.group(5)));
  }

  /** Whether the symbol is {@link #NONE}. */
  public boolean isNone() {
    return quality == ChordQuality.NONE;
  }

  /**
   * The pitch classes of the chord from the root upwards; the bass is among them only if it is a
   * chord note.
   */
  public List<Integer> pitchClasses() {
    return quality.tones().stream().map(tone -> (root + tone) % 12).toList();
  }

  /** Whether a pitch, in any octave, is a note of the chord. */
  public boolean contains(int pitch) {
    return quality.contains(pitch - root);
  }

  /** Returns this chord so many semitones higher. */
  public ChordSymbol transpose(int semitones) {
    return isNone()
        ? this
        : new ChordSymbol(
            Math.floorMod(root + semitones, 12), quality, Math.floorMod(bass + semitones, 12));
  }

  /**
   * The voicing as MIDI key numbers: the bass from C2 on, the chord in close voicing from C3 on,
   * ascending.
   */
  public List<Integer> voicing() {
    if (isNone()) {
      return List.of();
    }
    TreeSet<Integer> pitches = new TreeSet<>();
    pitches.add(LOWEST_BASS + bass);
    for (int pitchClass : pitchClasses()) {
      pitches.add(LOWEST_TONE + pitchClass);
    }
    return List.copyOf(pitches);
  }

  /**
   * The symbol as it is written in a key: the chord on the seventh of G is {@code F}, on its third
   * in E major {@code G#m} and not {@code Abm}.
   */
  public String name(Key key) {
    if (isNone()) {
      return quality.suffix();
    }
    // twelve names around the key's own seven: further to the sharps in minor, for its leading note
    int wanted = key.fifths() - (key.mode().hasMinorThird() ? 3 : 5);
    int lowest = Math.max(F_FLAT, Math.min(B_SHARP - 11, wanted));
    int fifths = spelling(root, lowest);
    String name = KeySpelling.noteName(fifths) + quality.suffix();
    return bass == root ? name : name + "/" + bassName(fifths, lowest);
  }

  /** The symbol as it is written in C major. */
  @Override
  public String toString() {
    return name(PLAIN);
  }

  private String bassName(int fifths, int lowest) {
    if (contains(bass)) {
      String ofChord =
          KeySpelling.noteName(fifths + FIFTHS_OF_TONE[Math.floorMod(bass - root, 12)]);
      if (ofChord.length() <= 2) {
        return ofChord;
      }
    }
    return KeySpelling.noteName(spelling(bass, lowest));
  }

  /** Place of a pitch class among the twelve on the line of fifths from the lowest on. */
  private static int spelling(int pitchClass, int lowest) {
    return lowest + Math.floorMod(pitchClass * 7 - lowest, 12);
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
        "chord symbol must be such as Am7 or G/B but was " + symbol);
  }
}
