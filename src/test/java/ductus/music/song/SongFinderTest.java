package ductus.music.song;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.song.PianoStroke.PianoKey;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SongFinderTest {
  @Test
  void findsTheSongThatWasWritten() {
    Song song = accompanied();
    Song found = SongFinder.find(SongScore.of(song, 0, 96));
    assertEquals(song.leadsheet(), found.leadsheet());
    assertEquals(song.piano(), found.piano());
  }

  @Test
  void keysOfOneStrokeStandInItsStep() {
    Song found = SongFinder.find(SongScore.of(accompanied(), 0, 96));
    assertEquals(List.of(36, 52, 55), pitches(found.piano().get(0)));
    assertEquals(Hold.WHOLE, found.piano().get(0).keys().get(0).hold());
  }

  @Test
  void refusesNotesThatKeepNoBeat() {
    Score score = SongScore.of(accompanied(), 0, 96);
    int[] number = {0};
    Score shaken =
        score.withNotes(
            score.notes().stream()
                .map(
                    note ->
                        new Note(
                            note.onset() + 37L * number[0]++ % 120,
                            note.duration(),
                            note.pitch(),
                            note.velocity(),
                            note.channel(),
                            note.track()))
                .sorted(
                    Comparator.comparingLong(Note::onset)
                        .thenComparingInt(Note::pitch)
                        .thenComparingInt(Note::track))
                .toList());
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> SongFinder.find(shaken));
    assertTrue(String.valueOf(refused.getMessage()).contains("sixteenths"), refused::getMessage);
  }

  @Test
  void refusesAScoreWithoutNotes() {
    Score empty = SongScore.of(accompanied(), 0, 96).withNotes(List.of());
    assertThrows(IllegalArgumentException.class, () -> SongFinder.find(empty));
  }

  @Test
  void aLevelStaysUnlessTheVelocityIsWellOutsideIt() {
    assertEquals(5, PianoStroke.level(80, 0));
    assertEquals(5, PianoStroke.level(89, 5));
    assertEquals(6, PianoStroke.level(89, 0));
    assertEquals(6, PianoStroke.level(91, 5));
    for (int level = 1; level <= PianoStroke.LEVELS; level++) {
      assertEquals(level, PianoStroke.level(PianoStroke.velocity(level), 0));
    }
  }

  @Test
  void holdsAreTheNearestThatFit() {
    assertEquals(Hold.NEXT, Hold.nearest(2, 2, Hold.NEXT));
    assertEquals(Hold.SHORT, Hold.nearest(1, 4, Hold.NEXT));
    assertEquals(Hold.WHOLE, Hold.nearest(15, 2, Hold.NEXT));
    assertEquals(Hold.QUARTER, Hold.nearest(4.2, 2, Hold.QUARTER));
    assertEquals(Hold.NEXT, Hold.nearest(16, 16, Hold.WHOLE), "no other class means the same");
  }

  static Song accompanied() {
    Song song = SongFormTest.song(0, 1);
    List<PianoStroke> piano = new ArrayList<>();
    for (int bar = 0; bar < 16; bar++) {
      piano.add(
          new PianoStroke(
              16 * bar,
              5,
              List.of(
                  new PianoKey(36, Hold.WHOLE),
                  new PianoKey(52, Hold.NEXT),
                  new PianoKey(55, Hold.NEXT))));
      piano.add(
          new PianoStroke(
              16 * bar + 4, 3, List.of(new PianoKey(52, Hold.NEXT), new PianoKey(55, Hold.NEXT))));
    }
    return new Song(song.leadsheet(), piano);
  }

  private static List<Integer> pitches(PianoStroke stroke) {
    return stroke.keys().stream().map(PianoKey::pitch).toList();
  }
}
