package ductus.model;

import ductus.math.GateLayout;
import ductus.math.Strips;
import ductus.nn.Layer;
import ductus.nn.memory.MemoryShape;
import ductus.nn.memory.NeuralMemory;
import ductus.nn.recurrent.Cell;
import ductus.nn.recurrent.ElmanCell;
import ductus.nn.recurrent.GruCell;
import ductus.nn.recurrent.InputProjection;
import ductus.nn.recurrent.LstmCell;
import ductus.nn.recurrent.NormalizedLstmCell;
import ductus.nn.recurrent.PeepholeLstmCell;
import ductus.nn.recurrent.Recurrent;
import ductus.nn.reservoir.Reservoir;
import ductus.nn.reservoir.ReservoirShape;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Which cells the recurrent layers are made of. In words: the kind, then options, each behind a
 * plus: {@code gru}, {@code lstm+peephole+layer-norm+learned-state}, {@code ntm+slots-32}, {@code
 * esn+radius-0.9+leak-0.3}; see {@link CellWords}.
 *
 * @param peephole whether an LSTM's gates look at its cell states
 * @param layerNorm whether an LSTM's pre-activations and cell states are normalized
 * @param learnedState whether the state before the first time step is learned; else it is fixed
 * @param memory of a neural Turing machine, else null
 * @param reservoir of an echo state network, else null
 */
public record CellConfig(
    Kind kind,
    boolean peephole,
    boolean layerNorm,
    boolean learnedState,
    @Nullable MemoryShape memory,
    @Nullable ReservoirShape reservoir) {
  /** All that can be asked for, in words. */
  public static final String CHOICES =
      "lstm, gru, elman (tanh), elman-relu, ntm or esn; all but the last two can end in"
          + " +learned-state, lstm also in +peephole and +layer-norm, ntm in +slots-N, +width-N and"
          + " +heads-N, esn in +radius-X, +leak-X, +scaling-X and +connections-N";

  /** Kinds of cells that are learned and have no memory beside them, in words. */
  public static final String PLAIN_CHOICES = "lstm, gru, elman or elman-relu";

  /** Kinds of cells, and how many gates each has. */
  public enum Kind {
    LSTM(4),
    GRU(3),
    ELMAN(1),
    ELMAN_RELU(1),
    /** Neural Turing machine: an LSTM with a memory to write into and read from. */
    NTM(4),
    /** Echo state network: units that are not learned. */
    ESN(1);

    private final int gates;

    Kind(int gates) {
      this.gates = gates;
    }

    /** As in a configuration. */
    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  public CellConfig {
    if (kind != Kind.LSTM && (peephole || layerNorm)) {
      throw new IllegalArgumentException(
          "cell with %s must be lstm but was %s"
              .formatted(peephole ? CellWords.PEEPHOLE : CellWords.LAYER_NORM, kind));
    }
    if ((memory != null) != (kind == Kind.NTM) || (reservoir != null) != (kind == Kind.ESN)) {
      throw new IllegalArgumentException("a memory goes with ntm, a reservoir with esn");
    }
    if (learnedState && (memory != null || reservoir != null)) {
      throw new IllegalArgumentException(
          "cell with %s must be lstm, gru, elman or elman-relu but was %s"
              .formatted(CellWords.LEARNED_STATE, kind));
    }
  }

  /** Cells without a memory or a reservoir. */
  public CellConfig(Kind kind, boolean peephole, boolean layerNorm, boolean learnedState) {
    this(kind, peephole, layerNorm, learnedState, null, null);
  }

  /** Reads what {@link #toString} writes, options in any order. */
  public static CellConfig parse(String words) {
    return CellWords.parse(words);
  }

  @Override
  public String toString() {
    return CellWords.of(this);
  }

  /**
   * A layer over a matrix, with zero weights.
   *
   * @param name prefix of its parameters' names
   * @param place its index in the network's state
   */
  Layer<FMatrixRMaj> layer(
      String name,
      int inputSize,
      Function<GateLayout, InputProjection<FMatrixRMaj>> feed,
      int hiddenSize,
      int place) {
    return reservoir == null
        ? recurrent(name, feed, hiddenSize, place)
        : new Reservoir(name, inputSize, hiddenSize, reservoir, place);
  }

  /** A layer that is learned, over any input; not of a reservoir. */
  <I> Layer<I> recurrent(
      String name, Function<GateLayout, InputProjection<I>> feed, int hiddenSize, int place) {
    Cell cell = cells(name, hiddenSize);
    NeuralMemory reading = memory == null ? null : new NeuralMemory(name, hiddenSize, memory);
    return new Recurrent<>(name, feed.apply(cell.layout()), cell, reading, place, learnedState);
  }

  /** What one should know before one trains such cells, on one line; empty for nothing. */
  public Optional<String> caution() {
    return reservoir == null || !reservoir.mayNotForget()
        ? Optional.empty()
        : Optional.of(
            ("a spectral radius of %s is not below 1: the reservoir may never forget how it began,"
                    + " so that the same input need not lead to the same states")
                .formatted(reservoir.spectralRadius()));
  }

  /**
   * Requires cells that are learned and have no memory beside them.
   *
   * @param where what they would be in, for people
   */
  public void requirePlain(String where) {
    if (memory != null || reservoir != null) {
      throw new IllegalArgumentException(
          "cell of %s must be %s but was %s".formatted(where, PLAIN_CHOICES, this));
    }
  }

  /** Cells with zero weights; of those that have neither a memory nor a reservoir. */
  public Cell cells(String name, int hiddenSize) {
    return switch (kind) {
      case GRU -> new GruCell(name, hiddenSize);
      case ELMAN -> new ElmanCell(hiddenSize, false);
      case ELMAN_RELU -> new ElmanCell(hiddenSize, true);
      case NTM -> new LstmCell(hiddenSize);
      case LSTM ->
          layerNorm
              ? new NormalizedLstmCell(name, hiddenSize, peephole)
              : peephole ? new PeepholeLstmCell(name, hiddenSize) : new LstmCell(hiddenSize);
      case ESN -> throw new IllegalStateException("a reservoir has no cells");
    };
  }

  /** Columns that a layer puts out. */
  int outputSize(int hiddenSize) {
    return hiddenSize + (memory == null ? 0 : memory.readSize());
  }

  /**
   * Number of weights of a layer.
   *
   * @param units H
   */
  public long weights(long inputSize, long units) {
    if (reservoir != null) {
      return Reservoir.weights(reservoir, inputSize, units);
    }
    long read = memory == null ? 0 : memory.readSize();
    long count = (inputSize + read + units + 1) * kind.gates * units;
    count += kind == Kind.GRU ? units : 0;
    count += peephole ? 3 * units : 0;
    count += layerNorm ? 10 * units : 0;
    count += memory == null ? 0 : (units + 1) * memory.steeringSize();
    return count + (learnedState ? states() * units : 0);
  }

  /** Number of weights from so many more inputs to all gates of a layer. */
  public long inputWeights(long inputSize, long hiddenSize) {
    return inputSize * kind.gates * hiddenSize;
  }

  /** Columns of a layer's pre-activations, in whole strips. */
  long columns(int hiddenSize) {
    return (long) kind.gates * Strips.padded(hiddenSize);
  }

  /** Floats that the cells of a layer keep of a time step of a sequence. */
  long floatsPerRow(int hiddenSize) {
    long units = Strips.padded(hiddenSize);
    long gates = columns(hiddenSize);
    return switch (kind) {
      case ELMAN, ELMAN_RELU, ESN -> gates;
      case GRU -> 2 * gates;
      case LSTM -> layerNorm ? 5 * gates + 3 * units + 3 : gates + 2 * units;
      case NTM -> gates + 2 * units + Objects.requireNonNull(memory).floatsPerRow();
    };
  }

  /** Floats of a layer's state. */
  long stateSize(int hiddenSize) {
    return (long) states() * hiddenSize
        + (memory == null ? 0 : memory.readSize() + memory.stateSize());
  }

  /** The same with each of its parts in whole strips. */
  long stateRoom(int hiddenSize) {
    return (long) states() * Strips.padded(hiddenSize)
        + (memory == null
            ? 0
            : Strips.padded(memory.readSize()) + Strips.padded(memory.stateSize()));
  }

  /** Vectors of H in a layer's state. */
  private int states() {
    return kind == Kind.LSTM || kind == Kind.NTM ? 2 : 1;
  }
}
