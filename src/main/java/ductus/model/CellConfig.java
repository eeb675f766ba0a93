package ductus.model;

import ductus.math.Strips;
import ductus.nn.recurrent.Cell;
import ductus.nn.recurrent.ElmanCell;
import ductus.nn.recurrent.GruCell;
import ductus.nn.recurrent.LstmCell;
import ductus.nn.recurrent.NormalizedLstmCell;
import ductus.nn.recurrent.PeepholeLstmCell;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Which cells the recurrent layers are made of. In words: the kind, then options, each behind a
 * plus: {@code gru}, {@code lstm+peephole+layer-norm+learned-state}.
 *
 * @param peephole whether an LSTM's gates look at its cell states
 * @param layerNorm whether an LSTM's pre-activations and cell states are normalized
 * @param learnedState whether the state before the first time step is learned; else it is zero
 */
public record CellConfig(Kind kind, boolean peephole, boolean layerNorm, boolean learnedState) {
  /** All that can be asked for, in words. */
  public static final String CHOICES =
      "lstm, gru, elman (tanh) or elman-relu; each can end in +learned-state,"
          + " lstm also in +peephole and +layer-norm";

  private static final String PEEPHOLE = "peephole";
  private static final String LAYER_NORM = "layer-norm";
  private static final String LEARNED_STATE = "learned-state";

  /** Kinds of cells, and how many gates each has. */
  public enum Kind {
    LSTM(4),
    GRU(3),
    ELMAN(1),
    ELMAN_RELU(1);

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
          "cell with %s must be lstm but was %s".formatted(peephole ? PEEPHOLE : LAYER_NORM, kind));
    }
  }

  /** Reads what {@link #toString} writes, options in any order. */
  public static CellConfig parse(String words) {
    List<String> parts = List.of(words.split("\\+", -1));
    List<String> options = parts.subList(1, parts.size());
    Kind kind =
        Arrays.stream(Kind.values())
            .filter(each -> each.toString().equals(parts.get(0)))
            .findFirst()
            .orElse(null);
    List<String> known = List.of(PEEPHOLE, LAYER_NORM, LEARNED_STATE);
    if (kind == null || !known.containsAll(options)) {
      throw new IllegalArgumentException("cell must be %s; but was %s".formatted(CHOICES, words));
    }
    return new CellConfig(
        kind,
        options.contains(PEEPHOLE),
        options.contains(LAYER_NORM),
        options.contains(LEARNED_STATE));
  }

  @Override
  public String toString() {
    return kind
        + (peephole ? "+" + PEEPHOLE : "")
        + (layerNorm ? "+" + LAYER_NORM : "")
        + (learnedState ? "+" + LEARNED_STATE : "");
  }

  /**
   * Cells with zero weights.
   *
   * @param name prefix of their parameters' names
   */
  public Cell cells(String name, int hiddenSize) {
    return switch (kind) {
      case GRU -> new GruCell(name, hiddenSize);
      case ELMAN -> new ElmanCell(hiddenSize, false);
      case ELMAN_RELU -> new ElmanCell(hiddenSize, true);
      case LSTM ->
          layerNorm
              ? new NormalizedLstmCell(name, hiddenSize, peephole)
              : peephole ? new PeepholeLstmCell(name, hiddenSize) : new LstmCell(hiddenSize);
    };
  }

  /** Number of weights of a layer. */
  public long weights(long inputSize, long hiddenSize) {
    long units = hiddenSize;
    long count = (inputSize + hiddenSize + 1) * kind.gates * units;
    count += kind == Kind.GRU ? units : 0;
    count += peephole ? 3 * units : 0;
    count += layerNorm ? 10 * units : 0;
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
      case ELMAN, ELMAN_RELU -> gates;
      case GRU -> 2 * gates;
      case LSTM -> layerNorm ? 5 * gates + 3 * units + 3 : gates + 2 * units;
    };
  }

  /** Vectors of H in a layer's state. */
  int states() {
    return kind == Kind.LSTM ? 2 : 1;
  }
}
