package ductus.model;

import ductus.math.Workers;
import ductus.nn.Dropout;
import ductus.nn.Embedding;
import ductus.nn.Layer;
import ductus.nn.Lstm;
import ductus.nn.Parameter;
import ductus.nn.SoftmaxHead;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A network that predicts the next token: embedding → recurrent layers with dropout between and
 * behind them → softmax. Holds weights only; runs happen on a {@link Tape}.
 */
public final class Network {
  private final NetworkConfig config;
  private final Embedding embedding;
  private final List<Layer> stack;
  private final SoftmaxHead head;
  private final List<Parameter> parameters;

  /** A network with zero weights. */
  public Network(NetworkConfig config) {
    this.config = config;
    embedding =
        new Embedding(config.vocabularySize() + config.featureTableSize(), config.embeddingSize());
    List<Layer> layers = new ArrayList<>();
    int size = config.embeddingSize();
    for (int i = 0; i < config.layers(); i++) {
      layers.add(new Lstm("lstm." + i, size, config.hiddenSize(), layers.size()));
      size = config.hiddenSize();
      layers.add(new Dropout(size, config.dropout(), layers.size()));
    }
    stack = List.copyOf(layers);
    head = new SoftmaxHead(size, config.vocabularySize());
    List<Parameter> all = new ArrayList<>(embedding.parameters());
    stack.forEach(layer -> all.addAll(layer.parameters()));
    all.addAll(head.parameters());
    parameters = List.copyOf(all);
  }

  /** Its shape. */
  public NetworkConfig config() {
    return config;
  }

  /** All weights, in a fixed order. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Number of weights. */
  public long size() {
    return parameters.stream().mapToLong(Parameter::size).sum();
  }

  /** Draws first weights. */
  public void initialize(RandomGenerator random) {
    embedding.initialize(random);
    stack.forEach(layer -> layer.initialize(random));
    head.initialize(random);
  }

  /** Copies the weights into the kernels' layout; to be called whenever they have changed. */
  public void repack(Workers workers) {
    stack.forEach(layer -> layer.repack(workers));
    head.repack(workers);
  }

  /** The zero state for a batch. */
  public State zeroState(int batchSize) {
    return State.zero(stack, batchSize);
  }

  /**
   * Runs over a batch and computes its loss. The tape must have begun with the batch's shape.
   *
   * @param scale factor of the gradient that {@link #backward} computes
   * @return the sum of −log probability of the unmasked targets, in nats
   */
  public double loss(Batch batch, float scale, Tape tape) {
    return head.loss(hidden(batch, tape), batch.targets(), scale, tape);
  }

  /** Runs over a batch and returns the logits [T×B×V] on the tape. */
  public FMatrixRMaj logits(Batch batch, Tape tape) {
    return head.logits(hidden(batch, tape), tape);
  }

  /**
   * Runs one time step, without a target.
   *
   * @param inputs [B×(1+F)] tokens and side features, as the rows of the embedding table: a token
   *     as it is, side feature f as V + f, negative where there is none
   * @return logits [B×V] on the tape
   */
  public FMatrixRMaj step(int[] inputs, Tape tape) {
    FMatrixRMaj hidden = embedding.forward(inputs, 1 + config.featureCount(), tape);
    return head.logits(climb(hidden, tape), tape);
  }

  /** Goes back from the last {@link #loss} and adds to the gradients on the tape. */
  public void backward(Batch batch, Tape tape) {
    FMatrixRMaj gradient = head.backward(tape);
    for (int i = stack.size() - 1; i >= 0; i--) {
      gradient = stack.get(i).backward(gradient, tape);
    }
    embedding.backward(gradient, batch.inputs(), batch.perStep(), tape);
  }

  private FMatrixRMaj hidden(Batch batch, Tape tape) {
    if (batch.perStep() != 1 + config.featureCount()) {
      throw new IllegalArgumentException(
          "side features must be %d a step but were %d"
              .formatted(config.featureCount(), batch.perStep() - 1));
    }
    return climb(embedding.forward(batch.inputs(), batch.perStep(), tape), tape);
  }

  private FMatrixRMaj climb(FMatrixRMaj input, Tape tape) {
    FMatrixRMaj hidden = input;
    for (Layer layer : stack) {
      hidden = layer.forward(hidden, tape);
    }
    return hidden;
  }
}
