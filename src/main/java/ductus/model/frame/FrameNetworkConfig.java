package ductus.model.frame;

import ductus.model.StackConfig;

/**
 * The shape of a network that predicts frames.
 *
 * @param outputs N
 * @param inputsPerStep P, rows of the table that are added up at a step
 * @param stack what lies below the head; its table has a row for each index
 */
public record FrameNetworkConfig(int outputs, int inputsPerStep, StackConfig stack) {
  public FrameNetworkConfig {
    if (outputs < 1 || outputs > 1 << 16 || inputsPerStep < 1 || inputsPerStep > 1 << 12) {
      throw new IllegalArgumentException(
          "outputs must be 1 to %d and inputs a step 1 to %d but were %d and %d"
              .formatted(1 << 16, 1 << 12, outputs, inputsPerStep));
    }
    if (stack == null) {
      throw new IllegalArgumentException("a frame network must have a stack");
    }
  }

  /** Number of weights of a network of this shape. */
  public long weights() {
    return stack.weights() + (stack.outputSize() + 1L) * outputs;
  }
}
