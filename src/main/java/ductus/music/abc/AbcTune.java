package ductus.music.abc;

import ductus.file.BadFileException;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.abc.bar.AbcBar;
import ductus.music.abc.bar.AbcBarCheck;
import ductus.music.abc.bar.AbcEvent;
import ductus.music.abc.bar.AbcRepeats;
import ductus.music.abc.bar.AbcSource;
import ductus.music.abc.bar.Fraction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads the lines of one tune: its header, then its voices. */
final class AbcTune {
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

  private static final Pattern FIELD = Pattern.compile("[A-Za-z+]:[^|:].*|[A-Za-z+]:");
  private static final Pattern INLINE_VOICE = Pattern.compile("\\s*\\[V:([^\\]]*)\\]");
  private static final Pattern VOICE_NAME = Pattern.compile("(?:^|\\s)(?:name|nm)=\"([^\"]*)\"");
  private static final Pattern PROGRAM =
      Pattern.compile("%%MIDI\\s+program\\s+(?:\\d{1,2}\\s+)?(\\d{1,3})\\s*");
  private static final Pattern CHANNEL = Pattern.compile("%%MIDI\\s+channel\\s+(\\d{1,2})\\s*");
  private static final int DRUM_CHANNEL = 10;

  /**
   * A voice of a tune with its repeats played out.
   *
   * @param name empty if it has none
   * @param program General MIDI program
   * @param isDrums whether its pitches are drums
   * @param start where the first bar begins to sound, in whole notes after the bar line
   */
  record AbcVoice(String name, int program, boolean isDrums, List<AbcBar> played, Fraction start) {
    AbcVoice {
      played = List.copyOf(played);
    }
  }

  private final AbcSource source;
  private final List<AbcSource.Line> lines;
  private final Map<Character, String> header = new HashMap<>();
  private final Map<Character, Integer> places = new HashMap<>();
  private final Map<String, Draft> voices = new LinkedHashMap<>();
  private final Draft all = new Draft();
  private AbcEvent.@Nullable Setting setting;
  private Fraction unit = Fraction.ONE;
  private @Nullable Draft current;

  /** A voice while it is read. */
  private static final class Draft {
    private @Nullable AbcBody body;
    private String name = "";
    private OptionalInt program = OptionalInt.empty();
    private boolean drums;

    /** Reads a MIDI directive; others than of programs and channels say nothing here. */
    void midi(String directive) {
      Matcher named = PROGRAM.matcher(directive);
      if (named.matches() && Integer.parseInt(named.group(1)) < 128) {
        program = OptionalInt.of(Integer.parseInt(named.group(1)));
      }
      Matcher channel = CHANNEL.matcher(directive);
      if (channel.matches()) {
        drums = Integer.parseInt(channel.group(1)) == DRUM_CHANNEL;
      }
    }
  }

  AbcTune(AbcSource source, List<AbcSource.Line> lines) {
    this.source = source;
    this.lines = lines;
  }

  Score score() throws BadFileException {
    int end = 0;
    int blank = 0;
    for (AbcSource.Line line : lines) {
      if (line.isBlank()) {
        blank = setting != null && blank == 0 ? line.place() + 1 : blank;
        continue;
      }
      if (blank > 0) {
        throw source.error(line.place(), "an empty line ended the tune, but more follows");
      }
      line(line);
      end = line.place() + line.text().length();
    }
    if (setting == null) {
      throw source.error("it is no tune: there is no K: field");
    }
    List<AbcVoice> read = new ArrayList<>();
    for (Draft voice : voices.values()) {
      if (voice.body != null) {
        read.add(voice(voice, voice.body.finish(end)));
      }
    }
    if (read.isEmpty()) {
      throw source.error(end, "the tune has no notes");
    }
    return new AbcScore(source, read).write(about());
  }

  private AbcVoice voice(Draft voice, List<AbcBar> written) throws BadFileException {
    List<AbcBar> played = new AbcRepeats(source, written).played();
    Fraction start = new AbcBarCheck(source, written, played).start();
    int program = voice.program.orElse(all.program.orElseGet(this::program));
    return new AbcVoice(voice.name, program, voice.drums || all.drums, played, start);
  }

  private void line(AbcSource.Line line) throws BadFileException {
    String text = line.text();
    if (text.startsWith(AbcSource.MIDI_DIRECTIVE)) {
      (current == null ? all : current).midi(text);
    } else if (FIELD.matcher(text).matches()) {
      field(text.charAt(0), text.substring(2), line.place());
    } else if (setting == null) {
      throw source.error(line.place(), "a field such as T: must stand here, before K:");
    } else {
      Matcher inline = INLINE_VOICE.matcher(text);
      if (inline.lookingAt()) {
        beginVoice(inline.group(1));
        line(new AbcSource.Line(line.place() + inline.end(), text.substring(inline.end())));
      } else if (!text.isBlank()) {
        body().line(line);
      }
    }
  }

  private void field(char letter, String value, int place) throws BadFileException {
    if (letter == 'V') {
      beginVoice(value);
    } else if (setting != null) {
      body().field(letter, value, place);
    } else {
      headerField(letter, value, place);
    }
  }

  /** Goes on in a voice; before the music, it only makes the voice known. */
  private void beginVoice(String value) {
    Draft voice = voices.computeIfAbsent(value.strip().split("\\s+", 2)[0], name -> new Draft());
    Matcher name = VOICE_NAME.matcher(value);
    if (name.find()) {
      voice.name = name.group(1).strip();
    }
    if (setting != null) {
      current = voice;
    }
  }

  /** The body of the voice; music without a voice belongs to the first one. */
  private AbcBody body() {
    if (current == null) {
      current =
          voices.values().stream()
              .findFirst()
              .orElseGet(() -> voices.computeIfAbsent("", name -> new Draft()));
    }
    if (current.body == null) {
      current.body = new AbcBody(source, Objects.requireNonNull(setting), unit);
    }
    return current.body;
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
      endHeader();
    }
  }

  private void endHeader() throws BadFileException {
    if (!header.containsKey('M')) {
      throw source.error("it has no metre: there is no M: field before K:");
    }
    TimeSignature metre = parsed('M', AbcFields::metre);
    unit =
        header.containsKey('L') ? parsed('L', AbcFields::unitLength) : AbcFields.unitLength(metre);
    double tempo = header.containsKey('Q') ? parsed('Q', AbcFields::quartersPerMinute) : 0;
    setting = new AbcEvent.Setting(metre, parsed('K', AbcFields::key), tempo);
  }

  private <T> T parsed(char letter, Function<String, T> parser) throws BadFileException {
    try {
      return parser.apply(header.getOrDefault(letter, ""));
    } catch (IllegalArgumentException e) {
      throw source.error(places.getOrDefault(letter, 0), String.valueOf(e.getMessage()));
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
