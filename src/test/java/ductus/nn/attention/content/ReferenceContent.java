package ductus.nn.attention.content;

/**
 * Attentions on a context in double precision, one time step of one sequence, straight from the
 * formulas: e(u) = v·tanh(h·W + c(u)·U), or e(u) = h·W·c(u) without U and v.
 */
final class ReferenceContent {
  final int hiddenSize;
  final int size;
  final int units;
  final boolean additive;

  /** W [H×A], U [C×A], v [A]. */
  final double[] asking;

  final double[] keys;
  final double[] score;
  final double[] dAsking;
  final double[] dKeys;
  final double[] dScore;

  /** An attention with weights of zero. */
  ReferenceContent(int hiddenSize, int size, int units, boolean additive) {
    this.hiddenSize = hiddenSize;
    this.size = size;
    this.units = additive ? units : size;
    this.additive = additive;
    asking = new double[hiddenSize * this.units];
    keys = new double[size * this.units];
    score = new double[this.units];
    dAsking = new double[asking.length];
    dKeys = new double[keys.length];
    dScore = new double[score.length];
  }

  /** a(u) for a hidden state [H] and a context [U][C]. */
  double[] weights(double[] hidden, double[][] context) {
    double[] weights = new double[context.length];
    double sum = 0;
    for (int u = 0; u < weights.length; u++) {
      weights[u] = StrictMath.exp(score(hidden, context[u]));
      sum += weights[u];
    }
    for (int u = 0; u < weights.length; u++) {
      weights[u] /= sum;
    }
    return weights;
  }

  private double score(double[] hidden, double[] vector) {
    double[] question = product(hidden, asking);
    if (!additive) {
      return dot(question, vector);
    }
    double[] key = product(vector, keys);
    double e = 0;
    for (int i = 0; i < units; i++) {
      e += score[i] * StrictMath.tanh(question[i] + key[i]);
    }
    return e;
  }

  /** w = Σ a(u)·c(u). */
  double[] vector(double[] hidden, double[][] context) {
    double[] weights = weights(hidden, context);
    double[] vector = new double[size];
    for (int u = 0; u < weights.length; u++) {
      for (int i = 0; i < size; i++) {
        vector[i] += weights[u] * context[u][i];
      }
    }
    return vector;
  }

  /** Goes back, and adds to all gradients. */
  void back(
      double[] hidden,
      double[][] context,
      double[] dVector,
      double[] dHidden,
      double[][] dContext) {
    double[] weights = weights(hidden, context);
    double mean = 0;
    for (int u = 0; u < weights.length; u++) {
      mean += weights[u] * dot(context[u], dVector);
    }
    double[] question = product(hidden, asking);
    double[] dQuestion = new double[units];
    for (int u = 0; u < weights.length; u++) {
      double dE = weights[u] * (dot(context[u], dVector) - mean);
      for (int i = 0; i < size; i++) {
        dContext[u][i] += weights[u] * dVector[i];
      }
      double[] key = additive ? product(context[u], keys) : context[u];
      double[] dKey = new double[units];
      for (int i = 0; i < units; i++) {
        if (additive) {
          double t = StrictMath.tanh(question[i] + key[i]);
          dScore[i] += dE * t;
          dKey[i] = dE * score[i] * (1 - t * t);
          dQuestion[i] += dKey[i];
        } else {
          dContext[u][i] += dE * question[i];
          dQuestion[i] += dE * key[i];
        }
      }
      if (additive) {
        back(context[u], keys, dKey, dContext[u], dKeys);
      }
    }
    back(hidden, asking, dQuestion, dHidden, dAsking);
  }

  private double[] product(double[] x, double[] matrix) {
    double[] product = new double[units];
    for (int k = 0; k < x.length; k++) {
      for (int j = 0; j < units; j++) {
        product[j] += x[k] * matrix[k * units + j];
      }
    }
    return product;
  }

  private void back(double[] x, double[] matrix, double[] dProduct, double[] dX, double[] dMatrix) {
    for (int k = 0; k < x.length; k++) {
      for (int j = 0; j < units; j++) {
        dMatrix[k * units + j] += x[k] * dProduct[j];
        dX[k] += matrix[k * units + j] * dProduct[j];
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
