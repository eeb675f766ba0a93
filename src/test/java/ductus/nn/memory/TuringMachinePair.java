package ductus.nn.memory;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.nn.Padded;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.recurrent.DenseInputProjection;
import ductus.nn.recurrent.LstmCell;
import ductus.nn.recurrent.Recurrent;
import ductus.nn.recurrent.ReferenceCell;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/** A neural Turing machine beside its reference, with the same weights. */
final class TuringMachinePair {
  static final int INPUT = 3;

  final int hiddenSize;
  final MemoryShape shape;
  final NeuralMemory memory;
  final Recurrent<FMatrixRMaj> layer;
  final ReferenceMachine reference;

  private TuringMachinePair(int hiddenSize, MemoryShape shape) {
    this.hiddenSize = hiddenSize;
    this.shape = shape;
    LstmCell cell = new LstmCell(hiddenSize);
    memory = new NeuralMemory("layer", hiddenSize, shape);
    layer =
        new Recurrent<>(
            "layer",
            new DenseInputProjection("layer", INPUT, cell.layout()),
            cell,
            memory,
            0,
            false);
    reference =
        new ReferenceMachine(ReferenceCell.of("lstm", INPUT + shape.readSize(), hiddenSize), shape);
  }

  /** Machines with random weights, whose heads have something to decide. */
  static TuringMachinePair of(int hiddenSize, MemoryShape shape, Workers workers) {
    RandomGenerator random = Seeded.random(100L * hiddenSize + shape.slots());
    TuringMachinePair machine = new TuringMachinePair(hiddenSize, shape);
    for (Parameter parameter : machine.layer.parameters()) {
      parameter.value().setData(Seeded.floats(parameter.size(), 0.8, random));
      double[] value = machine.reference(parameter);
      int offset = machine.offset(parameter);
      for (int i = 0; i < parameter.size(); i++) {
        value[offset + i] = parameter.value().data[i];
      }
    }
    machine.layer.repack(new Tape(KernelChoice.best(), workers));
    return machine;
  }

  /** Where the reference keeps a parameter's weights. */
  double[] reference(Parameter parameter) {
    return switch (parameter.name()) {
      case "layer.memory_weight" -> reference.weights;
      case "layer.memory_bias" -> reference.bias;
      case "layer.weight_wh" -> reference.matrix("weight_ih");
      default -> reference.matrix(parameter.name().substring("layer.".length()));
    };
  }

  /** Where in there they begin. */
  int offset(Parameter parameter) {
    return parameter.name().equals("layer.weight_wh") ? INPUT * parameter.value().numCols : 0;
  }

  /** A state as it may come up: weightings sum to one. */
  State state(int batch, RandomGenerator random) {
    State state = State.zero(List.of(layer), batch);
    for (int b = 0; b < batch; b++) {
      double[] plain = new double[reference.stateSize()];
      Arrays.setAll(plain, i -> random.nextDouble(-1, 1));
      int weightings = plain.length - shape.heads() * shape.slots();
      for (int head = 0; head < shape.heads(); head++) {
        int at = weightings + head * shape.slots();
        double sum = 0;
        for (int i = 0; i < shape.slots(); i++) {
          plain[at + i] = random.nextDouble(0.05, 1);
          sum += plain[at + i];
        }
        for (int i = 0; i < shape.slots(); i++) {
          plain[at + i] /= sum;
        }
      }
      for (int i = 0; i < plain.length; i++) {
        state.layer(0).data[b * layer.stateSize() + column(i)] = (float) plain[i];
      }
    }
    return state;
  }

  /** A state, or its gradient, as the reference has it [B×S]. */
  double[] plain(State state) {
    int batch = state.layer(0).numRows;
    double[] plain = new double[batch * reference.stateSize()];
    for (int i = 0; i < plain.length; i++) {
      int b = i / reference.stateSize();
      int column = column(i % reference.stateSize());
      plain[i] = state.layer(0).data[b * layer.stateSize() + column];
    }
    return plain;
  }

  /** Where the layer's state has what stands at an index of the reference's. */
  private int column(int index) {
    int memory = reference.cell.stateSize() + shape.readSize();
    if (index < memory) {
      return index;
    }
    int i = index - memory;
    int cells = shape.slots() * shape.width();
    return memory
        + (i < cells
            ? i % shape.width() * shape.rowSize() + i / shape.width()
            : shape.weightingColumn((i - cells) / shape.slots()) + (i - cells) % shape.slots());
  }

  float[] forward(FMatrixRMaj input, Tape tape) {
    return Padded.plain(layer.forward(input, tape), layer.outputSize()).data;
  }

  float[] backward(FMatrixRMaj dOutput, Tape tape) {
    return Padded.plain(layer.backward(Padded.of(dOutput), tape), INPUT).data;
  }

  @Override
  public String toString() {
    return "hidden size %d, %s".formatted(hiddenSize, shape);
  }
}
