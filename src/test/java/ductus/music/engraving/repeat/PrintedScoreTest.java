package ductus.music.engraving.repeat;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TextEvent;
import ductus.music.engraving.EngravedScores;
import ductus.music.engraving.SheetMusic;
import ductus.music.engraving.staff.StaffScore;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PrintedScoreTest {
  private static final int BAR = 4 * EngravedScores.QUARTER;

  @Test
  void writesStrainsThatReturnOnce() {
    PrintedScore printed = folded(tune(0, strain(0), strain(0), strain(3), strain(3)));
    assertEquals(
        List.of(new RepeatedSection(0, 8, 8, 8), new RepeatedSection(8, 16, 16, 16)),
        printed.repeats());
    assertEquals(16, printed.score().bars().size());
  }

  @Test
  void writesEndingsWhereTheLastBarsDiffer() {
    PrintedScore printed =
        folded(tune(0, strain(0), otherEnd(strain(0)), strain(3), otherEnd(strain(3))));
    assertEquals(
        List.of(new RepeatedSection(0, 7, 8, 9), new RepeatedSection(9, 16, 17, 18)),
        printed.repeats());
    assertEquals(1, printed.ending(7));
    assertEquals(2, printed.ending(8));
    assertEquals(0, printed.ending(9));
  }

  @Test
  void leavesWhatOnlyHalfReturnsAsItIs() {
    int[] other = strain(0);
    other[9] += 2;
    assertEquals(List.of(), folded(tune(0, strain(0), other)).repeats());
  }

  @Test
  void goesBackBehindThePickupWhichHasNoNumber() {
    PrintedScore printed = folded(tune(3 * EngravedScores.QUARTER, strain(0), strain(0)));
    assertEquals(0, printed.number(0));
    assertTrue(printed.begins(1));
    assertEquals(1, PrintedScore.inFull(printed.score()).number(0));
  }

  @Test
  void goesBackOverNoTie() {
    List<Note> notes = new ArrayList<>();
    for (int i = 0; i < 33; i++) {
      // Each note sounds over the next bar line.
      notes.add(new Note(BAR / 2 + (long) i * BAR, BAR, 60 + i % 8, 80, 0, 0));
    }
    assertEquals(List.of(), folded(EngravedScores.of(4, 4, notes)).repeats());
  }

  @Test
  void namesTheChordThatOneGoesBackTo() {
    Score plain = tune(0, strain(0), strain(0));
    List<TextEvent> chords = new ArrayList<>();
    chords.add(new TextEvent(0, 0, TextEvent.Kind.TEXT, "C"));
    chords.add(new TextEvent(7 * BAR, 0, TextEvent.Kind.TEXT, "G"));
    chords.add(new TextEvent(8 * BAR, 0, TextEvent.Kind.TEXT, "C"));
    chords.add(new TextEvent(15 * BAR, 0, TextEvent.Kind.TEXT, "G"));
    Score leadIn = tune(0, new int[] {60, 62, 64, 65}, strain(0), strain(0));
    List<TextEvent> late = new ArrayList<>();
    late.add(new TextEvent(0, 0, TextEvent.Kind.TEXT, "C"));
    for (TextEvent chord : chords.subList(1, 4)) {
      late.add(new TextEvent(chord.tick() + BAR, 0, TextEvent.Kind.TEXT, chord.text()));
    }
    assertEquals(1, folded(with(plain, chords)).repeats().size());
    PrintedScore printed = folded(with(leadIn, late));
    assertEquals(1, printed.repeats().get(0).first());
    assertEquals("C", printed.score().chordsOf(1).get(0).value());
  }

  @Test
  void printsRepeatsAndShowsEveryBar() {
    Score tune = tune(0, strain(0), otherEnd(strain(0)));
    String paper = new String(SheetMusic.svg(tune, ""), StandardCharsets.UTF_8);
    String screen = new String(SheetMusic.screen(tune, "", 900), StandardCharsets.UTF_8);
    assertEquals(9, count(paper, "class=\"bar\""));
    assertEquals(16, count(screen, "class=\"bar\""));
    assertEquals(2, count(paper, "class=\"ending\""));
    assertFalse(screen.contains("class=\"ending\""));
  }

  private static PrintedScore folded(Score score) {
    return PrintedScore.folded(StaffScore.of(score, ""));
  }

  /** Eight bars of quarter notes. */
  private static int[] strain(int shift) {
    int[] pitches = new int[32];
    for (int i = 0; i < pitches.length; i++) {
      pitches[i] = 60 + shift + (i * i + i / 4) % 13;
    }
    return pitches;
  }

  private static int[] otherEnd(int[] strain) {
    strain[30] -= 1;
    return strain;
  }

  private static Score tune(int from, int[]... strains) {
    List<Note> notes = new ArrayList<>();
    long at = from;
    if (from > 0) {
      notes.add(new Note(at, BAR - from, 67, 80, 0, 0));
      at = BAR;
    }
    for (int[] strain : strains) {
      for (int pitch : strain) {
        notes.add(new Note(at, EngravedScores.QUARTER, pitch, 80, 0, 0));
        at += EngravedScores.QUARTER;
      }
    }
    return EngravedScores.of(4, 4, notes);
  }

  private static Score with(Score score, List<TextEvent> texts) {
    return new Score(
        score.ticksPerQuarter(),
        score.length(),
        score.notes(),
        score.tempos(),
        score.timeSignatures(),
        score.keySignatures(),
        score.programs(),
        score.pedals(),
        texts);
  }

  private static int count(String text, String part) {
    return text.split(part, -1).length - 1;
  }
}
