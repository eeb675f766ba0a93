package ductus.music.performance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Seeded;
import ductus.music.encoding.performance.PerformanceEncoding;
import ductus.music.performance.Performance.PedalStep;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerformanceFormsTest {
  private final PerformanceEncoding encoding = new PerformanceEncoding();

  @Test
  void itselfComesFirstAndEachFormCanBeEncoded() {
    for (int seed = 0; seed < 200; seed++) {
      Performance performance = RandomPerformances.draw(Seeded.random(seed));
      List<Performance> forms = PerformanceForms.of(performance);
      assertEquals(performance, forms.get(0), "seed " + seed);
      for (Performance form : forms) {
        assertEquals(form, encoding.decode(encoding.encode(form)), "seed " + seed);
      }
    }
  }

  @Test
  void changesPitchTimeAndVelocity() {
    Performance performance =
        new Performance(
            List.of(new PerformedNote(100, 50, 60, 30)),
            List.of(new PedalStep(100, true), new PedalStep(200, false)));
    assertEquals(
        new Performance(
            List.of(new PerformedNote(105, 53, 62, 31)),
            List.of(new PedalStep(105, true), new PedalStep(210, false))),
        PerformanceForms.changed(performance, 2, 1.05, 3));
  }

  @Test
  void partsHoldAllNotesBetweenThemAndEndAtTheLongestWait() {
    for (int seed = 0; seed < 200; seed++) {
      Performance performance = RandomPerformances.draw(Seeded.random(seed));
      List<Performance> parts = PerformanceForms.parts(performance, 300);
      int notes = parts.stream().mapToInt(part -> part.notes().size()).sum();
      assertEquals(performance.notes().size(), notes, "seed " + seed);
      for (Performance part : parts) {
        assertEquals(0, part.notes().get(0).onset(), "seed " + seed);
      }
    }
    Performance waits =
        new Performance(
            List.of(
                new PerformedNote(0, 90, 60, 9),
                new PerformedNote(120, 90, 61, 9),
                new PerformedNote(180, 90, 62, 9),
                new PerformedNote(260, 90, 63, 9)),
            List.of(new PedalStep(10, true)));
    List<Performance> parts = PerformanceForms.parts(waits, 100);
    assertEquals(List.of(1, 3), parts.stream().map(part -> part.notes().size()).toList());
    assertTrue(parts.get(1).pedals().contains(new PedalStep(0, true)));
  }
}
