package ductus.model;

import ductus.nn.Dropout;
import ductus.nn.Embedding;
import ductus.nn.Indices;
import ductus.nn.Layer;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.head.SoftmaxHead;
import ductus.nn.recurrent.Cell;
import ductus.nn.recurrent.DenseFeed;
import ductus.nn.recurrent.Recurrent;
import ductus.nn.recurrent.TableFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A network that predicts the next token: embedding → recurrent layers with dropout between and
 * behind them → softmax. Holds weights only; runs happen on a {@link Tape}.
 */
public final class Network implements Trainable {
  /**
   * Tables of up to so many rows are looked up in their product with the first layer's weights; for
   * more, making that product costs more than it saves.
   */
  private static final int LOOKED_UP = 1024;

  private final NetworkConfig config;
  private final CellConfig cellConfig;
  private final Layer<Indices> bottom;
  private final List<Layer<FMatrixRMaj>> stack;
  private final SoftmaxHead head;
  private final List<Layer<?>> layers = new ArrayList<>();
  private final List<Parameter> parameters;

  /** A network with zero weights. */
  public Network(NetworkConfig config) {
    this.config = config;
    cellConfig = CellConfig.parse(config.cell());
    Embedding embedding = new Embedding(tableRows(config), config.embeddingSize());
    List<Layer<FMatrixRMaj>> upper = new ArrayList<>();
    int first = 0;
    if (looksUp(config)) {
      String name = name(0);
      Cell cell = cellConfig.cells(name, config.hiddenSize());
      TableFeed feed = new TableFeed(name, embedding, cell.layout());
      bottom = new Recurrent<>(name, feed, cell, 0, cellConfig.learnedState());
      upper.add(new Dropout(config.hiddenSize(), config.dropout(), 1));
      first = 1;
    } else {
      bottom = embedding;
    }
    int size = bottom.outputSize();
    for (int i = first; i < config.layers(); i++) {
      Cell cell = cellConfig.cells(name(i), config.hiddenSize());
      DenseFeed feed = new DenseFeed(name(i), size, cell.layout());
      int place = 1 + upper.size();
      upper.add(new Recurrent<>(name(i), feed, cell, place, cellConfig.learnedState()));
      size = config.hiddenSize();
      upper.add(new Dropout(size, config.dropout(), 1 + upper.size()));
    }
    stack = List.copyOf(upper);
    head = new SoftmaxHead(size, config.vocabularySize());
    layers.add(bottom);
    layers.addAll(stack);
    List<Parameter> all = new ArrayList<>();
    layers.forEach(layer -> all.addAll(layer.parameters()));
    all.addAll(head.parameters());
    parameters = List.copyOf(all);
  }

  private static int tableRows(NetworkConfig config) {
    return config.vocabularySize() + config.featureTableSize();
  }

  /** Whether the first layer looks up the products of the table. */
  static boolean looksUp(NetworkConfig config) {
    return tableRows(config) <= LOOKED_UP;
  }

  private String name(int layer) {
    return cellConfig.kind() + "." + layer;
  }

  /** Its shape. */
  public NetworkConfig config() {
    return config;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public void initialize(RandomGenerator random) {
    layers.forEach(layer -> layer.initialize(random));
    head.initialize(random);
  }

  @Override
  public void repack(Tape tape) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).repack(tape);
    }
    head.repack(tape);
  }

  /** The state before the first time step for a batch: zero, unless it was learned. */
  public State initialState(int batchSize) {
    return State.initial(layers, batchSize);
  }

  /**
   * The gradient of a final state that nothing depends on: zeros; see {@link Tape#carryGradient}.
   */
  public State zeroGradient(int batchSize) {
    return State.zero(layers, batchSize);
  }

  /**
   * Runs over a batch and computes its loss. The tape must have begun with the batch's shape.
   *
   * @param scale factor of the gradient that {@link #backward} computes
   * @return the sum of −log probability of the unmasked targets, in nats
   */
  public double loss(Batch batch, float scale, Tape tape) {
    return head.loss(hidden(batch.indices(), tape), batch.targets(), scale, tape);
  }

  /** Runs over a batch for the state that it ends with. */
  public void advance(Batch batch, Tape tape) {
    hidden(batch.indices(), tape);
  }

  /** Runs over a batch and returns the logits [T×B×V] in whole strips, on the tape. */
  public FMatrixRMaj logits(Batch batch, Tape tape) {
    return head.logits(hidden(batch.indices(), tape), tape);
  }

  /**
   * Runs one time step, without a target.
   *
   * @param inputs [B×(1+F)] tokens and side features, as the rows of the embedding table: a token
   *     as it is, side feature f as V + f, negative where there is none
   * @return logits [B×V] in whole strips, on the tape
   */
  public FMatrixRMaj step(Indices inputs, Tape tape) {
    return head.logits(hidden(inputs, tape), tape);
  }

  /** Goes back from the last {@link #loss} and adds to the gradients on the tape. */
  public void backward(Tape tape) {
    FMatrixRMaj gradient = head.backward(tape);
    for (int i = stack.size() - 1; i >= 0; i--) {
      gradient = stack.get(i).backward(gradient, tape);
    }
    bottom.backward(gradient, tape);
  }

  private FMatrixRMaj hidden(Indices inputs, Tape tape) {
    if (inputs.perStep() != 1 + config.featureCount()) {
      throw new IllegalArgumentException(
          "side features must be %d a step but were %d"
              .formatted(config.featureCount(), inputs.perStep() - 1));
    }
    FMatrixRMaj hidden = bottom.forward(inputs, tape);
    for (int i = 0; i < stack.size(); i++) {
      hidden = stack.get(i).forward(hidden, tape);
    }
    return hidden;
  }
}
