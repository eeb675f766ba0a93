package ductus.nn.causal;

import java.util.Map;
import java.util.Objects;

/** A temporal convolutional network by its formulas. */
record ReferenceConvolution(ConvolutionShape shape) implements ReferenceCausal {
  private static final double[][] NONE = {};

  @Override
  public double[][] forward(double[][] input, Map<String, double[][]> weights) {
    double[][] rows = input;
    for (int block = 0; block < shape.blocks(); block++) {
      double[][] hidden = convolve(rows, block, 0, weights);
      double[][] added = convolve(hidden, block, 1, weights);
      double[][] next = new double[rows.length][];
      for (int t = 0; t < rows.length; t++) {
        double[][] residual = block == 0 ? weights.get("residual") : null;
        double[] kept =
            residual == null ? rows[t] : ReferenceCausal.affine(rows[t], residual, NONE);
        next[t] = ReferenceCausal.rectified(ReferenceCausal.sum(kept, added[t]));
      }
      rows = next;
    }
    return rows;
  }

  private double[][] convolve(
      double[][] rows, int block, int which, Map<String, double[][]> weights) {
    String name = block + "." + which;
    double[] bias = Objects.requireNonNull(weights.get(name + ".bias"))[0];
    double[][] result = new double[rows.length][];
    for (int t = 0; t < rows.length; t++) {
      double[] sum = bias;
      for (int back = 0; back < shape.kernel(); back++) {
        int from = t - back * (1 << block);
        String tap = name + ".tap" + (shape.kernel() - 1 - back);
        if (from >= 0) {
          double[][] weight = Objects.requireNonNull(weights.get(tap));
          sum = ReferenceCausal.sum(sum, ReferenceCausal.affine(rows[from], weight, NONE));
        }
      }
      result[t] = ReferenceCausal.rectified(sum);
    }
    return result;
  }
}
