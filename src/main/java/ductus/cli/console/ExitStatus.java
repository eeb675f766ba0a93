package ductus.cli.console;

/** What the program's exit status says. */
public final class ExitStatus {
  /** The exit status of a command that has done all. */
  public static final int DONE = 0;

  /** The exit status of a command of which nothing came; the reason is on one line. */
  public static final int FAILED = 1;

  /** The command was not understood, or a value is out of its range. */
  public static final int WRONG_USAGE = 2;

  /** Done, but some inputs were left out; they are named. */
  public static final int LEFT_OUT = 3;

  private ExitStatus() {}
}
