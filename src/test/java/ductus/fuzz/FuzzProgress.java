package ductus.fuzz;

import java.util.Locale;
import java.util.concurrent.TimeUnit;

/**
 * How many files were tried with a reader: told each minute, at the end, and when it is cut off.
 */
final class FuzzProgress {
  private static final long EVERY = TimeUnit.MINUTES.toNanos(1);

  private final String reader;
  private final long begun = System.nanoTime();
  private long told = begun;
  private long files;
  private boolean ended;

  FuzzProgress(String reader) {
    this.reader = reader;
    Runtime.getRuntime().addShutdownHook(new Thread(this::cutOff));
  }

  synchronized long files() {
    return files;
  }

  long nanos() {
    return System.nanoTime() - begun;
  }

  synchronized void tried(int more) {
    files += more;
    if (System.nanoTime() - told > EVERY) {
      tell(" so far");
    }
  }

  /**
   * No more are tried.
   *
   * @param finding in words; empty for none
   */
  synchronized void end(String finding) {
    ended = true;
    tell(finding);
  }

  private synchronized void cutOff() {
    if (!ended) {
      tell(", cut off");
    }
  }

  private void tell(String how) {
    told = System.nanoTime();
    System.out.printf(
        Locale.ROOT,
        "%-14s %,12d files, %,9.0f a second%s%n",
        reader,
        files,
        files / (nanos() / 1e9),
        how);
  }
}
