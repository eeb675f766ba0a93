package ductus.nn.recurrent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.nn.Closeness;
import ductus.nn.Layer;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/** A recurrent layer beside its reference, with the same weights. */
final class Twin {
  final Recurrent<FMatrixRMaj> layer;
  final ReferenceCell reference;
  private final String kind;

  private Twin(String kind, Recurrent<FMatrixRMaj> layer, ReferenceCell reference) {
    this.kind = kind;
    this.layer = layer;
    this.reference = reference;
  }

  /** A layer of a kind as {@link ReferenceCell#KINDS} names them, with weights of zero. */
  static Recurrent<FMatrixRMaj> layer(
      String kind, int inputSize, int hiddenSize, int place, boolean learnsState) {
    Cell cell = cell(kind, hiddenSize);
    InputProjection<FMatrixRMaj> feed = new DenseInputProjection("layer", inputSize, cell.layout());
    return new Recurrent<>("layer", feed, cell, null, place, learnsState);
  }

  /** Cells of a kind. */
  static Cell cell(String kind, int hiddenSize) {
    return switch (kind) {
      case "gru" -> new GruCell("layer", hiddenSize);
      case "mingru" -> new MinimalGruCell(hiddenSize);
      case "sru" -> new SruCell("layer", hiddenSize);
      case "minlstm" -> new MinimalLstmCell(hiddenSize);
      case "qrnn" -> new QrnnCell(hiddenSize);
      case "elman" -> new ElmanCell(hiddenSize, ElmanCell.Form.TANH);
      case "elman-relu" -> new ElmanCell(hiddenSize, ElmanCell.Form.RECTIFIED);
      case "lstm" -> new LstmCell(hiddenSize);
      case "lstm-peephole" -> new PeepholeLstmCell("layer", hiddenSize);
      default -> new NormalizedLstmCell("layer", hiddenSize, kind.contains("peephole"));
    };
  }

  /** Twins with random weights. */
  static Twin of(
      String kind, int inputSize, int hiddenSize, Workers workers, RandomGenerator random) {
    return of(kind, layer(kind, inputSize, hiddenSize, 0, false), inputSize, workers, random);
  }

  /** The twin of a layer, both with random weights. */
  static Twin of(
      String kind,
      Recurrent<FMatrixRMaj> layer,
      int inputSize,
      Workers workers,
      RandomGenerator random) {
    Twin twin = new Twin(kind, layer, ReferenceCell.of(kind, inputSize, layer.outputSize()));
    double bound = 1.5 / Math.sqrt(Math.max(inputSize, layer.outputSize()));
    for (Parameter parameter : layer.parameters()) {
      parameter.value().setData(Seeded.floats(parameter.size(), bound, random));
      if (!name(parameter).equals("initial_state")) {
        double[] value = twin.matrix(parameter).value;
        int offset = twin.offset(parameter);
        for (int i = 0; i < parameter.size(); i++) {
          value[offset + i] = parameter.value().data[i];
        }
      }
    }
    layer.repack(new Tape(KernelChoice.best(), workers));
    return twin;
  }

  /** A parameter's name without its layer's. */
  static String name(Parameter parameter) {
    return parameter.name().substring("layer.".length());
  }

  private ReferenceMatrix matrix(Parameter parameter) {
    return matrix(kind, reference, name(parameter));
  }

  /**
   * Where the reference keeps a parameter; its gated recurrent unit has two biases of each gate.
   */
  static ReferenceMatrix matrix(String kind, ReferenceCell reference, String parameter) {
    String name =
        switch (parameter) {
          case "bias" -> kind.equals("gru") ? "bias_ih" : "bias";
          case "bias_hn" -> "bias_hh";
          default -> parameter;
        };
    return reference.parameters().stream()
        .filter(matrix -> matrix.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError(name));
  }

  private int offset(Parameter parameter) {
    return offset(parameter, layer.outputSize());
  }

  /** Where in that matrix it begins. */
  static int offset(Parameter parameter, int hiddenSize) {
    return name(parameter).equals("bias_hn") ? 2 * hiddenSize : 0;
  }

  /** Compares the gradients of all weights. */
  void requireGradients(String what, Tape tape, double tolerance) {
    for (Parameter parameter : layer.parameters()) {
      if (!name(parameter).equals("initial_state")) {
        int offset = offset(parameter);
        double[] gradient = matrix(parameter).gradient;
        double[] expected = Arrays.copyOfRange(gradient, offset, offset + parameter.size());
        // A gradient of a single number may be near 0 by chance; its rounding is not.
        double size = Math.max(0.1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
        assertArrayEquals(
            expected,
            Closeness.widen(tape.gradient(parameter).data, parameter.size()),
            tolerance * size,
            what + parameter.name());
      }
    }
  }

  /** A state of random numbers. */
  static State state(Layer<?> layer, int batch, RandomGenerator random) {
    State state = State.zero(List.of(layer), batch);
    state.layer(0).setData(Seeded.floats(batch * layer.stateSize(), 1, random));
    return state;
  }
}
