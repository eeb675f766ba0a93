package ductus.nn.causal;

import java.util.Map;
import java.util.Objects;

/** A block of a transformer that looks back, by its formulas. */
record ReferenceAttention(AttentionShape shape) implements ReferenceCausal {
  private static final double EPSILON = 1e-5;

  @Override
  public double[][] forward(double[][] input, Map<String, double[][]> weights) {
    double[][] bottom = new double[input.length][];
    double[][] asked = new double[input.length][];
    double[][] output = new double[input.length][];
    for (int t = 0; t < input.length; t++) {
      bottom[t] =
          weights.containsKey("entrance.weight") ? affine(input[t], "entrance", weights) : input[t];
      asked[t] = affine(normalized(bottom[t], "norm1", weights), "asking", weights);
    }
    for (int t = 0; t < input.length; t++) {
      double[] heads = new double[bottom[t].length];
      for (int head = 0; head < shape.heads(); head++) {
        look(asked, t, head, heads);
      }
      double[] middle = ReferenceCausal.sum(bottom[t], affine(heads, "joining", weights));
      double[] wide =
          ReferenceCausal.rectified(
              affine(normalized(middle, "norm2", weights), "rising", weights));
      output[t] = ReferenceCausal.sum(middle, affine(wide, "falling", weights));
    }
    return output;
  }

  private void look(double[][] asked, int t, int head, double[] heads) {
    int size = heads.length / shape.heads();
    int column = head * size;
    double slope = Math.pow(2, -8.0 * (head + 1) / shape.heads());
    double total = 0;
    for (int u = Math.max(0, t - shape.window() + 1); u <= t; u++) {
      double product = 0;
      for (int j = column; j < column + size; j++) {
        product += asked[t][j] * asked[u][heads.length + j];
      }
      double weight = Math.exp(product / Math.sqrt(size) - slope * (t - u));
      total += weight;
      for (int j = column; j < column + size; j++) {
        heads[j] += weight * asked[u][2 * heads.length + j];
      }
    }
    for (int j = column; j < column + size; j++) {
      heads[j] /= total;
    }
  }

  private static double[] affine(double[] row, String name, Map<String, double[][]> weights) {
    return ReferenceCausal.affine(
        row,
        Objects.requireNonNull(weights.get(name + ".weight")),
        Objects.requireNonNull(weights.get(name + ".bias")));
  }

  private static double[] normalized(double[] row, String name, Map<String, double[][]> weights) {
    double[] gain = Objects.requireNonNull(weights.get(name + ".weight"))[0];
    double[] bias = Objects.requireNonNull(weights.get(name + ".bias"))[0];
    double mean = 0;
    double squares = 0;
    for (double value : row) {
      mean += value / row.length;
    }
    for (double value : row) {
      squares += (value - mean) * (value - mean) / row.length;
    }
    double[] result = new double[row.length];
    for (int j = 0; j < row.length; j++) {
      result[j] = gain[j] * (row[j] - mean) / Math.sqrt(squares + EPSILON) + bias[j];
    }
    return result;
  }
}
