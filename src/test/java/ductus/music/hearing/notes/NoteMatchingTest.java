package ductus.music.hearing.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.music.hearing.notes.NoteMatching.By;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoteMatchingTest {
  private static final HeardNote NOTE = new HeardNote(1, 2, 60, 90);

  @Test
  void aPairHasThePitchAndAboutTheOnset() {
    assertEquals(1, matched(new HeardNote(1.049, 1.1, 60, 10)));
    assertEquals(1, matched(new HeardNote(0.951, 1.1, 60, 10)));
    assertEquals(0, matched(new HeardNote(1.051, 1.1, 60, 10)));
    assertEquals(0, matched(new HeardNote(1, 2, 61, 10)));
    assertEquals(0, matched(new HeardNote(1, 2, 72, 10)));
  }

  @Test
  void endsMayMissByAFifthOfTheNote() {
    List<HeardNote> there = List.of(NOTE);
    By by = By.ONSET_AND_END;
    assertEquals(1, NoteMatching.of(there, List.of(new HeardNote(1, 2.19, 60, 9)), by).matched());
    assertEquals(0, NoteMatching.of(there, List.of(new HeardNote(1, 2.21, 60, 9)), by).matched());
    List<HeardNote> brief = List.of(new HeardNote(1, 1.1, 60, 90));
    assertEquals(1, NoteMatching.of(brief, List.of(new HeardNote(1, 1.14, 60, 9)), by).matched());
    assertEquals(0, NoteMatching.of(brief, List.of(new HeardNote(1, 1.16, 60, 9)), by).matched());
  }

  @Test
  void asManyAsPossibleAreMatched() {
    // Whoever takes the first that fits leaves the second without one.
    List<HeardNote> there = List.of(new HeardNote(1.04, 2, 60, 90), new HeardNote(1, 2, 60, 90));
    List<HeardNote> heard = List.of(new HeardNote(1.03, 2, 60, 90), new HeardNote(1.08, 2, 60, 90));
    NoteMatching matching = NoteMatching.of(there, heard, By.ONSET);
    assertEquals(2, matching.matched());
    assertEquals(1, matching.f1());
  }

  @Test
  void oneHeardNoteIsOnePair() {
    NoteMatching matching =
        NoteMatching.of(List.of(NOTE, new HeardNote(1.01, 2, 60, 90)), List.of(NOTE), By.ONSET);
    assertEquals(1, matching.precision());
    assertEquals(0.5, matching.recall());
    assertEquals(2.0 / 3, matching.f1(), 1e-12);
  }

  @Test
  void nothingIsFoundInNothing() {
    NoteMatching nothing = NoteMatching.of(List.of(), List.of(), By.ONSET);
    assertEquals(1, nothing.f1());
    NoteMatching both = nothing.plus(new NoteMatching(4, 2, 1));
    assertEquals(new NoteMatching(4, 2, 1), both);
    assertEquals(1.0 / 3, both.f1(), 1e-12);
  }

  private static int matched(HeardNote heard) {
    return NoteMatching.of(List.of(NOTE), List.of(heard), By.ONSET).matched();
  }
}
