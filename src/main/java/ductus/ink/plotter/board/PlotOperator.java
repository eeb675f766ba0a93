package ductus.ink.plotter.board;

import java.time.Duration;

/** Who stands beside a plotter. */
public interface PlotOperator {
  /**
   * Longest that it may take from a stop until the pen is home: from the far corner of the largest
   * AxiDraw it is a minute, and a board that takes G-code first goes the ways that it has got.
   */
  Duration LONGEST_STOP = Duration.ofMinutes(5);

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
