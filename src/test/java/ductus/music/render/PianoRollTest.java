package ductus.music.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.musicstring.RandomScores;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PianoRollTest {
  @Test
  void showsNotesBarsChordsAndSaysWhatItShows() {
    Score score =
        score(
            List.of(
                new Note(0, 480, 60, 80, 0, 1),
                new Note(480, 960, 64, 80, 0, 1),
                new Note(1440, 480, 36, 80, 9, 2)),
            5760,
            List.of(new TimeSignature(0, 3, 4)));
    String svg = draw(score);
    assertTrue(svg.contains("<title id=\"title\">Tune &lt;1&gt;</title>"), svg);
    assertTrue(svg.contains("3/4 \u00b7 120 quarter notes a minute \u00b7 4 bars"), svg);
    assertTrue(svg.contains("from C4 to E4"), svg);
    assertTrue(svg.contains(">F#m7</text>"), svg);
    assertFalse(svg.contains("K:G"), "not every text is a chord");
    assertTrue(svg.contains(">C4</text>"), svg);
    assertTrue(svg.contains(">drums</text>"), svg);
    assertEquals(2, svg.split(" rx=", -1).length - 1, "a rounded box for each note");
  }

  @Test
  void drawsANoteOverTheEndOfARowInBoth() {
    Score score = score(List.of(new Note(7000, 2000, 60, 80, 0, 0)), 15_360, List.of());
    assertEquals(2, draw(score).split(" rx=", -1).length - 1);
  }

  @Test
  void drawsWhatHasNoNotesOrLiesAtTheEnds() {
    assertTrue(draw(score(List.of(), 0, List.of())).contains("0 notes"));
    String wide =
        draw(
            score(
                List.of(new Note(0, 0, 0, 1, 0, 0), new Note(0, 9, 127, 1, 0, 70)), 9, List.of()));
    assertTrue(wide.contains("Track 70"), wide);
  }

  @Test
  void aPieceThatSaysItIsEndlessIsCut() {
    long end = Integer.MAX_VALUE;
    Score score =
        score(
            List.of(new Note(0, end, 60, 80, 0, 0)),
            end,
            List.of(new TimeSignature(0, 1, 128), new TimeSignature(480, 3, 4)));
    assertTrue(draw(score).contains("the first 400 are shown"));
  }

  @Test
  void drawsTheSameBytesAgain() {
    Score score = RandomScores.score(2, 300, 3, 480);
    assertArrayEquals(PianoRoll.svg(score, "x"), PianoRoll.svg(score, "x"));
  }

  private static String draw(Score score) {
    return new String(PianoRoll.svg(score, "Tune <1>"), StandardCharsets.UTF_8);
  }

  private static Score score(List<Note> notes, long length, List<TimeSignature> metres) {
    return new Score(
        480,
        length,
        notes,
        List.of(),
        metres,
        List.of(),
        List.of(),
        List.of(),
        List.of(
            new TextEvent(0, 0, TextEvent.Kind.TEXT, "K:G"),
            new TextEvent(0, 0, TextEvent.Kind.TEXT, "F#m7")));
  }
}
