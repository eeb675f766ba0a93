package ductus.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class SharedWorkTest {
  private static final int ALONE = 0;
  private static final int TOGETHER = 1;
  private static final int OTHERWISE = 2;

  private final AtomicLong clock = new AtomicLong();
  private final AtomicIntegerArray runs = new AtomicIntegerArray(3);

  /** Nanoseconds an item of each way. */
  private final long[] takes = {300, 200, 100};

  private final SharedWork work =
      new SharedWork(
          clock::get,
          (slice, crew) -> take(slice, crew.count() == 1 ? ALONE : TOGETHER),
          (slice, crew) -> take(slice, OTHERWISE));

  private void take(int slice, int way) {
    if (slice == 0) {
      runs.incrementAndGet(way);
      clock.addAndGet(1_000 * takes[way]);
    }
  }

  private void run(Workers crew, int times, int possible) {
    for (int i = 0; i < 3; i++) {
      runs.set(i, 0);
    }
    for (int i = 0; i < times; i++) {
      work.run(crew, 1_000, possible);
    }
  }

  @Test
  void allWaysAreTriedFirstTheLastOneFirst() {
    try (Workers crew = new Workers(2)) {
      run(crew, 1, 2);
      assertEquals(1, runs.get(OTHERWISE));
      run(crew, 2, 2);
      assertEquals(1, runs.get(TOGETHER));
      assertEquals(1, runs.get(ALONE));
    }
  }

  @Test
  void theFastestIsTakenAndTheOthersAreTriedNowAndThen() {
    try (Workers crew = new Workers(2)) {
      run(crew, 100, 2);
      run(crew, 10_000, 2);
      // What is lost is at most a hundredth of the time with each of the others.
      assertTrue(runs.get(OTHERWISE) > 9_800, runs.toString());
      assertTrue(runs.get(TOGETHER) > 50, runs.toString());
      assertTrue(runs.get(ALONE) > 25, runs.toString());
      assertTrue(clock.get() < 1.03 * 10_100 * 100_000, clock + " ns");
    }
  }

  @Test
  void whatIsVerySlowCostsNoMore() {
    takes[ALONE] = 5_000;
    try (Workers crew = new Workers(2)) {
      run(crew, 100, 2);
      long start = clock.get();
      run(crew, 100_000, 2);
      assertTrue(runs.get(ALONE) > 10, runs.toString());
      assertTrue(clock.get() - start < 1.03 * 100_000 * 100_000, clock.get() - start + " ns");
    }
  }

  @Test
  void followsAMachineThatChanges() {
    try (Workers crew = new Workers(2)) {
      run(crew, 1_000, 2);
      // Another program takes a core.
      takes[TOGETHER] = 700;
      takes[OTHERWISE] = 600;
      run(crew, 100, 2);
      assertTrue(runs.get(ALONE) > 90, runs.toString());
      takes[TOGETHER] = 200;
      takes[OTHERWISE] = 100;
      run(crew, 1_000, 2);
      assertTrue(runs.get(OTHERWISE) > 700, runs.toString());
    }
  }

  @Test
  void onlyWhatIsPossibleIsTaken() {
    try (Workers crew = new Workers(2)) {
      run(crew, 500, 1);
      assertEquals(0, runs.get(OTHERWISE));
      assertTrue(runs.get(TOGETHER) > 450, runs.toString());
    }
  }

  @Test
  void oneThreadHasNothingToChoose() {
    try (Workers crew = new Workers(1)) {
      run(crew, 100, 2);
      assertEquals(100, runs.get(ALONE));
    }
  }
}
