package ductus.music.frames;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.Seeded;
import ductus.music.Note;
import ductus.music.Score;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameScoreTest {
  @Test
  void whatIsWrittenIsReadBackOnItsGrid() {
    for (int seed = 0; seed < 200; seed++) {
      Frames piece = RandomFrames.any(Seeded.random(seed));
      if (piece.lowest().isPresent()) {
        Score score = FrameScore.score(piece, 0, 80);
        assertEquals(piece, FrameScore.frames(score, piece.stepsPerQuarter()), "seed " + seed);
      }
    }
  }

  @Test
  void tiesPitchesThatStay() {
    Frames piece =
        new Frames(2, List.of(Frame.of(60, 64), Frame.of(60), Frame.SILENT, Frame.of(60)));
    assertEquals(
        List.of(note(0, 480, 60), note(0, 240, 64), note(720, 240, 60)),
        FrameScore.score(piece, 0, 80).notes());
  }

  @Test
  void findsTheCoarsestGridThatFits() {
    assertEquals(1, grid(note(0, 480, 60), note(480, 960, 64)));
    assertEquals(1, grid(note(0, 456, 60), note(480, 432, 64)), "detached");
    assertEquals(2, grid(note(0, 240, 60), note(240, 240, 64)));
    assertEquals(3, grid(note(0, 160, 60), note(160, 160, 64)));
    assertEquals(4, grid(note(0, 360, 60), note(360, 120, 64)));
    assertEquals(12, grid(note(0, 120, 60), note(120, 40, 64), note(160, 320, 64)));
    assertEquals(4, grid(note(0, 213, 60), note(213, 171, 64)), "no grid");
  }

  private static int grid(Note... notes) {
    return FrameScore.frames(score(notes)).stepsPerQuarter();
  }

  @Test
  void keepsSilenceBeforeAndBehind() {
    Score score = score(note(480, 480, 60));
    Score longer =
        new Score(
            480,
            1920,
            score.notes(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    assertEquals(
        List.of(Frame.SILENT, Frame.of(60), Frame.SILENT, Frame.SILENT),
        FrameScore.frames(longer).steps());
  }

  @Test
  void aNoteShorterThanAStepHasOne() {
    Frames frames = FrameScore.frames(score(note(0, 480, 60), note(480, 10, 64)), 1);
    assertEquals(List.of(Frame.of(60), Frame.of(64)), frames.steps());
  }

  @Test
  void leavesOutDrumsAndKeysThatAPianoLacks() {
    Note drum = new Note(0, 480, 38, 80, Note.DRUM_CHANNEL, 1);
    assertEquals(
        List.of(Frame.of(60)),
        FrameScore.frames(score(note(0, 480, 60), note(0, 480, 109), drum)).steps());
    assertRefused(
        "has no notes but drums, or only outside the piano's keys",
        () -> FrameScore.frames(score(drum)));
    assertRefused("has no notes", () -> FrameScore.frames(score()));
    assertRefused(
        "a piece must have at most 1,048,576 grid steps but has 2,000,001",
        () -> FrameScore.frames(score(note(480L * 2_000_000, 480, 60))));
  }

  private static Note note(long onset, long duration, int pitch) {
    return new Note(onset, duration, pitch, 80, 0, 1);
  }

  private static Score score(Note... notes) {
    long end = List.of(notes).stream().mapToLong(Note::end).max().orElse(0);
    return new Score(
        480, end, List.of(notes), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }
}
