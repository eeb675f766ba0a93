package ductus.lab.gradient;

import ductus.model.signal.SignalNetwork;
import ductus.nn.Parameter;
import java.util.Arrays;
import java.util.function.Consumer;
import org.ejml.data.FMatrixRMaj;

/**
 * What is done to a network before its gradients are looked at.
 *
 * @param name in words
 * @param change of its weights as they were drawn
 * @param limit of derivatives on the way back, infinite for none
 * @param practices whether it learns first
 */
record InitializationVariant(
    String name, Consumer<SignalNetwork> change, float limit, boolean practices) {
  /** Weights as they are drawn. */
  static InitializationVariant drawn() {
    return new InitializationVariant(
        "as drawn", InitializationVariant::leave, Float.POSITIVE_INFINITY, false);
  }

  /** Weights as they are drawn, then trained. */
  static InitializationVariant trained() {
    return new InitializationVariant(
        "trained", InitializationVariant::leave, Float.POSITIVE_INFINITY, true);
  }

  /** The recurrent weights of each gate scaled to a spectral radius. */
  static InitializationVariant radius(double radius) {
    return new InitializationVariant(
        "radius " + radius, network -> scale(network, radius), Float.POSITIVE_INFINITY, false);
  }

  /** Returns this variant with derivatives clipped on the way back (Graves 2013). */
  InitializationVariant clipped(double largest) {
    return new InitializationVariant(name + ", clipped", change, (float) largest, practices);
  }

  /** Recurrent weights that hand the state on as it is (Le, Jaitly and Hinton 2015). */
  static InitializationVariant identity() {
    return new InitializationVariant(
        "identity", InitializationVariant::identify, Float.POSITIVE_INFINITY, false);
  }

  /** Forget gates of an LSTM that start with a bias. */
  static InitializationVariant forgetBias(double bias) {
    return new InitializationVariant(
        "forget bias " + bias,
        network -> {
          FMatrixRMaj biases = parameter(network, "bias").value();
          int units = biases.numCols / 4;
          Arrays.fill(biases.data, units, 2 * units, (float) bias);
        },
        Float.POSITIVE_INFINITY,
        false);
  }

  /** The weights of the first layer whose name ends with a word. */
  static Parameter parameter(SignalNetwork network, String word) {
    return network.parameters().stream()
        .filter(each -> each.name().endsWith(".0." + word))
        .findFirst()
        .orElseThrow();
  }

  private static void leave(SignalNetwork network) {}

  private static void scale(SignalNetwork network, double radius) {
    FMatrixRMaj weights = parameter(network, "weight_hh").value();
    int units = weights.numRows;
    for (int column = 0; column < weights.numCols; column += units) {
      double factor = radius / DenseSpectralRadius.of(weights, column);
      for (int i = 0; i < units; i++) {
        for (int j = column; j < column + units; j++) {
          weights.set(i, j, (float) (weights.get(i, j) * factor));
        }
      }
    }
  }

  private static void identify(SignalNetwork network) {
    FMatrixRMaj weights = parameter(network, "weight_hh").value();
    weights.zero();
    for (int i = 0; i < weights.numRows; i++) {
      weights.set(i, i, 1);
    }
  }
}
