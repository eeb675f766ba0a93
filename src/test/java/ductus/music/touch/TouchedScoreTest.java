package ductus.music.touch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Randomness;
import ductus.music.Note;
import ductus.music.Score;
import ductus.task.humanization.MadePerformances;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class TouchedScoreTest {
  private static final Score STIFF = MadePerformances.score(1, 4, 0);

  /** A score whose parts are touched at random, up to so many milliseconds and steps. */
  private static Score touched(Score score, double amount, int shift, int loudness, long seed) {
    RandomGenerator random = Randomness.of(seed);
    TouchedScore touched = new TouchedScore(score, amount);
    for (PlayerPart part : PlayerPart.of(score)) {
      List<PlayedNote> touch = new ArrayList<>();
      for (WrittenNote note : part.notes()) {
        touch.add(
            new PlayedNote(
                note,
                (2 * random.nextDouble() - 1) * loudness,
                (2 * random.nextDouble() - 1) * shift));
      }
      touched.apply(part, touch);
    }
    return touched.score();
  }

  private static List<List<Integer>> keys(Score score) {
    return score.notes().stream()
        .map(note -> List.of(note.channel(), note.pitch(), (int) note.duration()))
        .sorted(Comparator.comparing(List::toString))
        .toList();
  }

  @Test
  void keepsAllNotesTheirLengthsAndTheBars() {
    for (long seed = 0; seed < 50; seed++) {
      Score played = touched(STIFF, 1, 30, 60, seed);
      assertEquals(keys(STIFF), keys(played), "seed " + seed);
      assertEquals(STIFF.timeSignatures(), played.timeSignatures());
      assertEquals(STIFF.tempos(), played.tempos());
      assertEquals(STIFF.ticksPerQuarter(), played.ticksPerQuarter());
      assertTrue(played.notes().stream().anyMatch(note -> note.onset() % 120 != 0));
    }
  }

  @Test
  void nothingOfATouchLeavesTheScoreAsItIs() {
    assertEquals(STIFF.notes(), touched(STIFF, 0, 60, 60, 3).notes());
  }

  @Test
  void halfATouchMovesHalfAsFar() {
    Score whole = touched(STIFF, 1, 20, 20, 4);
    Score half = touched(STIFF, 0.5, 20, 20, 4);
    // The last stroke of the hat has no other of its pitch near.
    long written = STIFF.notes().get(STIFF.notes().size() - 1).onset();
    double moved = whole.notes().get(whole.notes().size() - 1).onset() - written;
    double lessMoved = half.notes().get(half.notes().size() - 1).onset() - written;
    assertEquals(moved / 2, lessMoved, 1);
  }

  @Test
  void noOnsetPassesItsNeighbor() {
    for (long seed = 0; seed < 50; seed++) {
      List<Note> hats =
          touched(STIFF, 1, 1000, 0, seed).notes().stream()
              .filter(note -> note.pitch() == 42)
              .toList();
      // Behind the last one there is none to pass.
      for (int i = 0; i < hats.size() - 1; i++) {
        assertEquals(120.0 * i, (double) hats.get(i).onset(), 0.46 * 120, "seed " + seed);
      }
    }
  }

  @Test
  void aPartBecomesSofterBeforeItsLoudestNotesAreCutOff() {
    Score played = touched(STIFF, 1, 0, 60, 5);
    List<Integer> velocities = played.notes().stream().map(Note::velocity).toList();
    assertEquals(127, velocities.stream().max(Integer::compare).orElseThrow());
    assertTrue(velocities.stream().filter(each -> each == 127).count() <= 4, velocities.toString());
    assertTrue(velocities.stream().allMatch(each -> each >= 1));
  }

  @Test
  void aKeyEndsWhereItIsStruckAgain() {
    List<Note> notes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      notes.add(new Note(120L * i, 120, 60, 80, 0, 0));
    }
    Score repeated = STIFF.withNotes(notes);
    for (long seed = 0; seed < 20; seed++) {
      List<Note> played = touched(repeated, 1, 50, 10, seed).notes();
      for (int i = 1; i < played.size(); i++) {
        assertTrue(played.get(i - 1).end() <= played.get(i).onset(), "seed " + seed);
      }
    }
  }

  @Test
  void coarseFilesGetFinerTicks() {
    List<Note> notes = STIFF.notes().stream().filter(note -> note.onset() % 480 == 0).toList();
    Score coarse =
        new Score(
            2,
            32,
            notes.stream()
                .map(n -> new Note(n.onset() / 240, 1, n.pitch(), 80, n.channel(), 0))
                .toList(),
            STIFF.tempos(),
            STIFF.timeSignatures(),
            List.of(),
            List.of(),
            List.of(),
            List.of());
    assertEquals(480, touched(coarse, 1, 20, 20, 1).ticksPerQuarter());
    assertThrows(IllegalArgumentException.class, () -> new TouchedScore(coarse, 1.5));
  }
}
