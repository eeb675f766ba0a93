package ductus.train.optimizer;

import ductus.nn.Parameter;

/** The choice of weights that penalties, decay and noise hold back. */
final class Penalties {
  private Penalties() {}

  /** Matrices are; vectors (biases, gains, initial states), which stand in one row, are not. */
  static boolean concern(Parameter parameter) {
    return parameter.value().numRows > 1;
  }
}
