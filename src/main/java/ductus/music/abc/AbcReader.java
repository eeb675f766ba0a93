package ductus.music.abc;

import ductus.file.BadFileException;
import ductus.music.MelodyScore;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a tune in ABC notation into a score of {@value MelodyScore#TICKS_PER_QUARTER} ticks a
 * quarter.
 *
 * <p>Track 0 has the title, the texts {@code K:} (the key with its mode), {@code C:} and {@code
 * O:}, tempo, metre and key; track 1, {@link Score#MELODY_TRACK}, the tune; track 2, {@link
 * Score#CHORD_TRACK}, the chord symbols and the chords that they stand for, if there are any.
 * Repeats are played out. The first bar line is at tick 0, so a pickup begins after a rest, and the
 * last bar is filled up with rest.
 */
public final class AbcReader {
  private static final long MOST_BYTES = 1 << 20;
  private static final int FLUTE = 73;

  /** General MIDI programs by words of the R: field. */
  private static final Map<String, Integer> PROGRAMS =
      Map.of(
          "reel",
          40,
          "jig",
          40,
          "hornpipe",
          40,
          "polka",
          40,
          "strathspey",
          40,
          "march",
          72,
          "waltz",
          21,
          "hymn",
          19,
          "chorale",
          19,
          "minuet",
          6);

  private final AbcSource source;
  private final Map<Character, String> header = new HashMap<>();
  private final Map<Character, Integer> places = new HashMap<>();
  private final Set<String> voices = new HashSet<>();
  private @Nullable AbcBody body;

  private AbcReader(AbcSource source) {
    this.source = source;
  }

  /**
   * Reads a file.
   *
   * @throws BadFileException if it is no tune in the subset, or a bar is not full; the reason has
   *     line, column and bar
   * @throws IOException if it cannot be read at all
   */
  public static Score read(Path path) throws BadFileException, IOException {
    if (Files.size(path) > MOST_BYTES) {
      throw new BadFileException(path, "an ABC file must have 1 MiB at most");
    }
    return read(path, Files.readAllBytes(path));
  }

  /**
   * Reads a file's content.
   *
   * @param path for messages
   */
  public static Score read(Path path, byte[] content) throws BadFileException {
    AbcSource source = new AbcSource(path, content);
    try {
      return new AbcReader(source).score();
    } catch (ArithmeticException e) {
      throw source.error("its note lengths have no common measure");
    }
  }

  private Score score() throws BadFileException {
    int end = 0;
    int blank = 0;
    for (AbcSource.Line line : source.lines()) {
      if (line.isBlank()) {
        blank = body != null && blank == 0 ? line.place() + 1 : blank;
        continue;
      }
      if (blank > 0) {
        throw source.error(line.place(), "an empty line ended the tune, but more follows");
      }
      line(line);
      end = line.place() + line.text().length();
    }
    if (body == null) {
      throw source.error("it is no tune: there is no K: field");
    }
    List<AbcBar> written = body.finish(end);
    List<AbcBar> played = new AbcRepeats(source, written).played();
    Fraction start = new AbcBarCheck(source, written, played).start();
    return new AbcScore(source, played, start).write(about(), program());
  }

  private void line(AbcSource.Line line) throws BadFileException {
    String text = line.text();
    if (isField(text)) {
      char letter = text.charAt(0);
      String value = text.substring(2);
      if (letter == 'V') {
        voice(value, line.place());
      } else if (body != null) {
        if (letter == 'X') {
          throw source.error(line.place(), "one tune a file can be read, but X: begins another");
        }
        body.field(letter, value, line.place());
      } else {
        headerField(letter, value, line.place());
      }
    } else if (body != null) {
      body.line(line);
    } else {
      throw source.error(line.place(), "a field such as T: must stand here, before K:");
    }
  }

  private static boolean isField(String text) {
    return text.matches("[A-Za-z+]:[^|:].*|[A-Za-z+]:");
  }

  private void headerField(char letter, String value, int place) throws BadFileException {
    if (letter == 'P' && value.strip().length() > 1) {
      throw source.error(place, "an order of parts is not supported: write them out");
    }
    if (letter == 'm') {
      throw source.error(place, "macros are not supported");
    }
    header.putIfAbsent(letter, value.strip());
    places.putIfAbsent(letter, place);
    if (letter == 'K') {
      beginBody();
    }
  }

  private void beginBody() throws BadFileException {
    if (!header.containsKey('M')) {
      throw source.error("it has no metre: there is no M: field before K:");
    }
    TimeSignature metre = parsed('M', AbcFields::metre);
    Fraction unit =
        header.containsKey('L') ? parsed('L', AbcFields::unitLength) : AbcFields.unitLength(metre);
    double tempo = header.containsKey('Q') ? parsed('Q', AbcFields::quartersPerMinute) : 0;
    body =
        new AbcBody(source, new AbcEvent.Setting(metre, parsed('K', AbcFields::key), tempo), unit);
  }

  private interface FieldParser<T> {
    T parse(String value);
  }

  private <T> T parsed(char letter, FieldParser<T> parser) throws BadFileException {
    try {
      return parser.parse(header.getOrDefault(letter, ""));
    } catch (IllegalArgumentException e) {
      throw source.error(places.getOrDefault(letter, 0), String.valueOf(e.getMessage()));
    }
  }

  private void voice(String value, int place) throws BadFileException {
    voices.add(value.strip().split("\\s+", 2)[0]);
    if (voices.size() > 1) {
      throw source.error(place, "only one voice can be read, but V: begins another");
    }
  }

  private List<TextEvent> about() {
    List<TextEvent> texts = new ArrayList<>();
    if (header.containsKey('T')) {
      texts.add(new TextEvent(0, 0, TextEvent.Kind.TRACK_NAME, header.getOrDefault('T', "")));
    }
    for (char letter : new char[] {'C', 'O'}) {
      if (header.containsKey(letter)) {
        texts.add(
            new TextEvent(
                0, 0, TextEvent.Kind.TEXT, letter + ":" + header.getOrDefault(letter, "")));
      }
    }
    return texts;
  }

  private int program() {
    String rhythm = header.getOrDefault('R', "").toLowerCase(Locale.ROOT);
    for (String word : rhythm.split("[^a-z]+", -1)) {
      if (PROGRAMS.containsKey(word)) {
        return PROGRAMS.getOrDefault(word, FLUTE);
      }
    }
    return FLUTE;
  }
}
