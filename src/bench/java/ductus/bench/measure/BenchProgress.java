package ductus.bench.measure;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;

/** Tells how far the bench is, and what it has to leave out. */
public final class BenchProgress implements AutoCloseable {
  private final Console console;
  private final Progress bar;
  private final double planned;
  private double worked;
  private boolean failed;

  /**
   * Begins to tell.
   *
   * @param planned seconds that everything will take, about
   */
  public BenchProgress(Console console, double planned) {
    this.console = console;
    this.planned = planned;
    bar = console.progress("Measuring");
    bar.reach(0, (long) planned);
  }

  /** What is measured from now on. */
  public void begin(String what) {
    bar.note(what);
  }

  /** Something is done, or left out, that was planned to take so long. */
  public void worked(double seconds) {
    worked += seconds;
    bar.reach((long) Math.min(worked, planned), (long) planned);
  }

  /** Something that is worth knowing but not wrong. */
  void say(String message) {
    console.say(message);
  }

  /** A side's program failed. */
  void fail(String reason) {
    failed = true;
    console.warn("left out " + reason);
  }

  /** Whether a side's program failed on the way. */
  public boolean hasFailed() {
    return failed;
  }

  @Override
  public void close() {
    bar.close();
  }
}
