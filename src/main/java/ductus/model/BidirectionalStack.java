package ductus.model;

import ductus.nn.Dropout;
import ductus.nn.Layer;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import ductus.nn.recurrent.Bidirectional;
import ductus.nn.recurrent.DenseFeed;
import ductus.nn.recurrent.LstmCell;
import ductus.nn.recurrent.Recurrent;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * LSTM layers that read a sequence in both directions, with dropout behind each. Holds weights
 * only; runs happen on a {@link Tape}. Parameters: {@code forwards.N}, {@code backwards.N}.
 */
public final class BidirectionalStack {
  private static final int GATES = 4;

  private final int hiddenSize;
  private final List<Layer<FMatrixRMaj>> layers = new ArrayList<>();

  /**
   * Layers with zero weights.
   *
   * @param inputSize numbers of a step
   * @param count layers, 1 or more
   * @param hiddenSize of each direction, H
   * @param dropout share of activations dropped behind each layer while training
   * @param firstPlace where the first layer's dropout stands among those of the network
   */
  public BidirectionalStack(
      int inputSize, int count, int hiddenSize, double dropout, int firstPlace) {
    this.hiddenSize = hiddenSize;
    for (int i = 0; i < count; i++) {
      int size = i == 0 ? inputSize : 2 * hiddenSize;
      layers.add(
          new Bidirectional(
              size, direction("forwards." + i, size, 0), direction("backwards." + i, size, 1)));
      layers.add(new Dropout(2 * hiddenSize, dropout, firstPlace + i));
    }
  }

  private Recurrent<FMatrixRMaj> direction(String name, int inputSize, int place) {
    LstmCell cell = new LstmCell(hiddenSize);
    return new Recurrent<>(name, new DenseFeed(name, inputSize, cell.layout()), cell, place);
  }

  /** Number of weights of such layers. */
  public static long weights(int inputSize, int count, int hiddenSize) {
    long weights = 0;
    for (int i = 0; i < count; i++) {
      int size = i == 0 ? inputSize : 2 * hiddenSize;
      weights += 2L * GATES * hiddenSize * (size + hiddenSize + 1);
    }
    return weights;
  }

  /** Numbers that they put out a step, 2·H. */
  public int outputSize() {
    return 2 * hiddenSize;
  }

  /** All weights, in a fixed order. */
  public List<Parameter> parameters() {
    return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
  }

  /** Draws first weights. */
  public void initialize(RandomGenerator random) {
    layers.forEach(layer -> layer.initialize(random));
  }

  /** Copies the weights into the kernels' layout. */
  public void repack(Tape tape) {
    layers.forEach(layer -> layer.repack(tape));
  }

  /**
   * Runs over a batch.
   *
   * @param input [T×B×inputSize] in whole strips
   * @return [T×B×2H] in whole strips, on the tape
   */
  public FMatrixRMaj forward(FMatrixRMaj input, Tape tape) {
    FMatrixRMaj hidden = input;
    for (Layer<FMatrixRMaj> layer : layers) {
      hidden = layer.forward(hidden, tape);
    }
    return hidden;
  }

  /**
   * Goes back from the last {@link #forward} and adds to the gradients on the tape.
   *
   * @return gradient of the input
   */
  public FMatrixRMaj backward(FMatrixRMaj gradient, Tape tape) {
    FMatrixRMaj below = gradient;
    for (int i = layers.size() - 1; i >= 0; i--) {
      below = layers.get(i).backward(below, tape);
    }
    return below;
  }
}
