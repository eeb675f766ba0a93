package ductus.music.arrangement;

import static ductus.Refusals.assertRefusedNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ArrangementReaderTest {
  @Test
  void tellsTracksOfOneProgramApart() {
    Score score =
        score(
            List.of(note(0, 60, 0, 0), note(0, 48, 0, 1), note(0, 50, 3, 1), note(0, 36, 9, 2)),
            List.of(new ProgramChange(0, 3, 1, 40), new ProgramChange(0, 9, 2, 25)));
    assertEquals(
        List.of("0 part 1", "0 part 2", "40 part 1", "153 part 1"),
        ArrangementReader.read(score).notes().stream()
            .map(note -> note.program() + " part " + note.part())
            .toList());
  }

  @Test
  void aNoteHasTheProgramThatItsChannelWasGivenLast() {
    Score score =
        score(
            List.of(note(0, 60, 0, 0), note(100, 60, 0, 0), note(100, 64, 0, 1)),
            List.of(
                new ProgramChange(50, 0, 0, 5),
                new ProgramChange(100, 0, 0, 6),
                new ProgramChange(100, 0, 1, 7)));
    assertEquals(
        List.of(0, 6, 7),
        ArrangementReader.read(score).notes().stream().map(PartNote::program).toList());
  }

  @Test
  void leavesOutRepeatedMetresAndTemposAndThoseBehindTheLastNote() {
    Score score =
        new Score(
            100,
            100_000,
            List.of(note(0, 60, 0, 0), note(800, 60, 0, 0)),
            List.of(
                new TempoChange(0, 500_000),
                new TempoChange(400, 500_001),
                new TempoChange(500, 400_000),
                new TempoChange(501, 600_000),
                new TempoChange(5000, 100_000)),
            List.of(
                new TimeSignature(400, 4, 4),
                new TimeSignature(500, 4, 4),
                new TimeSignature(5000, 3, 4)),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    Arrangement arrangement = ArrangementReader.read(score);
    assertEquals(
        List.of(new TimeSignature(0, 4, 4), new TimeSignature(120, 4, 4)), arrangement.metres());
    assertEquals(List.of(new TempoStep(0, 120), new TempoStep(120, 100)), arrangement.tempos());
  }

  @Test
  void roundsTemposToASixteenthAndFastOnesToAsManyBits() {
    assertEquals(100.0625, new TempoStep(0, 100.05).quartersPerMinute());
    assertEquals(255.9375, new TempoStep(0, 255.93).quartersPerMinute());
    assertEquals(256, new TempoStep(0, 255.97).quartersPerMinute());
    assertEquals(301.125, new TempoStep(0, 301.1).quartersPerMinute());
    assertEquals(6e7, new TempoStep(0, 6e7).quartersPerMinute(), 6e7 / 4000);
    assertThrows(IllegalArgumentException.class, () -> new TempoStep(0, 2.9));
  }

  @Test
  void takesTheChordsThatAreWrittenAtTheirMomentElseThoseThatSound() {
    List<Note> triads =
        List.of(
            new Note(0, 400, 48, 80, 0, 0),
            new Note(0, 400, 52, 80, 0, 0),
            new Note(0, 400, 55, 80, 0, 0),
            new Note(400, 400, 53, 80, 0, 0),
            new Note(400, 400, 57, 80, 0, 0),
            new Note(400, 400, 60, 80, 0, 0));
    assertEquals("0 C 96 F", chords(triads, List.of()));
    assertEquals(
        "30 G7 60 N.C.",
        chords(
            triads,
            List.of(
                new TextEvent(125, 0, TextEvent.Kind.TEXT, "G7"),
                new TextEvent(250, 0, TextEvent.Kind.TEXT, "N.C."),
                new TextEvent(900, 0, TextEvent.Kind.TEXT, "D"))));
    assertEquals("", chords(triads.subList(0, 1), List.of()));
    List<Note> drums =
        triads.stream().map(n -> new Note(n.onset(), 400, n.pitch(), 80, 9, 0)).toList();
    assertEquals("", chords(drums, List.of()));
  }

  private static String chords(List<Note> notes, List<TextEvent> texts) {
    Score score =
        new Score(100, 800, notes, List.of(), List.of(), List.of(), List.of(), List.of(), texts);
    return ArrangementReader.read(score).chords().stream()
        .map(change -> change.step() + " " + change.chord())
        .collect(Collectors.joining(" "));
  }

  @Test
  void refusesAPieceThatGoesOnForYears() {
    Score score = score(List.of(note(Integer.MAX_VALUE, 60, 0, 0)), List.of());
    assertRefusedNaming("262,143 quarter notes", () -> ArrangementReader.read(score));
  }

  private static Note note(long onset, int pitch, int channel, int track) {
    return new Note(onset, 50, pitch, 80, channel, track);
  }

  private static Score score(List<Note> notes, List<ProgramChange> programs) {
    return new Score(
        100, 0, notes, List.of(), List.of(), List.of(), programs, List.of(), List.of());
  }
}
