package ductus.music.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.music.Note;
import ductus.music.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class SetComparisonTest {
  /** Random notes of so many pitches, a quarter or a half each. */
  private static List<Score> set(int count, int pitches, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Score> set = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Note> notes = new ArrayList<>();
      long onset = 0;
      for (int n = 0; n < 40; n++) {
        long length = 480L * (1 + random.nextInt(2));
        notes.add(new Note(onset, length, 60 + random.nextInt(pitches), 80, 0, 1));
        onset += length;
      }
      set.add(
          new Score(
              480, onset, notes, List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
    }
    return set;
  }

  @Test
  void findsSetsOfOneKindAlikeInAllStatistics() {
    List<SetComparison> all = SetComparison.of(set(120, 12, 1), set(120, 12, 2));
    assertEquals(7, all.size());
    for (SetComparison each : all) {
      assertTrue(each.overlap() > 0.9, each.toString());
      assertTrue(each.divergence() < 0.1, each.toString());
      assertTrue(each.valueOverlap() > 0.85, each.toString());
      assertEquals(each.withinReal(), each.between(), 0.1 * each.between() + 1e-9);
    }
  }

  @Test
  void tellsSetsOfDifferentKindsApart() {
    List<SetComparison> all = SetComparison.of(set(60, 3, 1), set(60, 12, 2));
    SetComparison entropy =
        all.stream().filter(each -> each.statistic().equals("pitch_class_entropy")).findAny().get();
    assertTrue(entropy.overlap() < 0.2, entropy.toString());
    assertTrue(entropy.divergence() > 1, entropy.toString());
    assertTrue(entropy.valueOverlap() < 0.05, entropy.toString());
  }

  @Test
  void leavesOutWhatASetDoesNotHave() {
    assertEquals(List.of(), SetComparison.of(set(5, 12, 1), set(1, 12, 2)));
  }
}
