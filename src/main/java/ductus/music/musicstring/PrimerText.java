package ductus.music.musicstring;

import ductus.music.KeySignature;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tune that a user typed in JFugue's notation, such as {@code C5q D5q E5h}.
 *
 * <p>JFugue skips what it does not know and loops or breaks on some of it, so each token is held
 * against this grammar first; its meaning is then JFugue's own ({@link PlainTokens} knows it, too):
 *
 * <ul>
 *   <li>Notes: a letter A to G, accidentals ({@code #}, {@code b}, {@code n}), an octave from 1 to
 *       10 ({@code C5} is middle C and 5 the default) or a key in brackets ({@code [60]}); rests:
 *       {@code R}.
 *   <li>Lengths: {@code w h q i s t x o}, a whole note to a 128th, each with a dot or not, added
 *       up; {@code *} for a triplet; {@code -} before or after for ties; without any, a quarter
 *       note. A dot goes for all letters after it, and a tie stands before the {@code *}.
 *       Velocities {@code a90d64} after a length.
 *   <li>{@code |} bars; {@code T120} or {@code T[Allegro]} tempo; {@code I[Flute]} or {@code I73}
 *       instrument; {@code KGmaj} or {@code KEY:Gmaj} a key that, as in JFugue, alters plain
 *       letters; {@code TIME:3/4} metre; {@code V0} voice.
 * </ul>
 */
public final class PrimerText {
  /** Resolution of the tune: the shortest note, dotted or in a triplet, has whole ticks. */
  public static final int TICKS_PER_QUARTER = 960;

  private static final Pattern TOKEN = Pattern.compile("\\S+");
  private static final Pattern NOTE =
      Pattern.compile(
          "(?:[A-G](?:#{1,2}|B{1,2}|N)?(?<octave>\\d{1,2})?|\\[(?<key>\\d{1,3})])"
              + "(?:-?(?:[WHQISTXO]\\.?){1,16}-?\\*?(?:A(?<attack>\\d{1,3}))?(?:D\\d{1,3})?)?"
              + "|R(?:(?:[WHQISTXO]\\.?){1,16}\\*?)?");
  private static final Pattern TEMPO =
      Pattern.compile(
          "T(?:(\\d{1,3})|\\[?(?:GRAVE|LARGO|LARGHETTO|LENTO|ADAGIO|ANDANTE|ANDANTINO|MODERATO"
              + "|ALLEGRETTO|ALLEGRO|VIVACE|PRESTO|PRETISSIMO)]?)");
  private static final Pattern KEY = Pattern.compile("(?:KEY:|K)([A-G][#B]?M(?:AJ|IN))");
  private static final Pattern METRE = Pattern.compile("TIME:(\\d{1,3})/(\\d{1,3})");
  private static final Pattern INSTRUMENT = Pattern.compile("I(?:\\[([^\\[\\]]+)]|(\\w[\\w-]*))");
  private static final int MIN_TEMPO = 15;

  private final TypedTune tune;
  private final List<TempoChange> tempos = new ArrayList<>();
  private final List<TimeSignature> metres = new ArrayList<>();
  private final List<KeySignature> keys = new ArrayList<>();
  private final List<ProgramChange> programs = new ArrayList<>();

  private PrimerText(TokenReader tokens) {
    tune = new TypedTune(tokens, TICKS_PER_QUARTER);
  }

  /**
   * Reads a tune on track 0, channel 0, its length the sum of its notes and rests.
   *
   * @throws IllegalArgumentException if a token is not understood, or there is no note; the message
   *     names the token and its column
   */
  public static Score parse(String text) {
    return parse(text, JFugue.find().map(JFugue::tokens).orElseGet(PlainTokens::new));
  }

  /** The same with one of the ways to read tokens. */
  static Score parse(String text, TokenReader reader) {
    PrimerText primer = new PrimerText(reader);
    Matcher tokens = TOKEN.matcher(text);
    while (tokens.find()) {
      try {
        primer.read(tokens.group().toUpperCase(Locale.ROOT));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "primer: "
                + place(text, tokens.start())
                + ": \""
                + shortened(tokens.group())
                + "\": "
                + e.getMessage(),
            e);
      }
    }
    return primer.score();
  }

  private void read(String token) {
    Matcher note = NOTE.matcher(token);
    Matcher key = KEY.matcher(token);
    Matcher metre = METRE.matcher(token);
    Matcher instrument = INSTRUMENT.matcher(token);
    if (note.matches()) {
      note(token, note);
    } else if (TEMPO.matcher(token).matches()) {
      tempo(token);
    } else if (key.matches()) {
      keys.add(tune.key("K" + key.group(1)));
    } else if (metre.matches()) {
      int beats = Integer.parseInt(metre.group(1));
      metres.add(new TimeSignature(tune.tick(), beats, Integer.parseInt(metre.group(2))));
    } else if (instrument.matches()) {
      String name = instrument.group(1) != null ? instrument.group(1) : instrument.group(2);
      programs.add(new ProgramChange(tune.tick(), 0, 0, tune.program(name)));
    } else if (!token.equals("|") && !token.equals("V0")) {
      throw new IllegalArgumentException(complaint(token));
    }
  }

  private void tempo(String token) {
    int tempo = tune.tempo(token);
    if (tempo < MIN_TEMPO) {
      throw new IllegalArgumentException(
          "tempo must be " + MIN_TEMPO + " or more quarter notes a minute");
    }
    tempos.add(new TempoChange(tune.tick(), (int) Math.round(60e6 / tempo)));
  }

  private void note(String token, Matcher matcher) {
    @Nullable String octave = matcher.group("octave");
    if (octave != null && (Integer.parseInt(octave) < 1 || Integer.parseInt(octave) > 10)) {
      throw new IllegalArgumentException("octave must be 1 to 10 (C5 is middle C)");
    }
    @Nullable String attack = matcher.group("attack");
    if (attack != null && (Integer.parseInt(attack) < 1 || Integer.parseInt(attack) > 127)) {
      throw new IllegalArgumentException("attack velocity must be 1 to 127");
    }
    @Nullable String key = matcher.group("key");
    if (key != null && Integer.parseInt(key) > 127) {
      throw new IllegalArgumentException("key must be 0 to 127 (60 is middle C)");
    }
    tune.note(token, key == null ? TypedTune.BY_NAME : Integer.parseInt(key));
  }

  private static String complaint(String token) {
    char first = token.charAt(0);
    boolean note = "ABCDEFG[R".indexOf(first) >= 0;
    if (token.indexOf('$') >= 0) {
      return "definitions with $ are not taken";
    }
    if (note && (token.indexOf('+') > 0 || token.indexOf('_') > 0)) {
      return "a melody has one note at a time";
    }
    if (note && token.matches(".*(MAJ|MIN|AUG|DIM|DOM|SUS|ADD).*")) {
      return "a melody has no chords";
    }
    if (note && token.matches("[^/]*A\\d.*")) {
      return "a velocity must follow a length, as in C5qa90";
    }
    if (note) {
      return "a note is a letter A to G or a key in brackets, accidental, octave and length, as in"
          + " C#5q; a rest is R and a length, as in Rq";
    }
    return switch (first) {
      case 'V', 'L', '@' -> "a melody has one voice, without layers and times";
      case 'T' -> "a tempo is T120 or T[Allegro], a metre TIME:3/4";
      case 'K' -> "a key is KGmaj or KEY:Gmaj";
      case 'I' -> "an instrument is I[Flute] or I73";
      default ->
          "not a note (C5q), rest (Rq), bar (|), tempo (T120), instrument (I[Flute]),"
              + " key (KEY:Gmaj) or metre (TIME:3/4)";
    };
  }

  private Score score() {
    List<Note> notes = tune.notes();
    if (notes.isEmpty()) {
      throw new IllegalArgumentException("primer must have a note, as in \"C5q D5q E5h\"");
    }
    return new Score(
        TICKS_PER_QUARTER,
        tune.tick(),
        notes,
        tempos,
        metres,
        keys,
        programs,
        List.of(),
        List.of(new TextEvent(0, 0, TextEvent.Kind.TRACK_NAME, Score.MELODY_TRACK)));
  }

  /** The place of a character as column from 1, with the line where there are several. */
  private static String place(String text, int index) {
    String before = text.substring(0, index);
    int column = index - (before.lastIndexOf('\n') + 1) + 1;
    return text.strip().indexOf('\n') < 0
        ? "column " + column
        : "line " + (before.chars().filter(c -> c == '\n').count() + 1) + ", column " + column;
  }

  private static String shortened(String token) {
    return token.length() <= 40 ? token : token.substring(0, 40) + "\u2026";
  }
}
