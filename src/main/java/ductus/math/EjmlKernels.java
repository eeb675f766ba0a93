package ductus.math;

import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/**
 * The plain kernels: EJML's products, scalar loops for the rest. They define what the others
 * compute and serve where the Vector API is absent.
 */
public final class EjmlKernels implements Kernels {
  @Override
  public String name() {
    return "EJML";
  }

  @Override
  public String description() {
    return name();
  }

  @Override
  public void product(
      float[] input,
      int inputOffset,
      int inputStride,
      int rows,
      PackedWeights weights,
      int fromPanel,
      int toPanel,
      float[] output,
      int outputOffset,
      int outputStride,
      boolean accumulate) {
    int k = weights.rows();
    FMatrixRMaj left = copy(input, inputOffset, inputStride, rows, k);
    FMatrixRMaj panelWeights = new FMatrixRMaj(k, PackedWeights.PANEL);
    FMatrixRMaj product = new FMatrixRMaj(rows, PackedWeights.PANEL);
    for (int panel = fromPanel; panel < toPanel; panel++) {
      System.arraycopy(
          weights.data(),
          panel * k * PackedWeights.PANEL,
          panelWeights.data,
          0,
          k * PackedWeights.PANEL);
      CommonOps_FDRM.mult(left, panelWeights, product);
      int column = panel * PackedWeights.PANEL;
      int width = Math.min(PackedWeights.PANEL, weights.columns() - column);
      for (int r = 0; r < rows; r++) {
        int to = outputOffset + r * outputStride + column;
        for (int j = 0; j < width; j++) {
          float value = product.data[r * PackedWeights.PANEL + j];
          output[to + j] = accumulate ? output[to + j] + value : value;
        }
      }
    }
  }

  @Override
  public void addTransposedProduct(
      float[] left,
      int leftOffset,
      int leftStride,
      int k,
      float[] right,
      int rightOffset,
      int rightStride,
      int rows,
      int fromColumn,
      int toColumn,
      float[] output,
      int outputOffset,
      int outputStride) {
    int width = toColumn - fromColumn;
    FMatrixRMaj product = new FMatrixRMaj(k, width);
    CommonOps_FDRM.multTransA(
        copy(left, leftOffset, leftStride, rows, k),
        copy(right, rightOffset + fromColumn, rightStride, rows, width),
        product);
    for (int i = 0; i < k; i++) {
      int to = outputOffset + i * outputStride + fromColumn;
      for (int j = 0; j < width; j++) {
        output[to + j] += product.data[i * width + j];
      }
    }
  }

  private static FMatrixRMaj copy(float[] data, int offset, int stride, int rows, int columns) {
    FMatrixRMaj matrix = new FMatrixRMaj(rows, columns);
    for (int r = 0; r < rows; r++) {
      System.arraycopy(data, offset + r * stride, matrix.data, r * columns, columns);
    }
    return matrix;
  }

  @Override
  public void lstmCell(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] previousCell,
      int previousOffset,
      float[] cell,
      float[] cellTanh,
      int cellOffset,
      int cellStride,
      float[] hidden,
      int hiddenOffset,
      int hiddenStride,
      int units,
      int rows) {
    for (int r = 0; r < rows; r++) {
      for (int u = 0; u < units; u++) {
        int g = gatesOffset + r * gatesStride + u;
        int c = cellOffset + r * cellStride + u;
        float input = sigmoid(gates[g]);
        float forget = sigmoid(gates[g + GATE_LANES]);
        float candidate = tanh(gates[g + 2 * GATE_LANES]);
        float output = sigmoid(gates[g + 3 * GATE_LANES]);
        float state =
            forget * previousCell[previousOffset + r * cellStride + u] + input * candidate;
        gates[g] = input;
        gates[g + GATE_LANES] = forget;
        gates[g + 2 * GATE_LANES] = candidate;
        gates[g + 3 * GATE_LANES] = output;
        cell[c] = state;
        cellTanh[c] = tanh(state);
        hidden[hiddenOffset + r * hiddenStride + u] = output * cellTanh[c];
      }
    }
  }

  @Override
  public void lstmCellBackward(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] previousCell,
      int previousOffset,
      float[] cellTanh,
      int cellOffset,
      int cellStride,
      float[] dHidden,
      int dHiddenOffset,
      float[] dRecurrent,
      int dRecurrentOffset,
      int dHiddenStride,
      float[] dCell,
      int dCellOffset,
      int units,
      int rows) {
    for (int r = 0; r < rows; r++) {
      for (int u = 0; u < units; u++) {
        int g = gatesOffset + r * gatesStride + u;
        float input = gates[g];
        float forget = gates[g + GATE_LANES];
        float candidate = gates[g + 2 * GATE_LANES];
        float output = gates[g + 3 * GATE_LANES];
        float squashed = cellTanh[cellOffset + r * cellStride + u];
        int h = r * dHiddenStride + u;
        float dOut = dHidden[dHiddenOffset + h] + dRecurrent[dRecurrentOffset + h];
        int c = dCellOffset + r * cellStride + u;
        float dState = dCell[c] + dOut * output * (1 - squashed * squashed);
        float previous = previousCell[previousOffset + r * cellStride + u];
        gates[g] = dState * candidate * input * (1 - input);
        gates[g + GATE_LANES] = dState * previous * forget * (1 - forget);
        gates[g + 2 * GATE_LANES] = dState * input * (1 - candidate * candidate);
        gates[g + 3 * GATE_LANES] = dOut * squashed * output * (1 - output);
        dCell[c] = dState * forget;
      }
    }
  }

  @Override
  public double softmaxCrossEntropy(
      float[] logits,
      int offset,
      int stride,
      int columns,
      int rows,
      int[] targets,
      int targetsOffset,
      float scale) {
    double nats = 0;
    for (int r = 0; r < rows; r++) {
      int row = offset + r * stride;
      int target = targets[targetsOffset + r];
      if (target < 0) {
        Arrays.fill(logits, row, row + columns, 0);
        continue;
      }
      double max = Double.NEGATIVE_INFINITY;
      for (int j = 0; j < columns; j++) {
        max = Math.max(max, logits[row + j]);
      }
      double sum = 0;
      for (int j = 0; j < columns; j++) {
        sum += StrictMath.exp(logits[row + j] - max);
      }
      double logSum = max + StrictMath.log(sum);
      nats += logSum - logits[row + target];
      for (int j = 0; j < columns; j++) {
        logits[row + j] = (float) (StrictMath.exp(logits[row + j] - logSum) * scale);
      }
      logits[row + target] -= scale;
    }
    return nats;
  }

  @Override
  public void addRows(
      float[] rows, int offset, int stride, int count, float[] sum, int from, int to) {
    for (int r = 0; r < count; r++) {
      int row = offset + r * stride;
      for (int j = from; j < to; j++) {
        sum[j] += rows[row + j];
      }
    }
  }

  @Override
  public double sumOfSquares(float[] values, int offset, int length) {
    double sum = 0;
    for (int i = offset; i < offset + length; i++) {
      sum += (double) values[i] * values[i];
    }
    return sum;
  }

  @Override
  public void adam(
      float[] weights,
      float[] gradient,
      float[] mean,
      float[] variance,
      int offset,
      int length,
      AdamStep step) {
    for (int i = offset; i < offset + length; i++) {
      float g = gradient[i] * step.gradientScale();
      mean[i] = step.beta1() * mean[i] + (1 - step.beta1()) * g;
      variance[i] = step.beta2() * variance[i] + (1 - step.beta2()) * (g * g);
      float root = (float) Math.sqrt(variance[i] * step.varianceScale());
      weights[i] -= step.rate() * mean[i] / (root + step.epsilon());
    }
  }

  private static float sigmoid(float x) {
    return (float) (1 / (1 + StrictMath.exp(-x)));
  }

  private static float tanh(float x) {
    return (float) StrictMath.tanh(x);
  }
}
