package ductus.music.beat;

import ductus.file.BadFileException;
import ductus.music.Key;
import ductus.music.KeySignature;
import ductus.music.Mode;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.music.TempoMap;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.harmony.ChordSymbol;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Beats, chords and key that stand in text files beside a MIDI file whose own beat means nothing,
 * as the data set POP909 has them: {@link BeatFile}, {@code chord_midi.txt} with chords such as
 * {@code Eb:min7/b3} and {@code key_audio.txt}, both by seconds, the last two not required.
 */
public final class BeatAnnotations {
  private static final String CHORDS = "chord_midi.txt";
  private static final String KEYS = "key_audio.txt";
  private static final int TICKS_PER_QUARTER = 480;
  private static final int USUAL_BAR = 4;
  private static final int WALTZ_BAR = 3;

  /** The names of qualities that ours differ from. */
  private static final Map<String, String> QUALITIES =
      Map.of(
          "maj6", "6",
          "min6", "m6",
          "minmaj7", "mM7",
          "hdim7", "m7b5",
          "sus4(b7)", "7sus4",
          "sus2(b7)", "7sus4",
          "min", "m",
          "min7", "m7",
          "min9", "m9",
          "maj", "");

  private static final List<String> DEGREES =
      List.of("1", "b2", "2", "b3", "3", "4", "b5", "5", "b6", "6", "b7", "7");

  private static final int COLUMNS = 3;

  private final Path notes;
  private final BeatFile beats;

  private BeatAnnotations(Path notes, BeatFile beats) {
    this.notes = notes;
    this.beats = beats;
  }

  /**
   * A score with the beats, chords and key that stand beside its file; as it is where no beats do.
   *
   * @throws BadFileException if one of the texts is not what it should be
   */
  public static Score beside(Path file, Score score) throws BadFileException, IOException {
    return BeatFile.isBeside(file)
        ? new BeatAnnotations(file, BeatFile.beside(file)).applied(score)
        : score;
  }

  private Score applied(Score score) throws BadFileException, IOException {
    boolean[] bars = beats.bars();
    boolean[] halfBars = beats.halfBars();
    boolean[] begins =
        usual(bars) == 2 * WALTZ_BAR && usual(halfBars) == WALTZ_BAR ? halfBars : bars;
    int usual = usual(begins);
    int first = first(begins);
    // Beats before the first bar line are the end of a bar.
    int pickup = first == 0 ? 0 : (first + usual - 1) / usual * usual - first;
    TempoMap tempo = new TempoMap(score);
    List<Note> notes = new ArrayList<>(score.notes().size());
    for (Note note : score.notes()) {
      long onset = tick(tempo.seconds(note.onset()), pickup);
      long end = Math.max(onset + 1, tick(tempo.seconds(note.end()), pickup));
      notes.add(
          new Note(
              onset, end - onset, note.pitch(), note.velocity(), note.channel(), note.track()));
    }
    notes.sort(
        Comparator.comparingLong(Note::onset)
            .thenComparingInt(Note::pitch)
            .thenComparingInt(Note::track));
    List<TextEvent> texts = new ArrayList<>();
    score.texts().stream()
        .filter(text -> text.kind() == TextEvent.Kind.TRACK_NAME)
        .map(text -> new TextEvent(0, text.track(), text.kind(), text.text()))
        .forEach(texts::add);
    texts.addAll(chords(pickup));
    double perBeat = beats.seconds(0, beats.count() - 1) / (beats.count() - 1);
    long length = notes.stream().mapToLong(Note::end).max().orElse(1);
    return new Score(
        TICKS_PER_QUARTER,
        length,
        notes,
        List.of(new TempoChange(0, (int) Math.round(perBeat * 1e6))),
        metres(begins, first + pickup, usual, pickup),
        keys(),
        score.programs().stream()
            .map(each -> new Score.ProgramChange(0, each.channel(), each.track(), each.program()))
            .toList(),
        List.of(),
        texts);
  }

  /** The tick of a second: beats are quarter notes, those before and behind as the nearest one. */
  private long tick(double second, int pickup) {
    return Math.max(0, Math.round((beats.beats(second) + pickup) * TICKS_PER_QUARTER));
  }

  /**
   * Metres at the bars whose lengths change; a bar that is too long is the usual one and a rest.
   */
  private static List<TimeSignature> metres(
      boolean[] begins, int firstBeat, int usual, int pickup) {
    List<TimeSignature> metres = new ArrayList<>();
    metres.add(new TimeSignature(0, usual, 4));
    int last = firstBeat - pickup;
    for (int beat = last + 1; beat < begins.length; beat++) {
      if (begins[beat]) {
        int length = beat - last;
        int start = last + pickup;
        if (length > usual + 1 || length == 2 * usual) {
          for (; length > usual; length -= usual, start += usual) {
            metres.add(metre(start, usual));
          }
        }
        metres.add(metre(start, length));
        last = beat;
      }
    }
    metres.add(metre(last + pickup, usual));
    return TimeSignature.withoutRepeats(metres);
  }

  private static TimeSignature metre(int beat, int beats) {
    return new TimeSignature((long) beat * TICKS_PER_QUARTER, beats, 4);
  }

  /** The most frequent distance of bars; that of common time if there is none. */
  private static int usual(boolean[] begins) {
    Map<Integer, Integer> counts = new HashMap<>();
    int last = -1;
    for (int beat = 0; beat < begins.length; beat++) {
      if (begins[beat]) {
        if (last >= 0) {
          counts.merge(beat - last, 1, Integer::sum);
        }
        last = beat;
      }
    }
    return counts.entrySet().stream()
        .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry::getKey))
        .map(Map.Entry::getKey)
        .orElse(USUAL_BAR);
  }

  private static int first(boolean[] begins) {
    for (int beat = 0; beat < begins.length; beat++) {
      if (begins[beat]) {
        return beat;
      }
    }
    return 0;
  }

  private List<TextEvent> chords(int pickup) throws BadFileException, IOException {
    Path file = notes.resolveSibling(CHORDS);
    List<TextEvent> texts = new ArrayList<>();
    if (!Files.isRegularFile(file)) {
      return texts;
    }
    for (AnnotationLine line : AnnotationLine.read(file, COLUMNS)) {
      ChordSymbol chord = chord(line);
      long tick = tick(line.seconds(0), pickup);
      texts.add(new TextEvent(tick, 0, TextEvent.Kind.TEXT, chord.toString()));
    }
    texts.sort(Comparator.comparingLong(TextEvent::tick));
    return texts;
  }

  /** A chord such as {@code Eb:min7/b3}; an unknown quality is taken for what it begins with. */
  private static ChordSymbol chord(AnnotationLine line) throws BadFileException {
    String text = line.text(2);
    if (text.equals("N")) {
      return ChordSymbol.NONE;
    }
    String[] over = text.split("/", -1);
    String[] parts = over[0].split(":", -1);
    String quality = parts.length > 1 ? parts[1] : "maj";
    for (; ; quality = quality.substring(0, quality.length() - 1)) {
      try {
        ChordSymbol chord = ChordSymbol.parse(parts[0] + QUALITIES.getOrDefault(quality, quality));
        int degree = over.length > 1 ? DEGREES.indexOf(over[1]) : 0;
        return new ChordSymbol(
            chord.root(), chord.quality(), (chord.root() + Math.max(0, degree)) % 12);
      } catch (IllegalArgumentException unknown) {
        if (quality.isEmpty()) {
          throw line.bad("no chord is called " + text);
        }
      }
    }
  }

  /** The key that holds longest. */
  private List<KeySignature> keys() throws BadFileException, IOException {
    Path file = notes.resolveSibling(KEYS);
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    Map<String, Double> lengths = new HashMap<>();
    for (AnnotationLine line : AnnotationLine.read(file, COLUMNS)) {
      lengths.merge(line.text(2), line.seconds(1) - line.seconds(0), Double::sum);
    }
    String longest =
        lengths.entrySet().stream()
            .max(
                Map.Entry.<String, Double>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .orElse("N");
    if (!longest.matches("[A-G][#b]?:(maj|min)")) {
      return List.of();
    }
    Mode mode = longest.endsWith("min") ? Mode.MINOR : Mode.MAJOR;
    int tonic = ChordSymbol.parse(longest.substring(0, longest.indexOf(':'))).root();
    Key key = new Key(tonic, mode);
    return List.of(new KeySignature(0, key.fifths(), key.mode().hasMinorThird()));
  }
}
