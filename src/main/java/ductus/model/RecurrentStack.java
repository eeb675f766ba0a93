package ductus.model;

import ductus.nn.Concatenation;
import ductus.nn.Dropout;
import ductus.nn.Embedding;
import ductus.nn.Indices;
import ductus.nn.Layer;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.recurrent.DenseInputProjection;
import ductus.nn.recurrent.Recurrent;
import ductus.nn.recurrent.RecurrentActivations;
import ductus.nn.recurrent.TableInputProjection;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * What lies between the indices of a time step and a head: embedding → recurrent layers with
 * dropout between and behind them. With the skip, the embedded input stands behind the last layer's
 * output, so that the head reads it without the way through the layers. Holds weights only; runs
 * happen on a {@link Tape}.
 */
public final class RecurrentStack {
  /**
   * Tables of up to so many rows are looked up in their product with the first layer's weights; for
   * more, making that product costs more than it saves.
   */
  private static final int LOOKED_UP = 1024;

  private final StackConfig config;
  private final CellConfig cellConfig;
  private final Embedding embedding;
  private final Layer<Indices> bottom;
  private final List<Layer<FMatrixRMaj>> upper;
  private final List<List<Parameter>> upperParameters;
  private final List<Layer<?>> layers = new ArrayList<>();
  private final List<Parameter> parameters;
  private final Concatenation junction;

  /** A stack with zero weights. */
  public RecurrentStack(StackConfig config) {
    this.config = config;
    cellConfig = CellConfig.parse(config.cell());
    embedding = new Embedding(config.tableRows(), config.embeddingSize());
    List<Layer<FMatrixRMaj>> dense = new ArrayList<>();
    int first = 0;
    if (looksUp(config)) {
      bottom =
          cellConfig.recurrent(
              name(0),
              layout -> new TableInputProjection(name(0), embedding, layout),
              config.hiddenSize(),
              0);
      dense.add(new Dropout(config.layerSize(), config.dropout(), 1));
      first = 1;
    } else {
      bottom = embedding;
    }
    for (int i = first; i < config.layers(); i++) {
      int size = config.inputSize(i);
      String name = name(i);
      dense.add(
          cellConfig.layer(
              name,
              size,
              layout -> new DenseInputProjection(name, size, layout),
              config.hiddenSize(),
              1 + dense.size()));
      dense.add(new Dropout(config.layerSize(), config.dropout(), 1 + dense.size()));
    }
    upper = List.copyOf(dense);
    upperParameters = upper.stream().map(Layer::parameters).toList();
    junction = new Concatenation(config.layerSize(), config.embeddingSize());
    layers.add(bottom);
    layers.addAll(upper);
    parameters = layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
  }

  /** Whether the first layer looks up the products of the table, which a reservoir does not. */
  static boolean looksUp(StackConfig config) {
    return config.tableRows() <= LOOKED_UP && CellConfig.parse(config.cell()).reservoir() == null;
  }

  private String name(int layer) {
    return cellConfig.kind() + "." + layer;
  }

  /** Columns of what comes out. */
  public int outputSize() {
    return config.outputSize();
  }

  /** All weights, in a fixed order. */
  public List<Parameter> parameters() {
    return parameters;
  }

  /** Draws first weights. */
  public void initialize(RandomGenerator random) {
    layers.forEach(layer -> layer.initialize(random));
  }

  /** Copies the weights into the kernels' layout; to be called whenever they have changed. */
  public void repack(Tape tape) {
    for (int i = 0; i < layers.size(); i++) {
      layers.get(i).repack(tape);
    }
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
   * Runs over a batch; the tape must have begun with its shape.
   *
   * @param inputs rows of the table that are added up at each step [T×B×·], negative for none
   * @return [T×B×H], more with a memory, with the skip E more, in whole strips, on the tape
   */
  public FMatrixRMaj forward(Indices inputs, Tape tape) {
    FMatrixRMaj lowest = bottom.forward(inputs, tape);
    FMatrixRMaj hidden = lowest;
    for (int i = 0; i < upper.size(); i++) {
      hidden = upper.get(i).forward(hidden, tape);
    }
    if (!config.skip()) {
      return hidden;
    }
    FMatrixRMaj embedded = looksUp(config) ? embedding.forward(inputs, tape) : lowest;
    return junction.join(hidden, embedded, tape);
  }

  /** What the recurrent layers did in the last forward pass, the lowest first. */
  public List<RecurrentActivations> activities(Tape tape) {
    return layers.stream()
        .filter(Recurrent.class::isInstance)
        .map(layer -> ((Recurrent<?>) layer).activity(tape))
        .toList();
  }

  /**
   * Goes back through the last forward pass, and adds to the gradients on the tape.
   *
   * @param dOutput [T×B×H], more with a memory, with the skip E more, in whole strips, not modified
   */
  public void backward(FMatrixRMaj dOutput, Tape tape) {
    backward(dOutput, tape, parameters -> {});
  }

  /**
   * The same.
   *
   * @param finished told of the parameters whose gradients are final, layer by layer, but not of
   *     the lowest one
   */
  void backward(FMatrixRMaj dOutput, Tape tape, Consumer<List<Parameter>> finished) {
    if (!config.skip()) {
      bottom.backward(backThroughUpper(dOutput, tape, finished), tape);
      return;
    }
    FMatrixRMaj dLowest = backThroughUpper(junction.part(dOutput, tape), tape, finished);
    if (looksUp(config)) {
      embedding.backward(junction.rightGradient(tape), tape);
      bottom.backward(dLowest, tape);
    } else {
      bottom.backward(junction.addToRight(dLowest, tape), tape);
    }
  }

  private FMatrixRMaj backThroughUpper(
      FMatrixRMaj dOutput, Tape tape, Consumer<List<Parameter>> finished) {
    FMatrixRMaj gradient = dOutput;
    for (int i = upper.size() - 1; i >= 0; i--) {
      gradient = upper.get(i).backward(gradient, tape);
      finished.accept(upperParameters.get(i));
    }
    return gradient;
  }
}
