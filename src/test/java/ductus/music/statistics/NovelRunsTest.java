package ductus.music.statistics;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class NovelRunsTest {
  private static final NovelRuns RUNS =
      NovelRuns.build(List.of(NoteLine.of(MelodySamples.quarters(60, 62, 64, 65, 67))), 4);

  @Test
  void knowsARunAsSoonAsItsLastNoteIsStruck() {
    int[] begun = {1, 62, 1, 64, 1, 66, 3, 67};
    NoteLine line = NoteLine.of(MelodySamples.of(1, 4, 4, MelodySamples.C_MAJOR, begun));
    assertTrue(RUNS.holds(line, 4), "in another key, its last note longer");
    assertFalse(RUNS.holds(line, 3), "three notes are no run of four");
  }

  @Test
  void tellsOtherNotesAndRhythmsApart() {
    assertFalse(RUNS.holds(NoteLine.of(MelodySamples.quarters(60, 62, 64, 66)), 4));
    int[] dotted = {2, 60, 1, 62, 1, 64, 1, 65};
    assertFalse(
        RUNS.holds(NoteLine.of(MelodySamples.of(1, 4, 4, MelodySamples.C_MAJOR, dotted)), 4));
  }

  @Test
  void needsRunsThatAreLongEnoughToMeanSomething() {
    assertRefused(
        "notes of a run must be 3 or more but were 2", () -> NovelRuns.build(List.of(), 2));
  }
}
