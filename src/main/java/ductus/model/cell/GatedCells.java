package ductus.model.cell;

import ductus.math.GateLayout;
import ductus.nn.Layer;
import ductus.nn.attention.Attention;
import ductus.nn.recurrent.Cell;
import ductus.nn.recurrent.DenseInputProjection;
import ductus.nn.recurrent.InputProjection;
import ductus.nn.recurrent.Recurrent;
import java.util.function.Function;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/** Cells that are learned: inputs and states are fed to the gates of their units. */
public interface GatedCells extends CellConfig {
  /** Whether the state before the first time step is learned; else it is fixed. */
  default boolean learnedState() {
    return false;
  }

  /** These cells with a state before the first time step that is not learned. */
  default GatedCells withFixedState() {
    return this;
  }

  /** Whether each unit hears of all units' last hidden states, as {@link Cell#hasStateProduct}. */
  default boolean hasStateProduct() {
    return true;
  }

  /** New cells with zero weights, for a layer of H units. */
  Cell cells(String name, int hiddenSize);

  /** The attention that reads within each time step, beside the cells; null for none. */
  default @Nullable Attention attention(String name, int hiddenSize) {
    return null;
  }

  @Override
  default Layer<FMatrixRMaj> layer(String name, int inputSize, int hiddenSize, int place) {
    Attention attention = attention(name, hiddenSize);
    return layer(
        name,
        gates -> new DenseInputProjection(name, inputSize, gates),
        attention,
        hiddenSize,
        place);
  }

  /**
   * A layer over any input that can be fed to its gates, with zero weights.
   *
   * @param attention what is read within each time step; null for nothing
   */
  default <I> Recurrent<I> layer(
      String name,
      Function<GateLayout, InputProjection<I>> feed,
      @Nullable Attention attention,
      int hiddenSize,
      int place) {
    Cell cells = cells(name, hiddenSize);
    return new Recurrent<>(
        name, feed.apply(cells.layout()), cells, attention, place, learnedState());
  }

  @Override
  default long weights(long inputSize, long units) {
    long first = learnedState() ? states() * units : 0;
    long heard = hasStateProduct() ? units : 0;
    return inputWeights(inputSize + heard + 1, units) + ownWeights(units) + first;
  }

  /** Number of weights from so many inputs to all gates of a layer. */
  default long inputWeights(long inputSize, long units) {
    return inputSize * gates() * units;
  }

  /** Number of weights beside those of inputs, states, biases and the first state. */
  default long ownWeights(long units) {
    return 0;
  }
}
