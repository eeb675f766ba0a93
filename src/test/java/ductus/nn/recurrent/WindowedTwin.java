package ductus.nn.recurrent;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.nn.Closeness;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import ductus.nn.attention.ReferenceWindow;
import ductus.nn.attention.SoftWindow;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/** A recurrent layer with a soft window beside its reference, with the same weights. */
final class WindowedTwin {
  static final int INPUT = 3;

  final String kind;
  final Recurrent<FMatrixRMaj> layer;
  final SoftWindow window;
  final ReferenceWindowed reference;

  private WindowedTwin(String kind, int hiddenSize, int size, int components) {
    this.kind = kind;
    Cell cell = Twin.cell(kind, hiddenSize);
    InputProjection<FMatrixRMaj> feed = new DenseInputProjection("layer", INPUT, cell.layout());
    window = new SoftWindow("layer", hiddenSize, size, components, 0.5);
    layer = new Recurrent<>("layer", feed, cell, window, 0, false);
    reference =
        new ReferenceWindowed(
            ReferenceCell.of(kind, INPUT + size, hiddenSize),
            new ReferenceWindow(hiddenSize, size, components));
  }

  /**
   * Twins with random weights; windows slide by about a quarter of a character a step, and are low
   * enough not to saturate the units.
   */
  static WindowedTwin of(String kind, int hiddenSize, int size, int components, Workers workers) {
    RandomGenerator random = Seeded.random(1000L * hiddenSize + size);
    WindowedTwin twin = new WindowedTwin(kind, hiddenSize, size, components);
    for (Parameter parameter : twin.layer.parameters()) {
      double bound = parameter.name().contains("window") ? 0.5 : 1.5 / Math.sqrt(hiddenSize);
      parameter.value().setData(Seeded.floats(parameter.size(), bound, random));
      if (parameter.name().endsWith("window_bias")) {
        for (int n = 0; n < components; n++) {
          parameter.value().data[n] -= 1.4f;
          parameter.value().data[2 * components + n] -= 1.4f;
        }
      }
      double[] value = twin.value(parameter);
      int offset = twin.offset(parameter);
      for (int i = 0; i < parameter.size(); i++) {
        value[offset + i] = parameter.value().data[i];
      }
    }
    twin.layer.repack(new Tape(KernelChoice.best(), workers));
    return twin;
  }

  /** Where the reference keeps a parameter's weights. */
  private double[] value(Parameter parameter) {
    return switch (parameter.name()) {
      case "layer.window_weight" -> reference.window.weights();
      case "layer.window_bias" -> reference.window.bias();
      default -> matrix(parameter).value;
    };
  }

  private double[] gradient(Parameter parameter) {
    return switch (parameter.name()) {
      case "layer.window_weight" -> reference.window.dWeights();
      case "layer.window_bias" -> reference.window.dBias();
      default -> matrix(parameter).gradient;
    };
  }

  private ReferenceMatrix matrix(Parameter parameter) {
    return Twin.matrix(
        kind,
        reference.cell,
        parameter.name().endsWith("weight_wh") ? "weight_ih" : Twin.name(parameter));
  }

  /** In the reference the weights of the vector stand below those of the input. */
  private int offset(Parameter parameter) {
    int columns = parameter.value().numCols;
    return parameter.name().endsWith("weight_wh")
        ? INPUT * columns
        : Twin.offset(parameter, reference.cell.hiddenSize());
  }

  /** Compares the gradients of all weights. */
  void requireGradients(String what, Tape tape, double tolerance) {
    for (Parameter parameter : layer.parameters()) {
      int offset = offset(parameter);
      double[] expected =
          Arrays.copyOfRange(gradient(parameter), offset, offset + parameter.size());
      double size = Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
      assertArrayEquals(
          expected,
          Closeness.widen(tape.gradient(parameter).data, parameter.size()),
          tolerance * size,
          what + parameter.name());
    }
  }

  @Override
  public String toString() {
    return "%s, hidden size %d, window of %d vectors of %d"
        .formatted(kind, reference.cell.hiddenSize(), reference.window.components(), window.size());
  }
}
