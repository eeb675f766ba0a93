package ductus.task.handwriting.training;

import ductus.ink.variation.Wave;
import ductus.model.pen.PenSequence;
import java.util.random.RandomGenerator;

/**
 * Draws lines of a person as they might have come out another time: a little wider, taller, leaning
 * otherwise. A network that sees the few lines of somebody hundreds of times learns them by heart
 * without.
 */
final class LineVariation {
  /** Deviations, relative, and as dx/dy. */
  private static final double WIDTH = 0.06;

  private static final double HEIGHT = 0.04;
  private static final double LEAN = 0.07;

  private LineVariation() {}

  /** Draws a line again. */
  static PenSequence of(PenSequence line, RandomGenerator random) {
    return line.reshaped(
        1 + Wave.normal(random, WIDTH), 1 + Wave.normal(random, HEIGHT), Wave.normal(random, LEAN));
  }
}
