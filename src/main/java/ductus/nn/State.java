package ductus.nn;

import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * The recurrent state of a network for a batch: one matrix [B×S] a layer, in the order of the
 * layers. Can be copied, and picked row by row.
 */
public final class State {
  private final List<FMatrixRMaj> layers;
  private boolean initial;

  State(List<FMatrixRMaj> layers) {
    this.layers = layers;
  }

  /** The state of some layers before the first time step: zero, unless they have learned it. */
  public static State initial(List<? extends Layer<?>> layers, int batch) {
    State state = zero(layers, batch);
    state.restart(layers, batch);
    return state;
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

  /** Becomes the state of its layers before the first time step, for a batch of any size. */
  public void restart(List<? extends Layer<?>> owners, int batch) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).reshape(batch, owners.get(i).stateSize());
      owners.get(i).initializeState(layers.get(i));
    }
    initial = true;
  }

  /** Whether it is that before the first time step; from now on it is not. */
  boolean leaveStart() {
    boolean was = initial;
    initial = false;
    return was;
  }

  /** An independent copy. */
  public State copy() {
    State copy = new State(layers.stream().map(FMatrixRMaj::copy).toList());
    copy.initial = initial;
    return copy;
  }

  /** Copies one sequence's state from another state of the same layers. */
  public void copyRow(State from, int fromRow, int row) {
    initial &= from.initial;
    for (int i = 0; i < layers.size(); i++) {
      int size = layers.get(i).numCols;
      System.arraycopy(
          from.layers.get(i).data, fromRow * size, layers.get(i).data, row * size, size);
    }
  }
}
