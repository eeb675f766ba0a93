package ductus.music.abc;

import ductus.file.BadFileException;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.abc.bar.AbcBar;
import ductus.music.abc.bar.AbcBarLayout;
import ductus.music.abc.bar.AbcEvent;
import ductus.music.abc.bar.AbcLiberty;
import ductus.music.abc.bar.AbcNotices;
import ductus.music.abc.bar.AbcParts;
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
import java.util.Optional;
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
  private static final Pattern HEADER_FIELD = Pattern.compile("[A-Za-z+]:.*");
  private static final Pattern INLINE_VOICE = Pattern.compile("\\[V:([^\\]]*)\\]");
  private static final Pattern VOICE_NAME = Pattern.compile("(?:^|\\s)(?:name|nm)=\"([^\"]*)\"");
  private static final Pattern PROGRAM =
      Pattern.compile("%%MIDI\\s+program\\s+(?:\\d{1,2}\\s+)?(\\d{1,3})\\s*");
  private static final Pattern CHANNEL = Pattern.compile("%%MIDI\\s+channel\\s+(\\d{1,2})\\s*");
  private static final Pattern TRANSPOSE =
      Pattern.compile("%%MIDI\\s+transpose\\s+([+-]?\\d{1,2})\\s*");
  private static final int DRUM_CHANNEL = 10;

  /** Fields of which the last one in the header counts; of others it is the first. */
  private static final String LAST_COUNTS = "MLQKP";

  /**
   * A voice of a tune with its repeats played out.
   *
   * @param name empty if it has none
   * @param program General MIDI program
   * @param isDrums whether its pitches are drums
   * @param layout of its bars
   */
  record AbcVoice(
      String name, int program, boolean isDrums, List<AbcBar> played, AbcBarLayout layout) {
    AbcVoice {
      played = List.copyOf(played);
    }
  }

  private final AbcSource source;
  private final AbcNotices notices;
  private final List<AbcSource.Line> lines;
  private final Map<Character, String> header = new HashMap<>();
  private final Map<Character, Integer> places = new HashMap<>();
  private final Map<String, Draft> voices = new LinkedHashMap<>();
  private final Draft all = new Draft();
  private AbcEvent.@Nullable Setting setting;
  private AbcKey key = AbcKey.NONE;
  private Fraction unit = Fraction.ONE;
  private String part = "";
  private @Nullable Draft current;

  /** A voice while it is read. */
  private static final class Draft {
    private @Nullable AbcBody body;
    private String name = "";
    private OptionalInt program = OptionalInt.empty();
    private boolean drums;

    /** Semitones that it sounds higher than it is written. */
    private int shift;

    /** Reads a MIDI directive; others than of programs, channels and pitch say nothing here. */
    void midi(String directive) {
      Matcher named = PROGRAM.matcher(directive);
      if (named.matches() && Integer.parseInt(named.group(1)) < 128) {
        program = OptionalInt.of(Integer.parseInt(named.group(1)));
      }
      Matcher channel = CHANNEL.matcher(directive);
      if (channel.matches()) {
        drums = Integer.parseInt(channel.group(1)) == DRUM_CHANNEL;
      }
      Matcher transpose = TRANSPOSE.matcher(directive);
      if (transpose.matches()) {
        shift(Integer.parseInt(transpose.group(1)));
      }
    }

    void shift(int semitones) {
      shift = semitones;
      if (body != null) {
        body.shift(semitones);
      }
    }
  }

  AbcTune(AbcSource source, AbcNotices notices, List<AbcSource.Line> lines) {
    this.source = source;
    this.notices = notices;
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
        notices.add(line.place(), AbcLiberty.AFTER_THE_END, "a line");
        continue;
      }
      line(line);
      end = line.place() + line.text().length();
    }
    if (setting == null) {
      throw source.error("it is no tune: there is no K: field");
    }
    List<AbcVoice> read = new ArrayList<>();
    for (Draft voice : voices.values()) {
      List<AbcBar> written = voice.body == null ? List.of() : voice.body.finish(end);
      if (!written.isEmpty()) {
        read.add(voice(voice, written));
      }
    }
    if (read.isEmpty()) {
      throw source.error(end, "the tune has no notes");
    }
    return new AbcScore(notices, read).write(about());
  }

  private AbcVoice voice(Draft voice, List<AbcBar> written) throws BadFileException {
    List<AbcBar> played = played(written);
    int program = voice.program.orElse(all.program.orElseGet(this::program));
    return new AbcVoice(
        voice.name, program, voice.drums || all.drums, played, new AbcBarLayout(notices, played));
  }

  /** The bars as they are played: in the order of parts, if there is one. */
  private List<AbcBar> played(List<AbcBar> written) throws BadFileException {
    String parts = header.getOrDefault('P', "");
    int place = places.getOrDefault('P', 0);
    if (parts.length() > 1) {
      Optional<String> order = AbcParts.order(parts);
      if (order.isPresent()) {
        return AbcParts.played(source, notices, written, order.get(), place);
      }
      notices.add(place, AbcLiberty.PART_ORDER, AbcFields.quote(parts));
    }
    return new AbcRepeats(source, notices, written).played();
  }

  private void line(AbcSource.Line line) throws BadFileException {
    String text = line.text();
    if (text.startsWith(AbcSource.MIDI_DIRECTIVE)) {
      (current == null ? all : current).midi(text);
    } else if (FIELD.matcher(text).matches()) {
      field(text.charAt(0), text.substring(2), line.place());
    } else if (setting != null) {
      music(line);
    } else if (!HEADER_FIELD.matcher(text).matches()) {
      notices.add(line.place(), AbcLiberty.TEXT_BETWEEN, "a line before K:");
    }
  }

  /** Scans a line of music, which may change voices. */
  private void music(AbcSource.Line line) throws BadFileException {
    String text = line.text();
    Matcher voice = INLINE_VOICE.matcher(text);
    int start = 0;
    while (start < text.length()) {
      boolean changes = voice.find();
      int end = changes ? voice.start() : text.length();
      String part = text.substring(start, end);
      if (!part.isBlank()) {
        body().line(new AbcSource.Line(line.place() + start, part));
      }
      if (changes) {
        beginVoice(voice.group(1));
      }
      start = changes ? voice.end() : text.length();
    }
  }

  private void field(char letter, String value, int place) throws BadFileException {
    boolean begun = voices.values().stream().anyMatch(voice -> voice.body != null);
    if (letter == 'V') {
      beginVoice(value);
    } else if (letter == 'P' && setting != null) {
      beginPart(value, place);
    } else if (begun || (setting != null && current != null)) {
      body().field(letter, value, place);
    } else {
      headerField(letter, value, place);
    }
  }

  /** Begins a part in all voices. */
  private void beginPart(String name, int place) throws BadFileException {
    part = name;
    for (Draft voice : voices.values()) {
      if (voice.body != null) {
        voice.body.field('P', name, place);
      }
    }
  }

  /** Goes on in a voice; before the music, it only makes the voice known. */
  private void beginVoice(String value) {
    Draft voice = voices.computeIfAbsent(value.strip().split("\\s+", 2)[0], name -> new Draft());
    Matcher name = VOICE_NAME.matcher(value);
    if (name.find()) {
      voice.name = name.group(1).strip();
    }
    int shift = AbcKey.shift(value);
    if (shift != 0) {
      voice.shift(shift);
    }
    if (setting != null) {
      current = voice;
    }
  }

  /** The body of the voice; music without a voice belongs to the first one. */
  private AbcBody body() throws BadFileException {
    if (current == null) {
      current =
          voices.values().stream()
              .findFirst()
              .orElseGet(() -> voices.computeIfAbsent("", name -> new Draft()));
    }
    if (current.body == null) {
      current.body = new AbcBody(source, notices, Objects.requireNonNull(setting), key, unit);
      if (!part.isEmpty()) {
        current.body.field('P', part, 0);
      }
      current.shift(current.shift == 0 ? all.shift : current.shift);
    }
    return current.body;
  }

  private void headerField(char letter, String value, int place) {
    if (letter == 'm') {
      notices.add(place, AbcLiberty.MACRO, "m:" + value.strip());
    }
    if (LAST_COUNTS.indexOf(letter) >= 0 || !header.containsKey(letter)) {
      header.put(letter, value.strip());
      places.put(letter, place);
    }
    if (letter == 'K' || setting != null) {
      endHeader();
    }
  }

  private void endHeader() {
    AbcEvent.Setting free = AbcEvent.Setting.FREE;
    AbcEvent.Setting measured =
        AbcFields.isFree(header.getOrDefault('M', ""))
            ? free
            : parsed('M', AbcLiberty.METRE, value -> free.withMetre(AbcFields.metre(value)), free);
    Fraction usual = AbcFields.usualUnit(measured);
    unit =
        header.containsKey('L')
            ? parsed('L', AbcLiberty.FIELD, AbcFields::unitLength, usual)
            : usual;
    double tempo =
        header.containsKey('Q')
            ? parsed('Q', AbcLiberty.FIELD, value -> AbcFields.quartersPerMinute(value, unit), 0.0)
            : 0;
    key = parsed('K', AbcLiberty.KEY, AbcKey::parse, AbcKey.NONE);
    if (!key.accidentals().isEmpty()) {
      notices.add(places.getOrDefault('K', 0), AbcLiberty.KEY_ACCIDENTALS, "K:" + header.get('K'));
    }
    setting = measured.withKey(key.spelling()).withTempo(tempo);
  }

  private <T> T parsed(char letter, AbcLiberty liberty, Function<String, T> parser, T otherwise) {
    String value = header.getOrDefault(letter, "");
    try {
      return parser.apply(value);
    } catch (IllegalArgumentException e) {
      notices.add(places.getOrDefault(letter, 0), liberty, letter + ":" + value);
      return otherwise;
    }
  }

  private List<TextEvent> about() {
    List<TextEvent> texts = new ArrayList<>();
    if (header.containsKey('T')) {
      texts.add(new TextEvent(0, 0, TextEvent.Kind.TRACK_NAME, header.getOrDefault('T', "")));
    }
    for (char letter : new char[] {'C', 'O', 'R'}) {
      if (!header.getOrDefault(letter, "").isEmpty()) {
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
