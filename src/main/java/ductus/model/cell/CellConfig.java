package ductus.model.cell;

import ductus.math.Strips;
import ductus.nn.Layer;
import ductus.nn.memory.MemoryShape;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/**
 * The cells of a recurrent layer: a kind with its options. In words ({@link Object#toString}): the
 * kind, then options in any order, each behind a plus: {@code gru}, {@code
 * lstm+peephole+layer-norm+learned-state}, {@code ntm+slots-32}, {@code esn+radius-0.9+leak-0.3}.
 * Usual numbers are left out.
 */
public interface CellConfig {
  /** The words of all cells that can be asked for. */
  String CHOICES =
      "lstm, gru, elman (tanh), elman-relu, irnn, sru, qrnn, mingru, minlstm, ntm, esn, tcn or"
          + " attention; all but the last four can end in +learned-state, lstm also in "
          + LstmCells.OPTIONS
          + ", ntm in "
          + TuringCells.OPTIONS
          + ", esn in "
          + EchoCells.OPTIONS
          + ", tcn in "
          + ConvolutionCells.OPTIONS
          + ", attention in "
          + AttentionCells.OPTIONS;

  /** Cells that are learned and have nothing beside them, in words. */
  String PLAIN = "lstm, gru, elman, elman-relu, irnn, sru, qrnn, mingru or minlstm";

  /**
   * Reads words.
   *
   * @throws IllegalArgumentException if there are no such cells
   */
  static CellConfig parse(String words) {
    return CellWords.parse(words);
  }

  /** The kind's word, with which the names of a layer's parameters begin. */
  String kind();

  /** Gates of a unit. */
  default int gates() {
    return 1;
  }

  /** Vectors of H in a layer's state. */
  default int states() {
    return 1;
  }

  /** The size of the memory beside the cells; empty where there is none. */
  default Optional<MemoryShape> memory() {
    return Optional.empty();
  }

  /** Advice before one trains such cells, on one line; empty for none. */
  default Optional<String> caution() {
    return Optional.empty();
  }

  /**
   * Requires cells that are learned and have nothing beside them.
   *
   * @param where what they would be in, for people
   * @return these
   */
  default GatedCells requirePlain(String where) {
    if (this instanceof GatedCells gated && memory().isEmpty()) {
      return gated;
    }
    throw new IllegalArgumentException(
        "cell of %s must be %s but was %s".formatted(where, PLAIN, this));
  }

  /**
   * Requires a number of units, H, that such cells can have.
   *
   * @throws IllegalArgumentException if they cannot
   */
  default void requireFit(int hiddenSize) {}

  /**
   * A layer over a matrix [T×B×K], with zero weights.
   *
   * @param name prefix of its parameters' names
   * @param place its index in the network's state
   */
  Layer<FMatrixRMaj> layer(String name, int inputSize, int hiddenSize, int place);

  /** Columns of what a layer puts out [T×B×·]. */
  default int outputSize(int hiddenSize) {
    return hiddenSize + memory().map(MemoryShape::readSize).orElse(0);
  }

  /** Number of weights of a layer of so many units, H. */
  long weights(long inputSize, long units);

  /** Columns of a layer's pre-activations, in whole strips. */
  default long columns(int hiddenSize) {
    return (long) gates() * Strips.padded(hiddenSize);
  }

  /** Floats that the cells of a layer keep of a time step of a sequence. */
  default long floatsPerRow(int hiddenSize) {
    return columns(hiddenSize);
  }

  /** Floats that a layer keeps of a time step of a sequence on the way back, beside its input's. */
  default long backwardFloatsPerRow(int hiddenSize) {
    return 0;
  }

  /** Floats in which a layer over so many inputs collects the gradients of its weights. */
  default long gradientRoom(int inputSize, int hiddenSize) {
    return ((long) outputSize(hiddenSize) + inputSize) * columns(hiddenSize);
  }

  /** Floats of a layer's weights in the layout of the kernels, there and back. */
  default long packedRoom(int inputSize, int hiddenSize) {
    int outputs = outputSize(hiddenSize);
    return ((long) outputs + Strips.padded(outputs) + inputSize + Strips.padded(inputSize))
        * columns(hiddenSize);
  }

  /** Floats of a layer's state. */
  default long stateSize(int hiddenSize) {
    return (long) states() * hiddenSize;
  }

  /** Floats of a layer's state with each of its parts in whole strips. */
  default long stateRoom(int hiddenSize) {
    return (long) states() * Strips.padded(hiddenSize);
  }
}
