package ductus.music.harmony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.midi.MidiReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChordFinderTest {
  private static final int QUARTER = 4;

  @Test
  void hearsTriadsSeventhsAndSlashChords() {
    Score score = score(sounding("C", "Am7", "G/B", "D7", "Fmaj7", "Bdim", "Cm", "E7/G#"));
    assertEquals("C Am7 G/B D7 Fmaj7 Bdim Cm E7/G#", heard(score));
    for (ChordSpan span : ChordFinder.hear(score)) {
      assertTrue(span.probability() > 0.5 && span.probability() <= 1, span.toString());
    }
  }

  @Test
  void hearsNoDrumsAndNoPassingTones() {
    List<Note> notes = new ArrayList<>(sounding("C", "F"));
    for (int quarter = 0; quarter < 8; quarter++) {
      notes.add(note((long) quarter * QUARTER, QUARTER, 50, 9));
    }
    int[] tune = {72, 74, 76, 77, 79, 81, 79, 76};
    for (int i = 0; i < tune.length; i++) {
      notes.add(note((long) i * QUARTER / 2, QUARTER / 2, tune[i], 0));
    }
    assertEquals("C F", heard(score(notes)));
  }

  @Test
  void isUnsureOfWhatMayBeSeveralChords() {
    ChordSpan sure = ChordFinder.hear(score(sounding("C", "C"))).get(0);
    ChordSpan unsure = ChordFinder.hear(score(List.of(note(0, 4 * QUARTER, 64, 0)))).get(0);
    assertTrue(unsure.probability() < 0.5, unsure.toString());
    assertTrue(sure.probability() > 0.95, sure.toString());
  }

  @Test
  void endsTheChordInALongSilence() {
    List<Note> notes = new ArrayList<>(sounding("C", "C"));
    notes.add(note(80L * QUARTER, 4 * QUARTER, 60, 0));
    List<ChordSpan> spans = ChordFinder.hear(score(notes));
    assertTrue(spans.get(20).chord().isNone(), spans.toString());
  }

  @Test
  void tellsTheChordOfEachBeatByTheSymbols() {
    Score score =
        new Score(
            QUARTER,
            8 * QUARTER,
            sounding("C", "C"),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(
                new TextEvent(0, 0, TextEvent.Kind.TEXT, "K:Am"),
                new TextEvent(QUARTER, 1, TextEvent.Kind.TEXT, "Am"),
                new TextEvent(4 * QUARTER, 1, TextEvent.Kind.TEXT, "E7")));
    assertEquals(
        "N.C. Am Am Am E7 E7 E7 E7",
        ChordFinder.written(score).stream()
            .map(span -> span.chord().toString())
            .collect(Collectors.joining(" ")));
    assertEquals(
        List.of(
            new ChordSpan(QUARTER, 4 * QUARTER, ChordSymbol.parse("Am"), 1),
            new ChordSpan(4 * QUARTER, 8 * QUARTER, ChordSymbol.parse("E7"), 1)),
        ChordFinder.symbols(score));
  }

  @Test
  void findsNothingInAnEmptyScore() {
    assertEquals(List.of(), ChordFinder.written(score(List.of())));
    assertEquals(List.of(), ChordFinder.symbols(score(List.of())));
    assertEquals(List.of(), ChordFinder.hear(score(List.of())));
  }

  @Test
  void hearsTheChordsOfOurOwnTunes() throws IOException, BadFileException {
    int beats = 0;
    int right = 0;
    for (Path file : ownTunes()) {
      Score score = MidiReader.read(file);
      List<ChordSpan> written = ChordFinder.written(score);
      List<ChordSpan> heard = ChordFinder.hear(score);
      for (int i = 0; i < written.size(); i++) {
        if (!written.get(i).chord().isNone()) {
          beats++;
          right += written.get(i).chord().equals(heard.get(i).chord()) ? 1 : 0;
        }
      }
    }
    assertTrue(right >= 0.99 * beats, right + " of " + beats);
  }

  private static List<Path> ownTunes() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("corpora/melodies"))) {
      return files.filter(file -> file.toString().endsWith(".mid")).sorted().toList();
    }
  }

  private static String heard(Score score) {
    return ChordFinder.joined(ChordFinder.hear(score)).stream()
        .map(span -> span.chord().toString())
        .collect(Collectors.joining(" "));
  }

  /** Each chord for a bar. */
  private static List<Note> sounding(String... symbols) {
    List<Note> notes = new ArrayList<>();
    for (int i = 0; i < symbols.length; i++) {
      for (int pitch : ChordSymbol.parse(symbols[i]).voicing()) {
        notes.add(note(4L * i * QUARTER, 4 * QUARTER, pitch, 0));
      }
    }
    return notes;
  }

  private static Note note(long onset, long duration, int pitch, int channel) {
    return new Note(onset, duration, pitch, 80, channel, 1);
  }

  private static Score score(List<Note> notes) {
    return new Score(
        QUARTER,
        notes.stream().mapToLong(Note::end).max().orElse(0),
        notes.stream().sorted(Comparator.comparingLong(Note::onset)).toList(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
