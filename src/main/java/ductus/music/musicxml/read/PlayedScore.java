package ductus.music.musicxml.read;

import ductus.file.BadFileException;
import ductus.music.Bar;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.harmony.ChordFinder;
import ductus.music.harmony.ChordTrack;
import ductus.music.midi.MidiReader;
import ductus.music.musicxml.read.PlayOrder.Played;
import ductus.music.musicxml.read.WrittenMeasure.Change;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Lays the measures end to end in the order in which they are played. */
final class PlayedScore {
  private static final int CHORD_PROGRAM = 24;
  private static final Comparator<Note> SCORE_ORDER =
      Comparator.comparingLong(Note::onset)
          .thenComparingInt(Note::pitch)
          .thenComparingInt(Note::track)
          .thenComparingInt(Note::channel)
          .thenComparingLong(Note::duration);

  private final Path path;
  private final WrittenScore written;
  private final TickScale scale;
  private final List<WrittenPart> parts;
  private final MeasureLengths lengths;
  private final List<Played> played;
  private final List<Long> starts = new ArrayList<>();
  private final long end;
  private final List<Note> notes = new ArrayList<>();
  private final List<TextEvent> texts = new ArrayList<>();
  private final List<ProgramChange> programs = new ArrayList<>();

  /**
   * Prepares a score.
   *
   * @param path for messages
   */
  PlayedScore(Path path, WrittenScore written) throws BadFileException {
    this.path = path;
    this.written = written;
    scale = written.scale;
    parts = List.copyOf(written.parts.values());
    lengths = new MeasureLengths(written);
    try {
      played = PlayOrder.of(written.signs);
    } catch (IllegalArgumentException tooLong) {
      throw new BadFileException(path, String.valueOf(tooLong.getMessage()));
    }
    long start = played.isEmpty() ? 0 : lengths.pickup(played.get(0).measure());
    for (Played each : played) {
      starts.add(start);
      start += lengths.of(each.measure());
      if (scale.ofScore(start) > MidiReader.MAX_TICK) {
        throw new BadFileException(
            path, "a score must end by tick %d but goes on".formatted(MidiReader.MAX_TICK));
      }
    }
    end = start;
  }

  Score score() throws BadFileException {
    if (written.notes == 0) {
      throw new BadFileException(path, "the score has no notes");
    }
    about();
    List<TimeSignature> metres = lengths.metres(played, starts);
    Channels channels = new Channels(parts);
    boolean lead = parts.size() == 1;
    Set<Change<String>> symbols =
        new TreeSet<>(
            Comparator.comparingLong((Change<String> each) -> each.onset())
                .thenComparing(Change::value));
    int chordTrack = parts.size() + 1;
    for (int i = 0; i < parts.size(); i++) {
      boolean hasChords = part(i, channels, symbols);
      String name = name(parts.get(i), i);
      if (lead && hasChords) {
        texts.add(new TextEvent(0, i + 1, TextEvent.Kind.INSTRUMENT_NAME, name));
        name = Score.MELODY_TRACK;
      }
      if (name.equals(Score.CHORD_TRACK)) {
        chordTrack = i + 1;
      }
      texts.add(new TextEvent(0, i + 1, TextEvent.Kind.TRACK_NAME, name));
    }
    List<Bar> bars = Bar.layOut(metres, scale.ofScore(), scale.ofScore(end), Bar.MOST_OF_PIECE + 1);
    if (bars.size() > Bar.MOST_OF_PIECE) {
      throw new BadFileException(
          path, "a score must have at most %,d bars".formatted(Bar.MOST_OF_PIECE));
    }
    long length = bars.isEmpty() ? 0 : bars.get(bars.size() - 1).end();
    symbols(symbols, chordTrack);
    if (lead && !symbols.isEmpty()) {
      chords(metres, bars, length, channels.free(), chordTrack);
    }
    PlayedSignatures signatures = new PlayedSignatures(written, played, starts);
    texts.addAll(signatures.keyNames());
    notes.sort(SCORE_ORDER);
    texts.sort(Comparator.comparingLong(TextEvent::tick).thenComparingInt(TextEvent::track));
    return new Score(
        scale.ofScore(),
        length,
        notes,
        signatures.tempos(),
        metres,
        signatures.keys(),
        programs,
        List.of(),
        texts);
  }

  private void about() {
    if (!written.title.isEmpty()) {
      texts.add(new TextEvent(0, 0, TextEvent.Kind.TRACK_NAME, oneLine(written.title)));
    }
    if (!written.composer.isEmpty()) {
      texts.add(new TextEvent(0, 0, TextEvent.Kind.TEXT, "C:" + oneLine(written.composer)));
    }
    if (!written.rights.isEmpty()) {
      texts.add(new TextEvent(0, 0, TextEvent.Kind.COPYRIGHT, oneLine(written.rights)));
    }
  }

  private static String oneLine(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  private static String name(WrittenPart part, int index) {
    String name = oneLine(part.name);
    if (name.isEmpty()) {
      name =
          oneLine(
              part.instruments.values().stream().map(PartInstrument::name).findFirst().orElse(""));
    }
    return name.isEmpty() ? "Part " + (index + 1) : name;
  }

  /** Plays a part; returns whether chord symbols stand above it. */
  private boolean part(int index, Channels channels, Set<Change<String>> symbols)
      throws BadFileException {
    WrittenPart part = parts.get(index);
    int track = index + 1;
    PlayedPart playing = new PlayedPart(scale.perQuarter());
    Set<TextEvent> told = new HashSet<>();
    boolean hasChords = false;
    int count = 0;
    for (int i = 0; i < played.size(); i++) {
      Played each = played.get(i);
      if (each.measure() >= part.measures.size()) {
        continue;
      }
      WrittenMeasure measure = part.measures.get(each.measure());
      long factor = scale.perQuarter() / measure.ticksPerQuarter();
      count += measure.notes().size();
      if (notes.size() + count > MusicXmlReader.MAX_NOTES) {
        throw new BadFileException(
            path,
            "a score must have at most %,d notes as it is played"
                .formatted(MusicXmlReader.MAX_NOTES));
      }
      playing.play(measure, starts.get(i), factor);
      texts(measure, starts.get(i), factor, each.pass(), track, told);
      for (Change<String> chord : measure.chords()) {
        long tick = scale.ofScore(starts.get(i) + chord.onset() * factor);
        symbols.add(new Change<>(tick, chord.value()));
        hasChords = true;
      }
    }
    Map<String, Integer> ofPart = channels.of(part);
    Set<Integer> sounding = new TreeSet<>();
    for (PlayedPart.Sounding each : playing.finish()) {
      int channel =
          each.note.drum()
              ? Note.DRUM_CHANNEL
              : ofPart.getOrDefault(each.note.instrument(), channels.usual(part));
      long onset = scale.ofScore(each.onset);
      long length = Math.max(0, scale.ofScore(each.end) - onset);
      notes.add(new Note(onset, length, each.note.pitch(), each.note.velocity(), channel, track));
      if (sounding.add(channel)) {
        PartInstrument instrument =
            part.instruments.getOrDefault(each.note.instrument(), PartInstrument.UNKNOWN);
        programs.add(new ProgramChange(0, channel, track, instrument.program()));
      }
    }
    return hasChords;
  }

  /** The markers of a measure, and the words of the verse that is due. */
  private void texts(
      WrittenMeasure measure, long start, long factor, int pass, int track, Set<TextEvent> told) {
    for (WrittenMeasure.Text text : measure.texts()) {
      if (text.verse() == 0 || text.verse() == verse(measure, text.onset(), pass)) {
        TextEvent event =
            new TextEvent(
                scale.ofScore(start + text.onset() * factor), track, text.kind(), text.text());
        if (told.add(event)) {
          texts.add(event);
        }
      }
    }
  }

  /** The verse of a pass at a note, or else the first that stands there. */
  private static int verse(WrittenMeasure measure, long onset, int pass) {
    int first = Integer.MAX_VALUE;
    for (WrittenMeasure.Text text : measure.texts()) {
      if (text.verse() > 0 && text.onset() == onset) {
        if (text.verse() == pass) {
          return pass;
        }
        first = Math.min(first, text.verse());
      }
    }
    return first;
  }

  private void symbols(Set<Change<String>> symbols, int track) {
    if (symbols.isEmpty()) {
      return;
    }
    if (track > parts.size()) {
      texts.add(new TextEvent(0, track, TextEvent.Kind.TRACK_NAME, Score.CHORD_TRACK));
    }
    for (Change<String> each : symbols) {
      texts.add(new TextEvent(each.onset(), track, TextEvent.Kind.TEXT, each.value()));
    }
  }

  /** Lets the chords sound that the symbols stand for. */
  private void chords(
      List<TimeSignature> metres, List<Bar> bars, long length, int channel, int track) {
    Score symbols =
        new Score(
            scale.ofScore(),
            length,
            List.of(),
            List.of(),
            metres,
            List.of(),
            List.of(),
            List.of(),
            texts.stream().filter(text -> text.track() == track).toList());
    notes.addAll(ChordTrack.notes(ChordFinder.symbols(symbols), bars, channel, track));
    programs.add(new ProgramChange(0, channel, track, CHORD_PROGRAM));
  }
}
