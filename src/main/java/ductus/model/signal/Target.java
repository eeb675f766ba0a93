package ductus.model.signal;

import ductus.nn.head.Head;
import ductus.nn.head.OutputDistribution;
import ductus.nn.head.PointHead;

/** The kind of numbers that a network of signals predicts at a time step. */
public enum Target {
  /** The number of one of N classes, a step's only target. Logits; loss in nats. */
  CLASSES,

  /** N switches, each by itself; targets of 0 to 1. Logits; loss in nats. */
  SWITCHES,

  /**
   * N values, each as a Gaussian. N means, then N logarithms of standard deviations; loss in nats.
   */
  VALUES,

  /** N values; the loss is the sum of their squared errors. */
  SQUARES;

  /** Numbers that are wanted of a step, where N outputs are asked for. */
  int perStep(int outputs) {
    return this == CLASSES ? 1 : outputs;
  }

  /** Columns of what the head puts out. */
  int columns(int outputs) {
    return this == VALUES ? 2 * outputs : outputs;
  }

  /** A head with zero weights. */
  Head<float[]> head(int inputSize, int outputs) {
    return switch (this) {
      case CLASSES -> new ClassHead(inputSize, outputs);
      case SWITCHES -> new PointHead(OutputDistribution.SWITCH, inputSize, outputs);
      case VALUES -> new PointHead(OutputDistribution.GAUSSIAN, inputSize, outputs);
      case SQUARES -> new PointHead(OutputDistribution.SQUARED, inputSize, outputs);
    };
  }
}
