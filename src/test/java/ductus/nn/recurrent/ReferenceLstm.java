package ductus.nn.recurrent;

import org.ejml.data.FMatrixRMaj;

/**
 * An LSTM in double precision, written straight from the formulas of {@link LstmCell}, one number
 * at a time. Sizes as there; gates in the order i, f, g, o.
 */
public final class ReferenceLstm {
  private static final int GATES = 4;

  private final int inputSize;
  private final int hiddenSize;

  /** W [K×4H]. */
  public final double[] inputWeights;

  /** U [H×4H]. */
  public final double[] recurrentWeights;

  /** b [4H]. */
  public final double[] bias;

  public final double[] dInputWeights;
  public final double[] dRecurrentWeights;
  public final double[] dBias;

  private int time;
  private int batch;
  private double[] input = {};
  private double[] initialHidden = {};
  private double[] initialCell = {};
  private double[] gates = {};
  private double[] cell = {};
  private double[] hidden = {};

  public ReferenceLstm(int inputSize, int hiddenSize) {
    this.inputSize = inputSize;
    this.hiddenSize = hiddenSize;
    inputWeights = new double[inputSize * GATES * hiddenSize];
    recurrentWeights = new double[hiddenSize * GATES * hiddenSize];
    bias = new double[GATES * hiddenSize];
    dInputWeights = new double[inputWeights.length];
    dRecurrentWeights = new double[recurrentWeights.length];
    dBias = new double[bias.length];
  }

  /** A reference with the weights of a layer. */
  public static ReferenceLstm of(Recurrent<?> layer) {
    ReferenceLstm reference =
        new ReferenceLstm(layer.parameters().get(0).value().numRows, layer.outputSize());
    copy(layer.parameters().get(0).value(), reference.inputWeights);
    copy(layer.parameters().get(1).value(), reference.recurrentWeights);
    copy(layer.parameters().get(2).value(), reference.bias);
    return reference;
  }

  private static void copy(FMatrixRMaj from, double[] to) {
    for (int i = 0; i < to.length; i++) {
      to[i] = from.data[i];
    }
  }

  /** Cell states of the last forward pass [T×B×H]. */
  public double[] cell() {
    return cell;
  }

  /**
   * Hidden states [T×B×H].
   *
   * @param input [T×B×K]
   * @param initialHidden [B×H]
   * @param initialCell [B×H]
   */
  public double[] forward(
      double[] input, int time, int batch, double[] initialHidden, double[] initialCell) {
    this.time = time;
    this.batch = batch;
    this.input = input;
    this.initialHidden = initialHidden;
    this.initialCell = initialCell;
    gates = new double[time * batch * GATES * hiddenSize];
    cell = new double[time * batch * hiddenSize];
    hidden = new double[time * batch * hiddenSize];
    for (int row = 0; row < time * batch; row++) {
      for (int j = 0; j < GATES * hiddenSize; j++) {
        double sum = bias[j];
        for (int k = 0; k < inputSize; k++) {
          sum += input[row * inputSize + k] * inputWeights[k * GATES * hiddenSize + j];
        }
        for (int k = 0; k < hiddenSize; k++) {
          sum += previousHidden(row, k) * recurrentWeights[k * GATES * hiddenSize + j];
        }
        boolean candidate = j / hiddenSize == 2;
        gates[row * GATES * hiddenSize + j] =
            candidate ? StrictMath.tanh(sum) : 1 / (1 + StrictMath.exp(-sum));
      }
      for (int u = 0; u < hiddenSize; u++) {
        int at = row * hiddenSize + u;
        cell[at] = gate(row, 1, u) * previousCell(row, u) + gate(row, 0, u) * gate(row, 2, u);
        hidden[at] = gate(row, 3, u) * StrictMath.tanh(cell[at]);
      }
    }
    return hidden;
  }

  private double gate(int row, int gate, int unit) {
    return gates[(row * GATES + gate) * hiddenSize + unit];
  }

  private double previousHidden(int row, int unit) {
    return row < batch
        ? initialHidden[row * hiddenSize + unit]
        : hidden[(row - batch) * hiddenSize + unit];
  }

  private double previousCell(int row, int unit) {
    return row < batch
        ? initialCell[row * hiddenSize + unit]
        : cell[(row - batch) * hiddenSize + unit];
  }

  /**
   * The gradient of the input [T×B×K]; adds to the gradients of the weights.
   *
   * @param dOutput [T×B×H]
   */
  public double[] backward(double[] dOutput) {
    double[] dInput = new double[input.length];
    double[] dHidden = dOutput.clone();
    double[] dCell = new double[cell.length];
    for (int row = time * batch - 1; row >= 0; row--) {
      double[] dGates = new double[GATES * hiddenSize];
      for (int u = 0; u < hiddenSize; u++) {
        int at = row * hiddenSize + u;
        double i = gate(row, 0, u);
        double f = gate(row, 1, u);
        double g = gate(row, 2, u);
        double o = gate(row, 3, u);
        double tanh = StrictMath.tanh(cell[at]);
        dCell[at] += dHidden[at] * o * (1 - tanh * tanh);
        dGates[u] = dCell[at] * g * i * (1 - i);
        dGates[hiddenSize + u] = dCell[at] * previousCell(row, u) * f * (1 - f);
        dGates[2 * hiddenSize + u] = dCell[at] * i * (1 - g * g);
        dGates[3 * hiddenSize + u] = dHidden[at] * tanh * o * (1 - o);
        if (row >= batch) {
          dCell[at - batch * hiddenSize] += dCell[at] * f;
        }
      }
      for (int j = 0; j < GATES * hiddenSize; j++) {
        dBias[j] += dGates[j];
        for (int k = 0; k < inputSize; k++) {
          int weight = k * GATES * hiddenSize + j;
          dInputWeights[weight] += input[row * inputSize + k] * dGates[j];
          dInput[row * inputSize + k] += inputWeights[weight] * dGates[j];
        }
        for (int k = 0; k < hiddenSize; k++) {
          int weight = k * GATES * hiddenSize + j;
          dRecurrentWeights[weight] += previousHidden(row, k) * dGates[j];
          if (row >= batch) {
            dHidden[(row - batch) * hiddenSize + k] += recurrentWeights[weight] * dGates[j];
          }
        }
      }
    }
    return dInput;
  }
}
