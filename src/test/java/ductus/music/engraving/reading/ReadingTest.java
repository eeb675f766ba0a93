package ductus.music.engraving.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.engraving.EngravedScores;
import ductus.music.engraving.staff.Staff;
import ductus.music.engraving.staff.StaffBar;
import ductus.music.engraving.staff.StaffScore;
import ductus.music.engraving.staff.StaffSign;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Quarter notes have 480 ticks here. */
class ReadingTest {
  private static final int QUARTER = 480;

  private static Score score(List<Note> notes) {
    Score template = EngravedScores.of(4, 4, notes);
    return new Score(
        QUARTER,
        template.length(),
        template.notes(),
        template.tempos(),
        template.timeSignatures(),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Note note(double onset, double length, int pitch) {
    return new Note(Math.round(onset * QUARTER), Math.round(length * QUARTER), pitch, 80, 0, 0);
  }

  private static List<Integer> all(Score score) {
    return IntStream.range(0, score.notes().size()).boxed().toList();
  }

  @Test
  void leavesWhatStandsOnTheGrid() {
    Score score = score(List.of(note(0, 0.3, 60), note(0.25, 0.25, 62), note(1.0 / 3, 1, 64)));
    assertEquals(
        score.notes().stream().map(n -> new WrittenTime(n.onset(), n.end())).toList(),
        WrittenTimes.of(score));
  }

  @Test
  void setsWhatWasPlayedOnSixteenthsAndTriplets() {
    List<Double> meant = new ArrayList<>();
    for (int beat = 0; beat < 16; beat++) {
      int parts = beat % 4 == 3 ? 3 : 4;
      for (int i = 0; i < parts; i++) {
        meant.add(beat + (double) i / parts);
      }
    }
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(5);
    List<Note> played = new ArrayList<>();
    for (double onset : meant) {
      double off = onset == 0 ? 0.01 : 0.05 * (random.nextDouble() - 0.5);
      played.add(note(onset + off, 0.2, 60 + played.size() % 12));
    }
    Score score = score(played);
    assertTrue(WrittenTimes.isPlayed(score));
    assertEquals(
        meant.stream().map(onset -> Math.round(onset * QUARTER)).toList(),
        WrittenTimes.of(score).stream().map(WrittenTime::onset).toList());
  }

  @Test
  void keepsALineOnOneStaff() {
    List<Note> tune = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      tune.add(note(i, 1, 55 + 2 * (i % 6)));
    }
    assertFalse(new HandSplit(score(tune), all(score(tune))).takesTwoHands());
    assertEquals(1, StaffScore.of(score(tune), "").staves().size());
  }

  @Test
  void letsTheSplitGoWithTheMusic() {
    List<Note> notes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      // The right hand's chord lies below middle C, and then the left hand's above it.
      int up = i < 4 ? 0 : 13;
      notes.add(note(i, 1, 41 + up));
      notes.add(note(i, 1, 46 + up));
      notes.add(note(i, 1, 56 + up));
      notes.add(note(i, 1, 60 + up));
      notes.add(note(i, 1, 64 + up));
    }
    Score score = score(notes);
    HandSplit split = new HandSplit(score, all(score));
    assertTrue(split.takesTwoHands());
    List<Integer> right =
        split.right().stream().sorted().map(index -> score.notes().get(index).pitch()).toList();
    assertEquals(24, right.size(), right.toString());
    assertTrue(right.contains(56) && !right.contains(59), right.toString());
  }

  @Test
  void writesAHandInTwoVoicesWithAHeldBass() {
    List<Note> notes =
        List.of(
            note(0, 4, 36),
            note(0.5, 3, 48),
            note(1, 2.75, 52),
            note(1.5, 2, 55),
            note(2, 0.25, 52),
            note(3, 0.25, 48));
    Score score = score(notes);
    Map<Integer, WrittenTime> written =
        new HandVoices(score, WrittenTimes.of(score), all(score), false).written();
    assertEquals(new WrittenTime(0, 4L * QUARTER), written.get(0));
    assertEquals(new WrittenTime(QUARTER / 2, QUARTER), written.get(1));
    assertEquals(new WrittenTime(QUARTER, 3 * QUARTER / 2), written.get(2));
    assertEquals(new WrittenTime(2 * QUARTER, 5 * QUARTER / 2), written.get(4));
  }

  @Test
  void writesNoStaffOfAPlayedPieceInMoreThanTwoVoices() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(9);
    List<Note> notes = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      double onset = i * 0.23 + 0.02 * random.nextDouble();
      notes.add(note(onset, 0.2 + 3 * random.nextDouble(), 36 + (i * 7) % 48));
    }
    StaffScore staves = StaffScore.of(score(notes), "");
    assertEquals(2, staves.staves().size());
    for (Staff staff : staves.staves()) {
      for (StaffBar bar : staff.bars()) {
        assertTrue(bar.voices().size() <= 2, () -> bar.voices().size() + " voices");
        for (StaffSign sign : bar.signs()) {
          assertTrue(sign.isHidden() || sign.value().halvings() <= 5, sign.toString());
        }
      }
    }
  }
}
