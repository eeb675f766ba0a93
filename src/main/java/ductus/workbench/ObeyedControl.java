package ductus.workbench;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Whether a run is to stop, by its {@link RunControl} or otherwise; to be asked after each batch.
 * The answer takes as long as the run is to pause.
 */
final class ObeyedControl implements BooleanSupplier {
  /** Looking at a file takes some microseconds, many batches a millisecond. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final RunControl control;
  private final BooleanSupplier otherwise;
  private long looked = System.nanoTime() - LOOK_EVERY.toNanos();
  private RunControl.Wish wish = RunControl.Wish.GO_ON;
  private boolean stopped;

  ObeyedControl(RunControl control, BooleanSupplier otherwise) {
    this.control = control;
    this.otherwise = otherwise;
  }

  @Override
  public boolean getAsBoolean() {
    stopped = otherwise.getAsBoolean() || look() == RunControl.Wish.STOP;
    while (!stopped && wish == RunControl.Wish.PAUSE) {
      try {
        Thread.sleep(LOOK_EVERY.toMillis());
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        stopped = true;
      }
      stopped |= otherwise.getAsBoolean() || look() == RunControl.Wish.STOP;
    }
    return stopped;
  }

  private RunControl.Wish look() {
    long now = System.nanoTime();
    if (now - looked >= LOOK_EVERY.toNanos()) {
      looked = now;
      try {
        wish = control.wish();
      } catch (IOException unreadable) {
        // A wish that cannot be read is none: no run ends because of it.
        wish = RunControl.Wish.GO_ON;
      }
    }
    return wish;
  }

  /** Leaves in the file whether the run was stopped, now that it has ended. */
  void settle() throws IOException {
    control.ask(stopped ? RunControl.Wish.STOP : RunControl.Wish.GO_ON);
  }
}
