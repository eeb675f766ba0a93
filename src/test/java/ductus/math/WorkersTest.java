package ductus.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
class WorkersTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void everyItemIsDoneOnceInThousandsOfShortRuns(int threads) {
    int items = 7;
    try (Workers workers = new Workers(threads)) {
      AtomicIntegerArray done = new AtomicIntegerArray(items);
      for (int i = 0; i < 3_000; i++) {
        workers.run(
            (slice, crew) -> {
              for (int k = crew.from(items, slice); k < crew.from(items, slice + 1); k++) {
                done.incrementAndGet(k);
              }
            });
      }
      for (int k = 0; k < items; k++) {
        assertEquals(3_000, done.get(k));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void nobodyPassesABarrierBeforeTheLastHasCome(int threads) {
    int steps = 500;
    AtomicIntegerArray arrived = new AtomicIntegerArray(steps);
    AtomicInteger tooFew = new AtomicInteger();
    try (Workers workers = new Workers(threads)) {
      workers.run(
          (slice, crew) -> {
            for (int step = 0; step < steps; step++) {
              arrived.incrementAndGet(step);
              crew.barrier();
              if (arrived.get(step) != threads) {
                tooFew.incrementAndGet();
              }
            }
          });
    }
    assertEquals(0, tooFew.get());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void writesBeforeABarrierAreSeenBehindIt(int threads) {
    int[] values = new int[threads];
    long[] sums = new long[threads];
    try (Workers workers = new Workers(threads)) {
      workers.run(
          (slice, crew) -> {
            for (int step = 1; step <= 200; step++) {
              values[slice] = step;
              crew.barrier();
              for (int value : values) {
                sums[slice] += value;
              }
              crew.barrier();
            }
          });
    }
    for (long sum : sums) {
      assertEquals(threads * 200L * 201 / 2, sum);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void aFailureInAnySliceReachesTheCallerAndTheCrewGoesOn(int threads) {
    try (Workers workers = new Workers(threads)) {
      for (int failing = 0; failing < threads; failing++) {
        int bad = failing;
        IllegalArgumentException failure = new IllegalArgumentException("slice " + bad);
        IllegalArgumentException thrown =
            assertThrows(
                IllegalArgumentException.class,
                () ->
                    workers.run(
                        (slice, crew) -> {
                          crew.barrier();
                          if (slice == Math.min(bad, crew.count() - 1)) {
                            throw failure;
                          }
                          // The others wait for one that will never come.
                          crew.barrier();
                          crew.barrier();
                        }));
        assertSame(failure, thrown);
        for (int i = 0; i < 100; i++) {
          AtomicInteger done = new AtomicInteger();
          workers.run(
              (slice, crew) -> {
                crew.barrier();
                done.incrementAndGet();
                crew.barrier();
                assertEquals(crew.count(), done.get());
              });
        }
      }
    }
  }

  @Test
  void anErrorInASliceReachesTheCaller() {
    try (Workers workers = new Workers(2)) {
      assertThrows(
          AssertionError.class,
          () ->
              workers.run(
                  (slice, crew) -> {
                    if (slice == 1) {
                      throw new AssertionError("on purpose");
                    }
                    crew.barrier();
                  }));
    }
  }

  @Test
  void allSlicesMayFailAtOnce() {
    try (Workers workers = new Workers(3)) {
      for (int i = 0; i < 200; i++) {
        assertThrows(
            IllegalArgumentException.class,
            () ->
                workers.run(
                    (slice, crew) -> {
                      throw new IllegalArgumentException("slice " + slice);
                    }));
      }
    }
  }

  @Test
  void aLateSliceIsWaitedFor() {
    try (Workers workers = new Workers(2)) {
      AtomicInteger done = new AtomicInteger();
      workers.run(
          (slice, crew) -> {
            if (slice == 1) {
              pause();
            }
            crew.barrier();
            done.incrementAndGet();
          });
      assertEquals(2, done.get());
    }
  }

  @Test
  void theCallerMayDoAllOfAWorkAlone() {
    try (Workers workers = new Workers(2)) {
      AtomicInteger slices = new AtomicInteger();
      workers.runAlone(
          (slice, crew) -> {
            crew.barrier();
            slices.addAndGet(crew.count());
          });
      assertEquals(1, slices.get());
      assertEquals(2, workers.count());
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException interrupted) {
      throw new AssertionError(interrupted);
    }
  }

  @Test
  void sharesItemsOutEvenlyInOrder() {
    try (Workers workers = new Workers(3)) {
      assertEquals(0, workers.from(10, 0));
      assertEquals(3, workers.from(10, 1));
      assertEquals(6, workers.from(10, 2));
      assertEquals(10, workers.from(10, 3));
      assertEquals(Integer.MAX_VALUE, workers.from(Integer.MAX_VALUE, 3));
      assertEquals(0, workers.from(0, 2));
    }
  }

  @Test
  void refusesToRunOnceClosed() {
    Workers workers = new Workers(2);
    workers.close();
    assertThrows(IllegalStateException.class, () -> workers.run((slice, crew) -> {}));
  }

  @Test
  void refusesFewerThanOneThread() {
    assertThrows(IllegalArgumentException.class, () -> new Workers(0));
  }
}
