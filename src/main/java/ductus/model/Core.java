package ductus.model;

import ductus.nn.Concatenation;
import ductus.nn.Layer;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.memory.NeuralMemory;
import ductus.nn.recurrent.Recurrent;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * What lies between the numbers of a time step and a head: layers of one kind, with dropout behind
 * each. With the skip, the input stands behind the last layer's output, so that the head reads it
 * without the way through the layers. Holds weights only; runs happen on a {@link Tape}.
 *
 * <p>Parameters are named by their layer: {@code lstm.0}, {@code gru.1}, {@code feed.0}; in both
 * directions {@code forwards.0}, {@code backwards.0}.
 */
public final class Core {
  private final CoreConfig config;
  private final int outputSize;
  private final List<Layer<FMatrixRMaj>> layers;
  private final Concatenation junction;

  /**
   * Layers with zero weights.
   *
   * @param inputSize numbers of a step, K
   * @param firstPlace where the first layer's dropout stands among those of the network
   */
  public Core(CoreConfig config, int inputSize, int firstPlace) {
    this.config = config;
    outputSize = config.outputSize(inputSize);
    layers = List.copyOf(config.layers(inputSize, firstPlace));
    junction = new Concatenation(config.layerSize(), inputSize);
  }

  /** Columns of what comes out. */
  public int outputSize() {
    return outputSize;
  }

  /** The memory that the first layer writes into and reads from; empty where it has none. */
  public Optional<NeuralMemory> memory() {
    return !layers.isEmpty() && layers.get(0) instanceof Recurrent<FMatrixRMaj> recurrent
        ? recurrent.attention().filter(NeuralMemory.class::isInstance).map(NeuralMemory.class::cast)
        : Optional.empty();
  }

  /** All weights, in a fixed order. */
  public List<Parameter> parameters() {
    return layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
  }

  /** Draws first weights. */
  public void initialize(RandomGenerator random) {
    layers.forEach(layer -> layer.initialize(random));
  }

  /** Copies the weights into the kernels' layout; to be called whenever they have changed. */
  public void repack(Tape tape) {
    layers.forEach(layer -> layer.repack(tape));
  }

  /** The state before the first time step for a batch: zero, unless it was learned. */
  public State initialState(int batchSize) {
    return State.initial(layers, batchSize);
  }

  /** The gradient of a final state that nothing depends on; see {@link Tape#carryGradient}. */
  public State zeroGradient(int batchSize) {
    return State.zero(layers, batchSize);
  }

  /**
   * Runs over a batch; the tape must have begun with its shape, and in both directions know the
   * lengths of padded sequences.
   *
   * @param input [T×B×K] in whole strips, not modified
   * @return [T×B×H], in both directions [T×B×2H], with the skip K more, in whole strips, on the
   *     tape
   */
  public FMatrixRMaj forward(FMatrixRMaj input, Tape tape) {
    FMatrixRMaj hidden = input;
    for (int i = 0; i < layers.size(); i++) {
      hidden = layers.get(i).forward(hidden, tape);
    }
    return config.skip() ? junction.join(hidden, input, tape) : hidden;
  }

  /**
   * Goes back from the last {@link #forward} and adds to the gradients on the tape.
   *
   * @param dOutput of the output's shape, not modified
   * @return the gradient of the input [T×B×K] in whole strips, on the tape
   */
  public FMatrixRMaj backward(FMatrixRMaj dOutput, Tape tape) {
    FMatrixRMaj gradient = config.skip() ? junction.part(dOutput, tape) : dOutput;
    for (int i = layers.size() - 1; i >= 0; i--) {
      gradient = layers.get(i).backward(gradient, tape);
    }
    return config.skip() ? junction.addToRight(gradient, tape) : gradient;
  }
}
