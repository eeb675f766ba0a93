package ductus.music.harmony;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Bar;
import ductus.music.Key;
import ductus.music.Mode;
import ductus.music.Note;
import ductus.music.TimeSignature;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Quarter notes have 4 ticks here. */
class BassLineTest {
  private static List<Note> bass(int numerator, int denominator, String... chords) {
    int bar = 16 * numerator / denominator;
    List<ChordSpan> spans = new ArrayList<>();
    for (int i = 0; i < chords.length; i++) {
      spans.add(
          new ChordSpan((long) bar * i, (long) bar * (i + 1), ChordSymbol.parse(chords[i]), 1));
    }
    List<Bar> bars =
        Bar.layOut(
            List.of(new TimeSignature(0, numerator, denominator)),
            4,
            (long) bar * chords.length,
            100);
    return new BassLine(new Key(0, Mode.MAJOR), ChordFinder.joined(spans), bars, 4).notes(1, 2);
  }

  private static List<Integer> classes(List<Note> notes) {
    return notes.stream().map(note -> note.pitch() % 12).toList();
  }

  @Test
  void playsTheBassTheFifthAndAStepToTheNextChord() {
    List<Note> notes = bass(4, 4, "C", "F", "F");
    assertEquals(List.of(0, 7), classes(notes).subList(0, 2));
    assertEquals(List.of(0L, 8L, 12L, 16L), onsets(notes).subList(0, 4));
    assertEquals(5, classes(notes).get(3));
    int step = Math.abs(notes.get(3).pitch() - notes.get(2).pitch());
    assertTrue(step == 1 || step == 2, "a step but was " + step);
  }

  @Test
  void holdsWhatNothingFollows() {
    List<Note> notes = bass(3, 4, "C", "C");
    assertEquals(List.of(0L, 12L), onsets(notes));
    assertEquals(12, notes.get(0).duration());
  }

  @Test
  void playsTheBassThatASymbolNamesAndRestsWithoutAChord() {
    assertEquals(List.of(4, 7), classes(bass(4, 4, "C/E")));
    assertEquals(List.of(), bass(4, 4, "N.C."));
  }

  @Test
  void staysWhereABassPlays() {
    List<Note> notes = bass(6, 8, "C", "F#", "B", "Eb", "Ab", "Db", "G", "C");
    assertTrue(notes.stream().allMatch(note -> note.pitch() >= 28 && note.pitch() <= 50));
    for (int i = 1; i < notes.size(); i++) {
      assertTrue(notes.get(i - 1).end() <= notes.get(i).onset());
    }
  }

  private static List<Long> onsets(List<Note> notes) {
    return notes.stream().map(Note::onset).toList();
  }
}
