package ductus.music.harmony.voices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Key;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.harmony.Beat;
import ductus.music.harmony.tune.TuneBeats;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GivenPartsTest {
  private static final List<Beat> BEATS =
      List.of(new Beat(0, 4, 0, 0, 3), new Beat(4, 8, 0, 1, 3), new Beat(8, 12, 0, 2, 3));

  private static Score score(List<Note> notes, TextEvent... names) {
    return new Score(
        4, 12, notes, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(names));
  }

  private static Note note(long onset, long duration, int pitch, int track) {
    return new Note(onset, duration, pitch, 80, 0, track);
  }

  private static TuneBeats tune(List<Note> notes) {
    return new TuneBeats(Key.parse("C"), notes, BEATS);
  }

  @Test
  void theTuneIsTheSopranosWhereNoTrackIsNamed() {
    List<Note> notes = List.of(note(0, 2, 72, 1), note(2, 4, 74, 1), note(9, 3, 76, 1));
    GivenParts given = GivenParts.of(score(notes), tune(notes));
    assertTrue(given.has(0));
    assertFalse(given.has(3));
    assertEquals(
        List.of(72, 74, 76),
        List.of(given.sung().pitch(0, 0), given.sung().pitch(0, 1), given.sung().pitch(0, 2)));
    assertEquals(Chorale.REST, given.sung().pitch(3, 0));
  }

  @Test
  void tracksWithTheNameOfAVoiceAreKept() {
    List<Note> notes = List.of(note(0, 12, 48, 2), note(0, 12, 72, 1));
    Score score =
        score(
            notes,
            new TextEvent(0, 1, TextEvent.Kind.TRACK_NAME, "Soprano"),
            new TextEvent(0, 2, TextEvent.Kind.TRACK_NAME, "bass"));
    GivenParts given = GivenParts.of(score, tune(List.of(note(0, 12, 72, 1))));
    assertTrue(given.has(0) && given.has(3));
    assertFalse(given.has(1));
    assertEquals(48, given.sung().pitch(3, 2));
  }

  @Test
  void aTuneOutOfReachIsMovedByOctaves() {
    assertEquals(-12, moved(84));
    assertEquals(24, moved(40));
    assertEquals(0, moved(60));
  }

  private static int moved(int pitch) {
    List<Note> notes = List.of(note(0, 12, pitch, 1));
    return GivenParts.of(score(notes), tune(notes)).toReach();
  }

  @Test
  void theScoreKeepsGivenNotesAndHoldsOthersWhileNothingMoves() {
    List<Note> notes = List.of(note(0, 4, 72, 1), note(4, 8, 71, 1));
    GivenParts given = GivenParts.of(score(notes), tune(notes));
    int[] sung = {72, 64, 55, 48, 71, 62, 55, 43, 71, 62, 53, 43};
    Score written = ChoirScore.of(score(notes), Key.parse("C"), given, new Chorale(sung), 52);
    List<String> lines = new ArrayList<>();
    for (Note note : written.notes()) {
      lines.add(note.track() + ":" + note.onset() + "+" + note.duration() + "=" + note.pitch());
    }
    assertEquals(
        List.of(
            "4:0+4=48",
            "3:0+4=55",
            "2:0+4=64",
            "1:0+4=72",
            "4:4+8=43",
            "3:4+4=55",
            "2:4+8=62",
            "1:4+8=71",
            "3:8+4=53"),
        lines);
  }
}
