package ductus.nn.causal;

import ductus.math.FastExp;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/**
 * The weights of an attention head: softmax of q·k/√D − slope·distance over the keys that a
 * question sees.
 */
final class HeadWeights {
  private HeadWeights() {}

  /**
   * Turns a row of products q·k into weights; 0 outside of what the question sees.
   *
   * @param from first key that it sees
   * @param own the key of its own step, the last that it sees
   * @param size D
   */
  static void normalize(FMatrixRMaj rows, int row, int from, int own, int size, double slope) {
    int at = row * rows.numCols;
    float[] data = rows.data;
    double scale = 1 / Math.sqrt(size);
    float highest = Float.NEGATIVE_INFINITY;
    for (int u = from; u <= own; u++) {
      float score = (float) (data[at + u] * scale - slope * (own - u));
      data[at + u] = score;
      highest = Math.max(highest, score);
    }
    double sum = 0;
    for (int u = at + from; u <= at + own; u++) {
      data[u] = (float) FastExp.exp(data[u] - highest);
      sum += data[u];
    }
    float share = (float) (1 / sum);
    for (int u = at + from; u <= at + own; u++) {
      data[u] *= share;
    }
    Arrays.fill(data, at, at + from, 0);
    Arrays.fill(data, at + own + 1, at + rows.numCols, 0);
  }

  /**
   * Replaces the gradients of weights a by those of the products q·k: a·(dA − Σ a·dA)/√D.
   *
   * @param row of the weights at which those of the gradients begin
   * @param size D
   */
  static void backThroughSoftmax(
      FMatrixRMaj weights, int row, FMatrixRMaj gradients, int count, int size) {
    float scale = (float) (1 / Math.sqrt(size));
    int columns = gradients.numCols;
    for (int i = 0; i < count; i++) {
      int at = (row + i) * columns;
      double mean = 0;
      for (int u = 0; u < columns; u++) {
        mean += (double) weights.data[at + u] * gradients.data[i * columns + u];
      }
      for (int u = 0; u < columns; u++) {
        double moved = gradients.data[i * columns + u] - mean;
        gradients.data[i * columns + u] = (float) (weights.data[at + u] * moved) * scale;
      }
    }
  }
}
