package ductus.music.performance;

import static ductus.Refusals.assertRefusedNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.math.Seeded;
import ductus.model.Sequence;
import ductus.music.Note;
import ductus.music.RealMusic;
import ductus.music.Score;
import ductus.music.Score.PedalChange;
import ductus.music.TempoChange;
import ductus.music.TempoMap;
import ductus.music.encoding.performance.PerformanceEncoding;
import ductus.music.encoding.performance.PerformanceEncoding.PerformanceDecoding;
import ductus.music.midi.MidiReader;
import ductus.music.musicstring.ScoreMidi;
import ductus.music.performance.Performance.PedalStep;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PerformanceScoreTest {
  private final PerformanceEncoding encoding = new PerformanceEncoding();

  @Test
  void aPerformanceComesBackFromItsMidiFileExactly() throws BadFileException {
    for (int seed = 0; seed < 200; seed++) {
      Performance performance = RandomPerformances.draw(Seeded.random(seed));
      byte[] file = ScoreMidi.bytes(PerformanceScore.of(performance));
      Score score = MidiReader.parse(Path.of("file"), file);
      assertEquals(performance, PerformanceScore.read(score), "seed " + seed);
    }
  }

  @Test
  void goesThroughAllTempoChanges() {
    Score score =
        score(
            List.of(new Note(100, 200, 60, 64, 0, 0)),
            List.of(new TempoChange(0, 1_000_000), new TempoChange(200, 500_000)),
            List.of());
    assertEquals(
        List.of(new PerformedNote(100, 150, 60, 16)), PerformanceScore.read(score).notes());
  }

  @Test
  void leavesDrumsOutAndMergesTracks() {
    Score score =
        score(
            List.of(
                new Note(0, 100, 36, 64, Note.DRUM_CHANNEL, 0),
                new Note(0, 100, 60, 40, 0, 1),
                new Note(0, 200, 60, 80, 3, 2),
                new Note(100, 50, 60, 100, 1, 3)),
            List.of(),
            List.of());
    assertEquals(
        List.of(new PerformedNote(0, 50, 60, 20), new PerformedNote(50, 25, 60, 25)),
        PerformanceScore.read(score).notes());
  }

  @Test
  void thePedalIsDownWhereThatOfAnyChannelIs() {
    Score score =
        score(
            List.of(),
            List.of(),
            List.of(
                new PedalChange(0, 0, 0, 64),
                new PedalChange(20, 1, 0, 127),
                new PedalChange(40, 0, 0, 63),
                new PedalChange(60, 1, 0, 0),
                new PedalChange(80, 0, 0, 127),
                new PedalChange(80, 0, 0, 0),
                new PedalChange(90, Note.DRUM_CHANNEL, 0, 127)));
    assertEquals(
        List.of(new PedalStep(0, true), new PedalStep(30, false)),
        PerformanceScore.read(score).pedals());
  }

  @Test
  void refusesWhatLastsForDays() {
    Score score =
        score(List.of(new Note(Integer.MAX_VALUE, 100, 60, 64, 0, 0)), List.of(), List.of());
    assertRefusedNaming("within 10 hours", () -> PerformanceScore.read(score));
  }

  @Test
  void realPianoRecordingsComeBackWithinHalfAStep() throws IOException, BadFileException {
    for (Path file : RealMusic.some("giantmidi", 8)) {
      Score score = MidiReader.read(file);
      Performance performance = PerformanceScore.read(score);
      Set<List<Integer>> onsets = new HashSet<>();
      performance.notes().forEach(note -> onsets.add(List.of(note.onset(), note.pitch())));
      TempoMap tempos = new TempoMap(score);
      for (Note note : score.notes()) {
        int step = (int) Math.round(100 * tempos.seconds(note.onset()));
        assertTrue(onsets.contains(List.of(step, note.pitch())), file + ": " + note);
      }
      Sequence sequence = encoding.encode(performance);
      PerformanceDecoding back = encoding.decode(sequence.tokens(), sequence.length());
      assertEquals(new PerformanceDecoding(performance, 0, 0), back, file.toString());
    }
  }

  private static Score score(List<Note> notes, List<TempoChange> tempos, List<PedalChange> pedals) {
    return new Score(100, 0, notes, tempos, List.of(), List.of(), List.of(), pedals, List.of());
  }
}
