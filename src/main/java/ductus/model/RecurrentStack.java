package ductus.model;

import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Dropout;
import ductus.nn.Embedding;
import ductus.nn.Indices;
import ductus.nn.Layer;
import ductus.nn.Parameter;
import ductus.nn.Rows;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.recurrent.Cell;
import ductus.nn.recurrent.DenseFeed;
import ductus.nn.recurrent.Recurrent;
import ductus.nn.recurrent.TableFeed;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
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
  private final List<Layer<?>> layers = new ArrayList<>();
  private final List<Parameter> parameters;
  private final Function<Tape, Junction> opening = Junction::new;

  /** A stack with zero weights. */
  public RecurrentStack(StackConfig config) {
    this.config = config;
    cellConfig = CellConfig.parse(config.cell());
    embedding = new Embedding(config.tableRows(), config.embeddingSize());
    List<Layer<FMatrixRMaj>> dense = new ArrayList<>();
    int first = 0;
    if (looksUp(config)) {
      Cell cell = cellConfig.cells(name(0), config.hiddenSize());
      TableFeed feed = new TableFeed(name(0), embedding, cell.layout());
      bottom = new Recurrent<>(name(0), feed, cell, 0, cellConfig.learnedState());
      dense.add(new Dropout(config.hiddenSize(), config.dropout(), 1));
      first = 1;
    } else {
      bottom = embedding;
    }
    for (int i = first; i < config.layers(); i++) {
      Cell cell = cellConfig.cells(name(i), config.hiddenSize());
      DenseFeed feed = new DenseFeed(name(i), config.inputSize(i), cell.layout());
      int place = 1 + dense.size();
      dense.add(new Recurrent<>(name(i), feed, cell, place, cellConfig.learnedState()));
      dense.add(new Dropout(config.hiddenSize(), config.dropout(), 1 + dense.size()));
    }
    upper = List.copyOf(dense);
    layers.add(bottom);
    layers.addAll(upper);
    parameters = layers.stream().flatMap(layer -> layer.parameters().stream()).toList();
  }

  /** Whether the first layer looks up the products of the table. */
  static boolean looksUp(StackConfig config) {
    return config.tableRows() <= LOOKED_UP;
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
   * @return [T×B×H], with the skip [T×B×(H+E)], in whole strips, on the tape
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
    return tape.workspace(this, opening).join(hidden, embedded);
  }

  /**
   * Goes back through the last forward pass, and adds to the gradients on the tape.
   *
   * @param dOutput [T×B×H], with the skip [T×B×(H+E)], in whole strips, not modified
   */
  public void backward(FMatrixRMaj dOutput, Tape tape) {
    if (!config.skip()) {
      bottom.backward(backThroughUpper(dOutput, tape), tape);
      return;
    }
    Junction junction = tape.workspace(this, opening);
    junction.part(dOutput);
    FMatrixRMaj dLowest = backThroughUpper(junction.dHidden, tape);
    if (looksUp(config)) {
      embedding.backward(junction.dEmbedded, tape);
      bottom.backward(dLowest, tape);
    } else {
      bottom.backward(junction.addToEmbedded(dLowest), tape);
    }
  }

  private FMatrixRMaj backThroughUpper(FMatrixRMaj dOutput, Tape tape) {
    FMatrixRMaj gradient = dOutput;
    for (int i = upper.size() - 1; i >= 0; i--) {
      gradient = upper.get(i).backward(gradient, tape);
    }
    return gradient;
  }

  /** Where the embedded input joins the hidden states. Threads share the rows. */
  private final class Junction {
    private final Tape tape;
    private final FMatrixRMaj joined = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dHidden = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dEmbedded = new FMatrixRMaj(0, 0);
    private final Workers.Work joining = this::join;
    private final Workers.Work parting = this::part;
    private final Workers.Work adding = this::add;

    /** What goes into the work at hand. */
    private FMatrixRMaj left = joined;

    private FMatrixRMaj right = joined;

    Junction(Tape tape) {
      this.tape = tape;
    }

    FMatrixRMaj join(FMatrixRMaj hidden, FMatrixRMaj embedded) {
      left = hidden;
      right = embedded;
      joined.reshape(tape.rows(), Strips.padded(config.outputSize()));
      tape.workers().run(joining);
      return joined;
    }

    private void join(int slice, Workers crew) {
      int from = crew.from(tape.rows(), slice);
      int to = crew.from(tape.rows(), slice + 1);
      Rows.copy(left, 0, joined, 0, config.hiddenSize(), from, to);
      Rows.copy(right, 0, joined, config.hiddenSize(), config.embeddingSize(), from, to);
      Rows.clear(joined, from, to - from, config.outputSize(), joined.numCols);
    }

    void part(FMatrixRMaj dJoined) {
      left = dJoined;
      dHidden.reshape(tape.rows(), Strips.padded(config.hiddenSize()));
      dEmbedded.reshape(tape.rows(), Strips.padded(config.embeddingSize()));
      tape.workers().run(parting);
    }

    private void part(int slice, Workers crew) {
      int hidden = config.hiddenSize();
      int embedded = config.embeddingSize();
      int from = crew.from(tape.rows(), slice);
      int to = crew.from(tape.rows(), slice + 1);
      Rows.copy(left, 0, dHidden, 0, hidden, from, to);
      Rows.clear(dHidden, from, to - from, hidden, dHidden.numCols);
      Rows.copy(left, hidden, dEmbedded, 0, embedded, from, to);
      Rows.clear(dEmbedded, from, to - from, embedded, dEmbedded.numCols);
    }

    FMatrixRMaj addToEmbedded(FMatrixRMaj dLowest) {
      left = dLowest;
      tape.workers().run(adding);
      return dEmbedded;
    }

    private void add(int slice, Workers crew) {
      int from = crew.from(tape.rows(), slice);
      int to = crew.from(tape.rows(), slice + 1);
      Rows.add(left, 0, dEmbedded, 0, config.embeddingSize(), from, to);
    }
  }
}
