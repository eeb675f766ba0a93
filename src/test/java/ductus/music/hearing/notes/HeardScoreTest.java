package ductus.music.hearing.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.music.midi.MidiReader;
import ductus.music.midi.MidiWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeardScoreTest {
  @Test
  void notesStandInSecondsWithoutDrums() {
    Score score =
        score(
            List.of(
                new Note(0, 480, 60, 90, 0, 0),
                new Note(480, 240, 64, 80, 0, 0),
                new Note(480, 240, 38, 80, Note.DRUM_CHANNEL, 0)),
            500_000,
            480);
    assertEquals(
        List.of(new HeardNote(0, 0.5, 60, 90), new HeardNote(0.5, 0.75, 64, 80)),
        HeardScore.notes(score));
  }

  @Test
  void aPitchSoundsOnce() {
    Score score =
        score(
            List.of(
                new Note(0, 960, 60, 90, 0, 0),
                new Note(0, 480, 60, 70, 1, 0),
                new Note(480, 480, 60, 80, 1, 0)),
            500_000,
            480);
    assertEquals(
        List.of(new HeardNote(0, 0.5, 60, 90), new HeardNote(0.5, 1, 60, 80)),
        HeardScore.notes(score));
  }

  @Test
  void whatWasHeardComesBackFromItsMidiFile() throws Exception {
    List<HeardNote> notes =
        List.of(new HeardNote(0.25, 0.5, 60, 90), new HeardNote(0.25, 1.5, 64, 20));
    byte[] midi = MidiWriter.write(HeardScore.score(notes, 0, 120));
    assertEquals(notes, HeardScore.notes(MidiReader.parse(Path.of("a.mid"), midi)));
  }

  @Test
  void theFirstNoteIsOnABeatAndAllSoundWhenTheyWereHeard() {
    List<HeardNote> notes =
        List.of(new HeardNote(4.1, 4.6, 60, 90), new HeardNote(4.7, 5.3, 64, 80));
    Score score = HeardScore.score(notes, 0, 100);
    assertEquals(7 * 480, score.notes().get(0).onset());
    assertEquals(8 * 480, score.notes().get(1).onset());
    List<HeardNote> again = HeardScore.notes(score);
    for (int i = 0; i < notes.size(); i++) {
      assertEquals(notes.get(i).onset(), again.get(i).onset(), 0.002);
      assertEquals(notes.get(i).end(), again.get(i).end(), 0.002);
    }
    assertEquals(
        0, HeardScore.score(List.of(new HeardNote(0.03, 1, 60, 90)), 0, 90).notes().get(0).onset());
  }

  private static Score score(List<Note> notes, int tempo, int ticksPerQuarter) {
    return new Score(
        ticksPerQuarter,
        0,
        notes,
        List.of(new TempoChange(0, tempo)),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
