package ductus.music.musicstring;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.file.BadFileException;
import ductus.music.Note;
import ductus.music.Resolution;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.midi.MidiReader;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.List;
import javax.sound.midi.MidiSystem;
import javax.sound.midi.Sequence;
import org.junit.jupiter.api.Test;

class ScoreMidiTest {
  @Test
  void twentyThousandNotesOnSixteenChannelsComeBackToTheTick() throws Exception {
    Score score = RandomScores.score(1, 20_000, 1, 480);
    assertEquals(16, score.notes().stream().map(Note::channel).distinct().count());
    assertSame(score, readBack(score), "seed 1");
  }

  @Test
  void anyNumberOfTracksComesBack() throws Exception {
    for (int tracks : new int[] {2, 3, 17, 40}) {
      Score score = RandomScores.score(tracks, 500, tracks, 480);
      assertSame(score, readBack(score), "seed " + tracks);
    }
  }

  @Test
  void aResolutionThatDoesNotDivide480IsKept() throws Exception {
    for (int resolution : new int[] {1024, 384, 25, 32_767}) {
      Score score = RandomScores.score(resolution, 500, 3, resolution);
      assertSame(score, readBack(score), "seed " + resolution);
    }
  }

  @Test
  void aResolutionThatDivides480IsRaisedToIt() throws Exception {
    Score score = RandomScores.score(5, 500, 2, 96);
    Score read = readBack(score);
    assertEquals(480, read.ticksPerQuarter());
    assertEquals(score.length() * 5, read.length());
    assertEquals(score.notes().get(321).onset() * 5, read.notes().get(321).onset());
    assertSame(Resolution.of(score, 480), read, "seed 5");
  }

  @Test
  void theSameScoreGivesTheSameBytes() {
    Score score = RandomScores.score(9, 300, 3, 480);
    assertArrayEquals(ScoreMidi.bytes(score), ScoreMidi.bytes(score));
  }

  @Test
  void theJdkReadsTheFile() throws Exception {
    byte[] bytes = ScoreMidi.bytes(RandomScores.score(3, 100, 2, 480));
    Sequence sequence = MidiSystem.getSequence(new ByteArrayInputStream(bytes));
    assertEquals(480, sequence.getResolution());
    assertEquals(2, sequence.getTracks().length);
  }

  @Test
  void anEmptyScoreIsAFileWithAnEmptyTrack() throws Exception {
    Score empty = empty(480, 1920);
    assertEquals(empty, readBack(empty));
  }

  @Test
  void refusesWhatAMidiFileCannotHold() {
    assertThrows(IllegalArgumentException.class, () -> ScoreMidi.bytes(empty(40_000, 0)));
    assertThrows(IllegalArgumentException.class, () -> ScoreMidi.bytes(empty(480, 1L << 28)));
    Score score = RandomScores.score(1, 1, 1, 480);
    for (ProgramChange bad :
        List.of(new ProgramChange(0, 0, 0, 128), new ProgramChange(0, 0, -1, 0))) {
      Score withBad =
          new Score(
              480,
              10_000,
              score.notes(),
              List.of(),
              List.of(),
              List.of(),
              List.of(bad),
              List.of(),
              List.of());
      assertThrows(IllegalArgumentException.class, () -> ScoreMidi.bytes(withBad));
    }
  }

  private static Score empty(int ticksPerQuarter, long length) {
    return new Score(
        ticksPerQuarter,
        length,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** Equality with a message that can be read. */
  private static void assertSame(Score expected, Score actual, String message) {
    assertEquals(expected.notes().size(), actual.notes().size(), message);
    for (int i = 0; i < expected.notes().size(); i++) {
      assertEquals(expected.notes().get(i), actual.notes().get(i), message + ", note " + i);
    }
    assertEquals(withoutNotes(expected), withoutNotes(actual), message);
  }

  private static Score withoutNotes(Score score) {
    return new Score(
        score.ticksPerQuarter(),
        score.length(),
        List.of(),
        score.tempos(),
        score.timeSignatures(),
        score.keySignatures(),
        score.programs(),
        score.pedals(),
        score.texts());
  }

  private static Score readBack(Score score) throws BadFileException {
    return MidiReader.parse(Path.of("test.mid"), ScoreMidi.bytes(score));
  }
}
