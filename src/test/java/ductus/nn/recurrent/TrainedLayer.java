package ductus.nn.recurrent;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.model.cell.CellConfig;
import ductus.model.cell.GatedCells;
import ductus.nn.Layer;
import ductus.nn.Padded;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.attention.Attention;
import ductus.nn.attention.SoftWindow;
import ductus.nn.attention.content.AdditiveAttention;
import ductus.nn.attention.content.ContentAttention;
import ductus.nn.attention.content.MultiplicativeAttention;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A layer of any cell or attention that goes forth and back over the same batch again and again, on
 * the best kernels. Units, sequences and steps leave a rest in every tile.
 */
final class TrainedLayer {
  /** What an attention stands in the middle of, in the words of a layer. */
  private static final String BESIDE = " beside ";

  private static final String WINDOW = "soft window";
  private static final String ADDITIVE = "additive attention";
  private static final String MULTIPLICATIVE = "multiplicative attention";

  /** All layers, in words. */
  static final List<String> ALL =
      List.of(
          "lstm",
          "gru",
          "elman",
          "elman-relu",
          "lstm+peephole",
          "lstm+layer-norm",
          "lstm+peephole+layer-norm",
          "lstm+learned-state",
          "mingru",
          "sru",
          "minlstm",
          "qrnn",
          "ntm",
          "tcn",
          "attention",
          WINDOW + BESIDE + "lstm",
          ADDITIVE + BESIDE + "gru",
          MULTIPLICATIVE + BESIDE + "lstm");

  private static final String NAME = "layer";
  private static final int INPUT = 40;
  private static final int HIDDEN = 88;
  private static final int SEEN = 36;
  private static final int POSITIONS = 13;
  private static final int TIME = 12;
  private static final int BATCH = 19;

  private final Layer<FMatrixRMaj> layer;
  private final List<Layer<FMatrixRMaj>> layers;
  private final Runnable looking;
  private final Tape tape;
  private final State state;
  private final FMatrixRMaj input;
  private final FMatrixRMaj dOutput;

  /**
   * A layer with random weights.
   *
   * @param words one of {@link #ALL}
   */
  TrainedLayer(String words, Workers workers) {
    RandomGenerator random = Seeded.random(5);
    tape = new Tape(KernelChoice.best(), workers);
    int at = words.indexOf(BESIDE);
    CellConfig cells = CellConfig.parse(at < 0 ? words : words.substring(at + BESIDE.length()));
    if (at < 0) {
      layer = cells.layer(NAME, INPUT, HIDDEN, 0);
      looking = () -> {};
    } else {
      Attention attention = attention(words.substring(0, at));
      layer = beside((GatedCells) cells, attention);
      looking = looking(attention, random);
    }
    for (Parameter parameter : layer.parameters()) {
      parameter.value().setData(Seeded.floats(parameter.size(), 0.2, random));
    }
    layer.repack(tape);
    layers = List.of(layer);
    state = State.initial(layers, BATCH);
    input = Padded.of(Seeded.matrix(TIME * BATCH, INPUT, random));
    dOutput = Padded.of(Seeded.matrix(TIME * BATCH, layer.outputSize(), random));
  }

  private static Attention attention(String words) {
    return switch (words) {
      case WINDOW -> new SoftWindow(NAME, HIDDEN, SEEN, 5, 0.5);
      case ADDITIVE -> new AdditiveAttention(NAME, HIDDEN, SEEN, HIDDEN);
      default -> new MultiplicativeAttention(NAME, HIDDEN, SEEN);
    };
  }

  private static Recurrent<FMatrixRMaj> beside(GatedCells cells, Attention attention) {
    return cells.layer(
        NAME, gates -> new DenseInputProjection(NAME, INPUT, gates), attention, HIDDEN, 0);
  }

  private Runnable looking(Attention attention, RandomGenerator random) {
    FMatrixRMaj context = Padded.of(Seeded.matrix(POSITIONS * BATCH, SEEN, random));
    int[] lengths = new int[BATCH];
    Arrays.setAll(lengths, b -> 1 + b % POSITIONS);
    return attention instanceof SoftWindow window
        ? () -> window.attend(context, lengths, tape)
        : () -> ((ContentAttention) attention).attend(context, lengths, tape);
  }

  /** Goes forth and back once, and takes the weights into the kernels' layout anew. */
  void pass() {
    layer.repack(tape);
    state.restart(layers, BATCH);
    tape.begin(TIME, BATCH, state);
    looking.run();
    FMatrixRMaj output = layer.forward(input, tape);
    if (output.numCols != Strips.padded(layer.outputSize())) {
      throw new IllegalStateException("output must have whole strips");
    }
    layer.backward(dOutput, tape);
  }
}
