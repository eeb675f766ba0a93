package ductus.nn.memory;

import ductus.nn.recurrent.ReferenceCell;
import ductus.nn.recurrent.ReferenceMatrix;
import java.util.Arrays;

/**
 * A neural Turing machine in double precision, forward only, written straight from the formulas of
 * {@link NeuralMemory}: its gradients are measured by central differences. Its state is the cell's,
 * then what was read, the memory [N][M] and the weightings, without strips.
 */
final class ReferenceMachine {
  static final double SMOOTHING = 1e-6;

  final ReferenceCell cell;
  final double[] weights;
  final double[] bias;
  private final MemoryShape shape;

  /**
   * A machine with weights of zero.
   *
   * @param cell of inputs [K+R·M]
   */
  ReferenceMachine(ReferenceCell cell, MemoryShape shape) {
    this.cell = cell;
    this.shape = shape;
    weights = new double[cell.hiddenSize() * shape.steeringSize()];
    bias = new double[shape.steeringSize()];
  }

  int outputSize() {
    return cell.hiddenSize() + shape.readSize();
  }

  int stateSize() {
    return cell.stateSize()
        + shape.readSize()
        + shape.slots() * (shape.width() + shape.readHeads() + shape.writeHeads());
  }

  /** Weights of the controller by name, those of what was read below those of the input. */
  double[] matrix(String name) {
    for (ReferenceMatrix matrix : cell.parameters()) {
      if (matrix.name.equals(name)) {
        return matrix.value;
      }
    }
    throw new AssertionError(name);
  }

  /**
   * Outputs [T×B×(H+R·M)].
   *
   * @param state [B×S], moved on
   */
  double[] forward(double[] input, int time, int batch, double[] state) {
    int inputs = cell.inputSize() - shape.readSize();
    double[] output = new double[time * batch * outputSize()];
    for (int row = 0; row < time * batch; row++) {
      int b = row % batch;
      double[] own = Arrays.copyOfRange(input, row * inputs, (row + 1) * inputs);
      double[] next = step(own, Arrays.copyOfRange(state, b * stateSize(), (b + 1) * stateSize()));
      System.arraycopy(next, 0, state, b * stateSize(), stateSize());
      System.arraycopy(next, 0, output, row * outputSize(), cell.hiddenSize());
      System.arraycopy(
          next, cell.stateSize(), output, row * outputSize() + cell.hiddenSize(), shape.readSize());
    }
    return output;
  }

  private double[] step(double[] input, double[] state) {
    int at = cell.stateSize();
    double[] cellInput = Arrays.copyOf(input, cell.inputSize());
    System.arraycopy(state, at, cellInput, input.length, shape.readSize());
    double[] next = Arrays.copyOf(state, state.length);
    double[] moved = cell.step(cellInput, Arrays.copyOf(state, at));
    System.arraycopy(moved, 0, next, 0, at);
    double[] steering = bias.clone();
    for (int u = 0; u < cell.hiddenSize(); u++) {
      for (int q = 0; q < steering.length; q++) {
        steering[q] += moved[u] * weights[u * steering.length + q];
      }
    }
    int memory = at + shape.readSize();
    int weightings = memory + shape.slots() * shape.width();
    for (int head = shape.readHeads(); head < shape.heads(); head++) {
      address(head, steering, state, memory, state, weightings, next);
    }
    write(steering, state, memory, weightings, next);
    for (int head = 0; head < shape.readHeads(); head++) {
      address(head, steering, next, memory, state, weightings, next);
      for (int j = 0; j < shape.width(); j++) {
        double sum = 0;
        for (int i = 0; i < shape.slots(); i++) {
          sum += next[weightings + head * shape.slots() + i] * next[memory + i * shape.width() + j];
        }
        next[at + head * shape.width() + j] = sum;
      }
    }
    return next;
  }

  private void address(
      int head,
      double[] steering,
      double[] seen,
      int memory,
      double[] state,
      int weightings,
      double[] next) {
    int slots = shape.slots();
    int width = shape.width();
    int key = shape.steeringColumn(head);
    double strength = softplus(steering[key + width]);
    double gate = sigmoid(steering[key + width + 1]);
    double[] shift = softmax(Arrays.copyOfRange(steering, key + width + 2, key + width + 5));
    double sharpness = 1 + softplus(steering[key + width + 5]);
    double[] likeness = new double[slots];
    for (int i = 0; i < slots; i++) {
      double product = 0;
      double keyLength = SMOOTHING;
      double length = SMOOTHING;
      for (int j = 0; j < width; j++) {
        double k = steering[key + j];
        double m = seen[memory + i * width + j];
        product += k * m;
        keyLength += k * k;
        length += m * m;
      }
      likeness[i] = strength * product / Math.sqrt(keyLength * length);
    }
    double[] content = softmax(likeness);
    double[] blended = new double[slots];
    for (int i = 0; i < slots; i++) {
      blended[i] = gate * content[i] + (1 - gate) * state[weightings + head * slots + i];
    }
    double sum = 0;
    double[] powers = new double[slots];
    for (int i = 0; i < slots; i++) {
      double shifted = 0;
      for (int k = -1; k <= 1; k++) {
        shifted += shift[k + 1] * blended[Math.floorMod(i - k, slots)];
      }
      powers[i] = StrictMath.pow(shifted, sharpness);
      sum += powers[i];
    }
    for (int i = 0; i < slots; i++) {
      next[weightings + head * slots + i] = powers[i] / sum;
    }
  }

  private void write(double[] steering, double[] state, int memory, int weightings, double[] next) {
    for (int i = 0; i < shape.slots(); i++) {
      for (int j = 0; j < shape.width(); j++) {
        double kept = state[memory + i * shape.width() + j];
        double added = 0;
        for (int head = shape.readHeads(); head < shape.heads(); head++) {
          double w = next[weightings + head * shape.slots() + i];
          int erasing = shape.erasingColumn(head);
          kept *= 1 - w * sigmoid(steering[erasing + j]);
          added += w * StrictMath.tanh(steering[erasing + shape.width() + j]);
        }
        next[memory + i * shape.width() + j] = kept + added;
      }
    }
  }

  private static double[] softmax(double[] values) {
    double sum = Arrays.stream(values).map(StrictMath::exp).sum();
    return Arrays.stream(values).map(value -> StrictMath.exp(value) / sum).toArray();
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }

  private static double softplus(double x) {
    return StrictMath.log(1 + StrictMath.exp(x));
  }
}
