package ductus.nn.recurrent;

import ductus.nn.attention.ReferenceWindow;
import java.util.Arrays;

/**
 * A recurrent layer with a soft window in double precision: a cell whose input is the layer's and
 * the window's vector of the step before. Its state is the cell's, then the vector, then κ.
 */
final class ReferenceWindowed {
  final ReferenceCell cell;
  final ReferenceWindow window;
  private final int inputSize;
  private double[] input = {};
  private int time;
  private int[] lengths = {};
  private int[] characters = {};
  private double strength;

  /** Context [B][U][W], and its gradient. */
  private double[][][] context = {};

  private double[][][] dContext = {};

  /** State before each step [B][T][S]. */
  private double[][][] states = {};

  private ReferenceWindow.Step[][] steps = {};
  private double[] finalState = {};
  private double[] dInitialState = {};

  /**
   * A layer with weights of zero.
   *
   * @param cell of inputs [K+W]
   */
  ReferenceWindowed(ReferenceCell cell, ReferenceWindow window) {
    this.cell = cell;
    this.window = window;
    inputSize = cell.inputSize() - window.size();
  }

  int outputSize() {
    return cell.hiddenSize() + window.size();
  }

  int stateSize() {
    return cell.stateSize() + window.size() + window.components();
  }

  double[] finalState() {
    return finalState;
  }

  double[] dInitialState() {
    return dInitialState;
  }

  /** Has texts to see: their vectors [U×B×W], and how many there are of each. */
  void attend(double[] vectors, int[] textLengths) {
    lengths = textLengths;
    int batch = lengths.length;
    context = new double[batch][][];
    for (int b = 0; b < batch; b++) {
      context[b] = new double[lengths[b]][];
      for (int u = 0; u < lengths[b]; u++) {
        context[b][u] = row(vectors, u * batch + b, window.size());
      }
    }
  }

  /** Has an alignment loss beside others: characters [T×B], negative for none. */
  void align(int[] wanted, double factor) {
    characters = wanted;
    strength = factor;
  }

  /** Outputs [T×B×(H+W)]. */
  double[] forward(double[] inputs, int steps, double[] initialState) {
    input = inputs;
    time = steps;
    int batch = lengths.length;
    this.steps = new ReferenceWindow.Step[batch][time];
    states = new double[batch][time][];
    finalState = new double[batch * stateSize()];
    double[] output = new double[time * batch * outputSize()];
    for (int b = 0; b < batch; b++) {
      double[] state = row(initialState, b, stateSize());
      for (int t = 0; t < time; t++) {
        states[b][t] = state;
        state = step(t, b, state);
        int at = (t * batch + b) * outputSize();
        System.arraycopy(state, 0, output, at, cell.hiddenSize());
        System.arraycopy(state, cell.stateSize(), output, at + cell.hiddenSize(), window.size());
      }
      System.arraycopy(state, 0, finalState, b * stateSize(), stateSize());
    }
    return output;
  }

  private double[] step(int t, int b, double[] state) {
    double[] next = cell.step(cellInput(t, b), Arrays.copyOf(state, cell.stateSize()));
    double[] before = Arrays.copyOfRange(state, cell.stateSize() + window.size(), stateSize());
    double[] hidden = Arrays.copyOf(next, cell.hiddenSize());
    ReferenceWindow.Step slid = window.new Step(hidden, before, context[b]);
    steps[b][t] = slid;
    return join(next, slid.vector(), slid.centers());
  }

  private double[] cellInput(int t, int b) {
    double[] own = row(input, t * lengths.length + b, inputSize);
    int vector = cell.stateSize();
    return join(own, Arrays.copyOfRange(states[b][t], vector, vector + window.size()));
  }

  /** The alignment loss of the last forward pass, times its strength. */
  double alignmentLoss() {
    double nats = 0;
    for (int i = 0; i < characters.length; i++) {
      if (characters[i] >= 0) {
        int b = i % lengths.length;
        nats += strength * steps[b][i / lengths.length].alignmentLoss(characters[i]);
      }
    }
    return nats;
  }

  /** The gradient of the input [T×B×K]; adds to the gradients of the weights. */
  double[] backward(double[] dOutput, double[] dFinalState) {
    int batch = lengths.length;
    double[] dInput = new double[input.length];
    dInitialState = new double[batch * stateSize()];
    dContext = new double[batch][][];
    for (int b = 0; b < batch; b++) {
      dContext[b] = new double[lengths[b]][window.size()];
      double[] dState = row(dFinalState, b, stateSize());
      for (int t = time - 1; t >= 0; t--) {
        int i = t * batch + b;
        double[] dOwn = row(dOutput, i, outputSize());
        int character = characters.length == 0 ? -1 : characters[i];
        dState = back(t, b, character, dOwn, dState, dInput);
      }
      System.arraycopy(dState, 0, dInitialState, b * stateSize(), stateSize());
    }
    return dInput;
  }

  private double[] back(
      int t, int b, int character, double[] dOwn, double[] dState, double[] dInput) {
    int vector = cell.stateSize();
    double[] dCell = Arrays.copyOf(dState, vector);
    double[] dVector = Arrays.copyOfRange(dState, vector, vector + window.size());
    double[] dCenters = Arrays.copyOfRange(dState, vector + window.size(), stateSize());
    for (int u = 0; u < cell.hiddenSize(); u++) {
      dCell[u] += dOwn[u];
    }
    for (int i = 0; i < window.size(); i++) {
      dVector[i] += dOwn[cell.hiddenSize() + i];
    }
    steps[b][t].back(dVector, dCenters, character, strength, dCell, dContext[b]);
    double[] dCellInput = new double[cell.inputSize()];
    double[] dPrevious = new double[cell.stateSize()];
    double[] state = Arrays.copyOf(states[b][t], cell.stateSize());
    cell.back(cellInput(t, b), state, dCell, dCellInput, dPrevious);
    System.arraycopy(dCellInput, 0, dInput, (t * lengths.length + b) * inputSize, inputSize);
    return join(dPrevious, Arrays.copyOfRange(dCellInput, inputSize, dCellInput.length), dCenters);
  }

  /** The gradient of the context [U×B×W]; 0 behind the end of a text. */
  double[] dContext(int longest) {
    double[] gradient = new double[longest * lengths.length * window.size()];
    for (int b = 0; b < lengths.length; b++) {
      for (int u = 0; u < lengths[b]; u++) {
        int at = (u * lengths.length + b) * window.size();
        System.arraycopy(dContext[b][u], 0, gradient, at, window.size());
      }
    }
    return gradient;
  }

  private static double[] join(double[]... parts) {
    return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
  }

  private static double[] row(double[] rows, int row, int size) {
    return Arrays.copyOfRange(rows, row * size, (row + 1) * size);
  }
}
