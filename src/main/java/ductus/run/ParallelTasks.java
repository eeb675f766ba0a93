package ductus.run;

import ductus.file.BadFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Tasks on threads of their own. */
public final class ParallelTasks {
  private ParallelTasks() {}

  /** Something to do. */
  @FunctionalInterface
  public interface Task {
    /** Does it. */
    void run() throws BadFileException, InterruptedException, IOException;
  }

  /**
   * Runs tasks in their order, several at a time, and waits for them. Where one fails the others
   * still run: whoever wants them to end must tell them.
   *
   * @param threads most at a time, 1 or more
   * @throws BadFileException as the first task in order that failed, as are the others
   */
  public static void run(int threads, List<? extends Task> tasks)
      throws BadFileException, InterruptedException, IOException {
    if (tasks.isEmpty()) {
      return;
    }
    ExecutorService crew = Executors.newFixedThreadPool(Math.min(threads, tasks.size()));
    try {
      List<Future<?>> futures = new ArrayList<>();
      for (Task task : tasks) {
        futures.add(
            crew.submit(
                () -> {
                  task.run();
                  return null;
                }));
      }
      for (Future<?> future : futures) {
        await(future);
      }
    } finally {
      crew.shutdown();
    }
  }

  private static void await(Future<?> future)
      throws BadFileException, InterruptedException, IOException {
    try {
      future.get();
    } catch (ExecutionException failure) {
      Throwable cause = failure.getCause();
      if (cause instanceof BadFileException e) {
        throw e;
      }
      if (cause instanceof IOException e) {
        throw e;
      }
      if (cause instanceof RuntimeException e) {
        throw e;
      }
      if (cause instanceof Error e) {
        throw e;
      }
      throw new IllegalStateException(cause);
    }
  }
}
