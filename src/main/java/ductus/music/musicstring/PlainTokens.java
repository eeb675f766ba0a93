package ductus.music.musicstring;

import ductus.music.Instruments;
import ductus.music.KeySignature;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What tokens mean, as JFugue 4.0.3 reads them, where JFugue is not there. */
final class PlainTokens implements TokenReader {
  private static final Pattern NOTE =
      Pattern.compile(
          "(?:(?<letter>[A-GR])(?<accidentals>#{1,2}|B{1,2}|N)?(?<octave>\\d+)?|\\[(?<key>\\d+)])"
              + "(?<ends>-)?(?<lengths>[WHQISTXO.]*)(?<starts>-)?(?<triplet>\\*)?"
              + "(?:A(?<attack>\\d+))?(?:D(?<decay>\\d+))?");
  private static final String LENGTHS = "WHQISTXO";
  private static final int USUAL_OCTAVE = 5;
  private static final int USUAL_VELOCITY = 64;

  /** Semitones above C of the letters from A on. */
  private static final int[] SEMITONES = {9, 11, 0, 2, 4, 5, 7};

  private static final Map<String, Integer> TEMPOS =
      Map.ofEntries(
          Map.entry("GRAVE", 40),
          Map.entry("LARGO", 45),
          Map.entry("LARGHETTO", 50),
          Map.entry("LENTO", 55),
          Map.entry("ADAGIO", 60),
          Map.entry("ANDANTE", 70),
          Map.entry("ANDANTINO", 80),
          Map.entry("MODERATO", 95),
          Map.entry("ALLEGRETTO", 110),
          Map.entry("ALLEGRO", 120),
          Map.entry("VIVACE", 145),
          Map.entry("PRESTO", 180),
          Map.entry("PRETISSIMO", 220));

  /** Names that JFugue alone has, as it spells them. */
  private static final Map<String, Integer> PROGRAMS =
      Map.ofEntries(
          Map.entry("HONKEY_TONK", 3),
          Map.entry("ELECTRIC_PIANO", 4),
          Map.entry("HARPISCHORD", 6),
          Map.entry("ACCORDIAN", 21),
          Map.entry("TANGO_ACCORDIAN", 23),
          Map.entry("ORCHESTRAL_STRINGS", 46),
          Map.entry("SKAKUHACHI", 77),
          Map.entry("VOICE", 85),
          Map.entry("BASSLEAD", 87),
          Map.entry("LEAD_BASSLEAD", 87),
          Map.entry("CHOIR", 91));

  private int fifths;

  @Override
  public TypedNote note(String token) {
    Matcher matcher = NOTE.matcher(token);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("it is no note");
    }
    double length = length(matcher.group("lengths"));
    if (matcher.group("triplet") != null) {
      length *= 2.0 / 3;
    }
    String letter = matcher.group("letter");
    if ("R".equals(letter)) {
      return new TypedNote(true, 0, length, 0, false, false);
    }
    int pitch =
        letter == null
            ? inKey(Integer.parseInt(matcher.group("key")))
            : pitch(letter.charAt(0), matcher.group("accidentals"), matcher.group("octave"));
    if (pitch < 0 || pitch > 127) {
      throw new IllegalArgumentException("it is beyond the keys of MIDI, 0 to 127");
    }
    String decay = matcher.group("decay");
    if (decay != null && Integer.parseInt(decay) > 127) {
      throw new IllegalArgumentException("a velocity must be 0 to 127");
    }
    String attack = matcher.group("attack");
    return new TypedNote(
        false,
        pitch,
        length,
        attack == null ? USUAL_VELOCITY : Integer.parseInt(attack),
        matcher.group("starts") != null,
        matcher.group("ends") != null);
  }

  /** The sum of the letters; a dot goes for all after it, too. */
  private static double length(String letters) {
    double length = 0;
    double dotted = 1;
    for (int i = 0; i < letters.length(); i++) {
      if (letters.charAt(i) != '.') {
        if (i + 1 < letters.length() && letters.charAt(i + 1) == '.') {
          dotted = 1.5;
        }
        length += dotted / (1 << LENGTHS.indexOf(letters.charAt(i)));
      }
    }
    return length == 0 ? 0.25 : length;
  }

  private int pitch(char letter, @Nullable String accidentals, @Nullable String octave) {
    String altered = accidentals == null ? "" : accidentals;
    int semitones = SEMITONES[letter - 'A'];
    if (altered.startsWith("#")) {
      semitones += altered.length();
    } else if (altered.startsWith("B")) {
      semitones -= altered.length();
    }
    int inKey = altered.equals("N") ? semitones : inKey(semitones);
    return 12 * (octave == null ? USUAL_OCTAVE : Integer.parseInt(octave)) + inKey;
  }

  /** The signature alters what stands at a letter's own place in the lowest octave. */
  private int inKey(int semitones) {
    for (int i = 0; i < Math.abs(fifths); i++) {
      if (semitones == ReadableMelody.SHARPENED[fifths > 0 ? i : 6 - i]) {
        return semitones + (fifths > 0 ? 1 : -1);
      }
    }
    return semitones;
  }

  @Override
  public int tempo(String token) {
    String name = token.substring(1).replaceFirst("^\\[(.*)]$", "$1");
    Integer known = TEMPOS.get(name);
    if (known == null && !name.matches("\\d{1,3}")) {
      throw new IllegalArgumentException("it is no tempo");
    }
    return known != null ? known : Integer.parseInt(name);
  }

  @Override
  public KeySignature key(String token) {
    boolean minor = token.endsWith("MIN");
    List<String> keys = minor ? ReadableMelody.MINOR_KEYS : ReadableMelody.MAJOR_KEYS;
    String tonic = token.substring(1, token.length() - 3);
    int index = keys.stream().map(key -> key.toUpperCase(Locale.ROOT)).toList().indexOf(tonic);
    if (index < 0) {
      throw new IllegalArgumentException("there is no such key");
    }
    fifths = index - 7;
    return new KeySignature(0, fifths, minor);
  }

  @Override
  public int program(String name) {
    Integer known = PROGRAMS.get(name.toUpperCase(Locale.ROOT));
    return known != null ? known : Instruments.program(name);
  }
}
