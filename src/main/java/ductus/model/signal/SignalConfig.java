package ductus.model.signal;

import ductus.model.CoreConfig;

/**
 * The shape of a network of signals.
 *
 * @param inputs numbers given a step, K
 * @param core the layers below the head
 * @param target what is said of a step
 * @param outputs classes, switches or values, N
 */
public record SignalConfig(int inputs, CoreConfig core, Target target, int outputs) {
  private static final int LARGEST = 1 << 16;

  public SignalConfig {
    if (inputs < 1 || inputs > LARGEST || outputs < 1 || outputs > LARGEST) {
      throw new IllegalArgumentException(
          "inputs and outputs must be 1 to %d but were %d and %d"
              .formatted(LARGEST, inputs, outputs));
    }
    if (core == null || target == null) {
      throw new IllegalArgumentException("a network of signals must have a core and a target");
    }
  }

  /** Number of weights of a network of this shape. */
  public long weights() {
    return core.weights(inputs) + (core.outputSize(inputs) + 1L) * target.columns(outputs);
  }
}
