package ductus.model;

import ductus.model.cell.CellConfig;
import ductus.nn.Concatenation;
import ductus.nn.Dropout;
import ductus.nn.FeedForward;
import ductus.nn.Layer;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.head.MeanOverTime;
import ductus.nn.memory.NeuralMemory;
import ductus.nn.recurrent.Bidirectional;
import ductus.nn.recurrent.Recurrent;
import ductus.nn.recurrent.RecurrentActivations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * The part of a network below its head: an {@link InputLayer}, then layers of one kind, with
 * dropout behind each. With the skip, what the input layer puts out stands behind the last layer's
 * output, so that the head reads it without the way through the layers. Holds weights only; runs
 * happen on a {@link Tape}.
 *
 * <p>Parameters are named by their layer: {@code lstm.0}, {@code gru.1}, {@code feed.0}; in both
 * directions {@code forwards.0}, {@code backwards.0}.
 *
 * @param <I> what goes in
 */
public final class Core<I> {
  private final CoreConfig config;
  private final InputLayer<I> input;
  private final boolean ofWholes;
  private final int outputSize;
  private final Layer<I> bottom;

  /** The input layer, where the bottom looks up what it would put out but the skip needs it. */
  private final @Nullable Layer<I> aside;

  private final List<Layer<FMatrixRMaj>> upper;
  private final List<List<Parameter>> upperParameters;
  private final List<Layer<?>> layers = new ArrayList<>();
  private final List<Parameter> parameters;
  private final Concatenation junction;

  /** Layers with zero weights over an input. */
  public Core(CoreConfig config, InputLayer<I> input) {
    this(config, input, number -> "." + number);
  }

  /**
   * Layers with zero weights over an input.
   *
   * @param ending of a layer's name behind the word for its kind, by its number
   */
  public Core(CoreConfig config, InputLayer<I> input, IntFunction<String> ending) {
    this.config = config;
    this.input = input;
    CoreWords words = config.words();
    ofWholes = config.isOfWholes();
    outputSize = config.outputSize(input.size());
    String lowest = words.cells() == null ? "" : words.cells().kind() + ending.apply(0);
    Layer<I> lookingUp = input.lookingUp(words, lowest, config.hiddenSize());
    bottom = lookingUp == null ? input.layer() : lookingUp;
    aside = lookingUp == null ? null : input.layer();
    List<Layer<FMatrixRMaj>> dense = new ArrayList<>(input.noise());
    for (int i = 0; i < config.layers(); i++) {
      if (i > 0 || lookingUp == null) {
        int size = config.inputSize(i, input.size());
        dense.add(layer(words, ending.apply(i), size, 1 + dense.size()));
      }
      int place = input.place(i, 1 + dense.size());
      dense.add(new Dropout(config.layerSize(), config.dropout(), place));
    }
    if (words.mean()) {
      dense.add(new MeanOverTime(config.layers() == 0 ? input.size() : config.layerSize()));
    }
    upper = List.copyOf(dense);
    upperParameters = upper.stream().map(Layer::parameters).toList();
    layers.add(bottom);
    layers.addAll(upper);
    parameters = layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
    junction = new Concatenation(config.layerSize(), input.size());
  }

  private Layer<FMatrixRMaj> layer(CoreWords words, String ending, int size, int place) {
    CellConfig cells = words.cells();
    int hidden = config.hiddenSize();
    if (cells == null) {
      return new FeedForward("feed" + ending, size, hidden);
    }
    return words.bidirectional()
        ? new Bidirectional(
            size,
            cells.layer("forwards" + ending, size, hidden, 0),
            cells.layer("backwards" + ending, size, hidden, 1))
        : cells.layer(cells.kind() + ending, size, hidden, place);
  }

  /** Columns of what comes out. */
  public int outputSize() {
    return outputSize;
  }

  /** Whether a sequence must be there whole: in both directions, and for the mean. */
  boolean isOfWholes() {
    return ofWholes;
  }

  /** The memory that the first layer writes into and reads from; empty where it has none. */
  Optional<NeuralMemory> memory() {
    return recurrent()
        .findFirst()
        .flatMap(Recurrent::attention)
        .filter(NeuralMemory.class::isInstance)
        .map(NeuralMemory.class::cast);
  }

  /** What the recurrent layers did in the last forward pass, the lowest first. */
  List<RecurrentActivations> activities(Tape tape) {
    return recurrent().map(layer -> layer.activity(tape)).toList();
  }

  private Stream<Recurrent<?>> recurrent() {
    return layers.stream().filter(Recurrent.class::isInstance).map(layer -> (Recurrent<?>) layer);
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

  /** The gradient of a final state that nothing depends on; see {@link Tape#carryGradient}. */
  State zeroGradient(int batchSize) {
    return State.zero(layers, batchSize);
  }

  /**
   * Runs over a batch; the tape must have begun with its shape, and in both directions know the
   * lengths of padded sequences.
   *
   * @param given [T×B×K] in whole strips, or rows of the table [T×B×P], negative for none; not
   *     modified
   * @return [T×B×H], in both directions [T×B×2H], more with a memory, with the skip E or K more, in
   *     whole strips, on the tape
   */
  public FMatrixRMaj forward(I given, Tape tape) {
    input.require(given);
    FMatrixRMaj lowest = bottom.forward(given, tape);
    FMatrixRMaj hidden = lowest;
    for (int i = 0; i < upper.size(); i++) {
      hidden = upper.get(i).forward(hidden, tape);
    }
    if (!config.skip()) {
      return hidden;
    }
    return junction.join(hidden, aside == null ? lowest : aside.forward(given, tape), tape);
  }

  /**
   * Goes back through the last forward pass, and adds to the gradients on the tape.
   *
   * @param dOutput of the output's shape, not modified
   * @return the gradient of the input [T×B×K] in whole strips, on the tape; without rows where the
   *     input is rows of a table
   */
  public FMatrixRMaj backward(FMatrixRMaj dOutput, Tape tape) {
    return backward(dOutput, tape, done -> {});
  }

  /**
   * Goes back through the last forward pass, and tells how far it is.
   *
   * @param finished told of the parameters whose gradients are final, layer by layer, but not of
   *     the lowest one
   */
  FMatrixRMaj backward(FMatrixRMaj dOutput, Tape tape, Consumer<List<Parameter>> finished) {
    FMatrixRMaj gradient = config.skip() ? junction.part(dOutput, tape) : dOutput;
    for (int i = upper.size() - 1; i >= 0; i--) {
      gradient = upper.get(i).backward(gradient, tape);
      finished.accept(upperParameters.get(i));
    }
    if (!config.skip()) {
      return bottom.backward(gradient, tape);
    }
    if (aside == null) {
      return bottom.backward(junction.addToRight(gradient, tape), tape);
    }
    aside.backward(junction.rightGradient(tape), tape);
    return bottom.backward(gradient, tape);
  }
}
