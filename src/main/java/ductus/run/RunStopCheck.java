package ductus.run;

import java.io.IOException;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * Whether a run is to stop, by its {@link RunControl} or otherwise; to be asked after each batch.
 * The answer takes as long as the run is to pause, but for {@link #isNow}.
 */
final class RunStopCheck implements BooleanSupplier {
  /** Looking at a file takes some microseconds, many batches a millisecond. */
  private static final Duration LOOK_EVERY = Duration.ofMillis(200);

  private final RunControl control;
  private final BooleanSupplier otherwise;
  private long looked = System.nanoTime() - LOOK_EVERY.toNanos();
  private RunControl.Request wish = RunControl.Request.GO_ON;
  private boolean stopped;

  RunStopCheck(RunControl control, BooleanSupplier otherwise) {
    this.control = control;
    this.otherwise = otherwise;
  }

  /** Whether the run is to stop, said at once: in the middle of a batch it does not pause. */
  boolean isNow() {
    stopped = otherwise.getAsBoolean() || look() == RunControl.Request.STOP;
    return stopped;
  }

  @Override
  public boolean getAsBoolean() {
    while (!isNow() && wish == RunControl.Request.PAUSE) {
      try {
        Thread.sleep(LOOK_EVERY.toMillis());
      } catch (InterruptedException ended) {
        Thread.currentThread().interrupt();
        stopped = true;
        return true;
      }
    }
    return stopped;
  }

  private RunControl.Request look() {
    long now = System.nanoTime();
    if (now - looked >= LOOK_EVERY.toNanos()) {
      looked = now;
      try {
        wish = control.wish();
      } catch (IOException unreadable) {
        // A wish that cannot be read is none: no run ends because of it.
        wish = RunControl.Request.GO_ON;
      }
    }
    return wish;
  }

  /** Leaves in the file whether the run was stopped, now that it has ended. */
  void settle() throws IOException {
    control.ask(stopped ? RunControl.Request.STOP : RunControl.Request.GO_ON);
  }
}
