package ductus.nn;

import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * The recurrent state of a network for a batch: one matrix [B×S] a layer, in the order of the
 * layers. Can be copied, and picked row by row.
 */
public final class State {
  private final List<FMatrixRMaj> layers;

  State(List<FMatrixRMaj> layers) {
    this.layers = layers;
  }

  /** The zero state of some layers. */
  public static State zero(List<? extends Layer<?>> layers, int batch) {
    return new State(
        layers.stream().map(layer -> new FMatrixRMaj(batch, layer.stateSize())).toList());
  }

  /** State of one layer [B×S], live. */
  public FMatrixRMaj layer(int index) {
    return layers.get(index);
  }

  /** Number of layers, those without state included. */
  public int layers() {
    return layers.size();
  }

  /** An independent copy. */
  public State copy() {
    return new State(layers.stream().map(FMatrixRMaj::copy).toList());
  }

  /** Copies one sequence's state from another state of the same layers. */
  public void copyRow(State from, int fromRow, int row) {
    for (int i = 0; i < layers.size(); i++) {
      int size = layers.get(i).numCols;
      System.arraycopy(
          from.layers.get(i).data, fromRow * size, layers.get(i).data, row * size, size);
    }
  }
}
