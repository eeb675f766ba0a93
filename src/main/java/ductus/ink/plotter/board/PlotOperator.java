package ductus.ink.plotter.board;

/** Who stands beside a plotter. */
public interface PlotOperator {
  /** Hears a line. */
  void say(String line);

  /** Hears what is to be done before the plotter goes on. */
  void ask(String line);

  /** Hears how many of all commands are done. */
  void reach(long done, long total);

  /** Whether the plot is to end: the pen is lifted then, and goes home. */
  boolean isStopping();

  /** Whether the operator gave a sign, by Enter, since this was last asked. */
  boolean hasSigned();
}
