package ductus.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ParallelTasksTest {
  @Test
  void tasksRunAtTheSameTime() throws Exception {
    CountDownLatch both = new CountDownLatch(2);
    ParallelTasks.Task waiting =
        () -> {
          both.countDown();
          both.await();
        };
    ParallelTasks.run(2, List.of(waiting, waiting));
    assertEquals(0, both.getCount());
    ParallelTasks.run(2, List.of());
  }

  @Test
  void theFirstFailureInOrderIsTold() {
    AtomicInteger done = new AtomicInteger();
    List<ParallelTasks.Task> tasks =
        List.of(
            done::incrementAndGet,
            () -> {
              throw new BadFileException(Path.of("x"), "broken");
            },
            () -> {
              throw new IOException("later");
            },
            done::incrementAndGet);
    assertEquals(
        "x: broken",
        assertThrows(BadFileException.class, () -> ParallelTasks.run(1, tasks)).getMessage());
  }

  @Test
  void aFailureOfAnyKindReachesTheCallerAsItIs() {
    assertThrows(
        IOException.class,
        () ->
            ParallelTasks.run(
                1,
                List.of(
                    () -> {
                      throw new IOException("disk");
                    })));
    assertThrows(
        OutOfMemoryError.class,
        () ->
            ParallelTasks.run(
                1,
                List.of(
                    () -> {
                      throw new OutOfMemoryError();
                    })));
  }
}
