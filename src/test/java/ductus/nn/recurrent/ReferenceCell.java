package ductus.nn.recurrent;

import java.util.List;

/**
 * One time step of one sequence of a recurrent layer in double precision, written straight from the
 * formulas. Activations are not kept: the way back computes them again.
 */
public interface ReferenceCell {
  /** All kinds, as {@link #of} names them. */
  List<String> KINDS =
      List.of(
          "lstm",
          "lstm-peephole",
          "lstm-norm",
          "lstm-peephole-norm",
          "gru",
          "elman",
          "elman-relu",
          "mingru",
          "sru",
          "minlstm",
          "qrnn");

  /** A cell with weights of zero, and gains of one. */
  static ReferenceCell of(String kind, int inputSize, int hiddenSize) {
    return switch (kind) {
      case "gru" -> new ReferenceGru(inputSize, hiddenSize);
      case "mingru" -> new ReferenceMinimalGru(inputSize, hiddenSize);
      case "sru" -> new ReferenceSru(inputSize, hiddenSize);
      case "minlstm" -> new ReferenceMinimalLstm(inputSize, hiddenSize);
      case "qrnn" -> new ReferenceQrnn(inputSize, hiddenSize);
      case "elman" -> new ReferenceElman(inputSize, hiddenSize, false);
      case "elman-relu" -> new ReferenceElman(inputSize, hiddenSize, true);
      default ->
          new ReferenceLstmCell(
              inputSize, hiddenSize, kind.contains("peephole"), kind.contains("norm"));
    };
  }

  /** Input size K. */
  int inputSize();

  /** Hidden size H. */
  int hiddenSize();

  /** Floats of state, S: the hidden state first. */
  int stateSize();

  /** The weights, in the order of the layer's. */
  List<ReferenceMatrix> parameters();

  /** Has derivatives of the pre-activations be clipped to ±limit behind each step back. */
  void clipDerivatives(double limit);

  /** Clips all entries to ±limit. */
  static void clip(double[] derivatives, double limit) {
    for (int i = 0; i < derivatives.length; i++) {
      derivatives[i] = Math.min(Math.max(derivatives[i], -limit), limit);
    }
  }

  /** The next state [S] from an input [K] and a state [S]. */
  double[] step(double[] input, double[] state);

  /**
   * Goes back through {@link #step} and adds to the gradients of the weights.
   *
   * @param dNext gradient of the next state [S], not modified
   * @param dInput [K], added to
   * @param dState [S], added to
   */
  void back(double[] input, double[] state, double[] dNext, double[] dInput, double[] dState);
}
