package ductus.fault;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** How far the tries of one writer are: told now and then, at its end, and when it is cut off. */
final class CrashProgress {
  private static final long EVERY = TimeUnit.SECONDS.toNanos(20);

  private final String writer;
  private final CrashTrial trial;
  private final int all;
  private final long begun = System.nanoTime();
  private long told = begun;
  private int tried;
  private boolean ended;

  /**
   * None is tried yet.
   *
   * @param all tries that there will be
   */
  CrashProgress(String writer, CrashTrial trial, int all) {
    this.writer = writer;
    this.trial = trial;
    this.all = all;
    Runtime.getRuntime().addShutdownHook(new Thread(this::cutOff));
  }

  /** One try more was made. */
  synchronized void tried() {
    tried++;
    if (System.nanoTime() - told > EVERY) {
      tell("so far");
    }
  }

  synchronized void end() {
    ended = true;
    tell("all");
  }

  private synchronized void cutOff() {
    if (!ended) {
      tell("cut off");
    }
  }

  private void tell(String when) {
    told = System.nanoTime();
    System.out.printf(
        Locale.ROOT,
        "%-12s %4d operations, %4d openings, %4d of %4d faults (%s), %4d states, %d not stood,"
            + " %.0f s%n",
        writer,
        trial.operations(DiskFault.POWER),
        trial.operations(DiskFault.HANDLES),
        tried,
        all,
        when,
        trial.states(),
        trial.failures().size(),
        (told - begun) / 1e9);
  }
}
