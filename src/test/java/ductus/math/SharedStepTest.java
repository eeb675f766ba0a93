package ductus.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class SharedStepTest {
  private final AtomicLong clock = new AtomicLong();

  /** Two works of which the first is faster alone by itself, and the second together. */
  private final SharedWork first =
      new SharedWork(clock::get, (slice, crew) -> take(slice, crew, 100, 110));

  private final SharedWork second =
      new SharedWork(clock::get, (slice, crew) -> take(slice, crew, 200, 110));

  private int stepsAlone;
  private int stepsTogether;
  private int sharedWorks;

  /** Microseconds more that a step takes if it is shared out. */
  private long together;

  private void take(int slice, Workers crew, long alone, long shared) {
    if (slice == 0) {
      clock.addAndGet(1_000 * (crew.count() == 1 ? alone : shared));
      sharedWorks += crew.count() == 1 ? 0 : 1;
    }
  }

  private SharedStep step(Workers crew) {
    return new SharedStep(
        clock::get,
        () -> {
          sharedWorks = 0;
          first.run(crew, 1);
          second.run(crew, 1);
          assertTrue(sharedWorks == 0 || sharedWorks == 2, sharedWorks + " of 2 were shared");
          stepsAlone += sharedWorks == 0 ? 1 : 0;
          stepsTogether += sharedWorks == 2 ? 1 : 0;
          clock.addAndGet(sharedWorks == 2 ? 1_000 * together : 0);
        });
  }

  private static void run(SharedStep step, Workers crew, int times) {
    for (int i = 0; i < times; i++) {
      step.run(crew, 1);
    }
  }

  @Test
  void theWorksOfAStepAreAllSharedOutOrAllTheCallersAlone() {
    try (Workers crew = new Workers(2)) {
      SharedStep step = step(crew);
      run(step, crew, 1_000);
      assertEquals(1_000, stepsAlone + stepsTogether);
      assertTrue(stepsTogether > 950, stepsTogether + " together");
    }
  }

  @Test
  void theFasterIsTaken() {
    together = 150;
    try (Workers crew = new Workers(2)) {
      SharedStep step = step(crew);
      run(step, crew, 1_000);
      assertTrue(stepsAlone > 950, stepsAlone + " alone");
      together = 0;
      run(step, crew, 2_000);
      assertTrue(stepsTogether > 1_800, stepsTogether + " together");
    }
  }

  @Test
  void aFailureLeavesTheCrewAsItWas() {
    try (Workers crew = new Workers(2)) {
      SharedStep failing =
          new SharedStep(
              () -> {
                throw new IllegalStateException("a step");
              });
      for (int i = 0; i < 20; i++) {
        try {
          failing.run(crew, 1);
        } catch (IllegalStateException expected) {
          assertEquals("a step", expected.getMessage());
        }
        assertEquals(2, crew.count());
        assertTrue(crew.mayBeAlone());
      }
    }
  }

  @Test
  void oneThreadHasNothingToChoose() {
    try (Workers crew = new Workers(1)) {
      SharedStep step = step(crew);
      run(step, crew, 100);
      assertEquals(100, stepsAlone);
    }
  }
}
