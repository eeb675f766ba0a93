package ductus.generate.hindsight;

import ductus.nn.recurrent.RecurrentActivations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A sequence as a network read it: a step for each token but the first, before which the network
 * said what may come. Immutable.
 */
public final class ReadSequence implements HiddenStateTrace {
  private final int[] tokens;

  /** Logits of each step [V], minus infinity where a token was not allowed. */
  private final List<float[]> logits;

  /** The layers of the network in each window of steps. */
  private final List<List<RecurrentActivations>> windows;

  private ReadSequence(
      int[] tokens, List<float[]> logits, List<List<RecurrentActivations>> windows) {
    this.tokens = tokens;
    this.logits = logits;
    this.windows = windows;
  }

  /** A sequence while it is read. */
  static final class Draft {
    private final int[] tokens;
    private final List<float[]> logits = new ArrayList<>();
    private final List<List<RecurrentActivations>> windows = new ArrayList<>();

    Draft(int[] tokens, int steps) {
      this.tokens = Arrays.copyOf(tokens, steps + 1);
    }

    void add(float[] rows, int at, boolean[] allowed) {
      float[] possible = new float[allowed.length];
      for (int token = 0; token < allowed.length; token++) {
        possible[token] = allowed[token] ? rows[at + token] : Float.NEGATIVE_INFINITY;
      }
      logits.add(possible);
    }

    void add(List<RecurrentActivations> layers) {
      windows.add(layers);
    }

    ReadSequence done() {
      return new ReadSequence(tokens, List.copyOf(logits), List.copyOf(windows));
    }
  }

  @Override
  public int steps() {
    return logits.size();
  }

  /** The token that came at a step. */
  public int token(int step) {
    return tokens[step + 1];
  }

  /** A copy of the first tokens, the one that all pieces begin with among them. */
  public int[] tokens(int count) {
    return Arrays.copyOf(tokens, count);
  }

  /** Size of the vocabulary, V. */
  public int vocabularySize() {
    return logits.get(0).length;
  }

  /** The logit of a token; minus infinity where it was not allowed. */
  public float logit(int step, int token) {
    return logits.get(step)[token];
  }

  /** −log probability of the token that came at a step, among those allowed, at temperature 1. */
  public double nats(int step) {
    return logSum(step) - logit(step, token(step));
  }

  /** Entropy of the tokens allowed at a step, at temperature 1, in nats. */
  public double entropy(int step) {
    double sum = logSum(step);
    double entropy = 0;
    for (float logit : logits.get(step)) {
      if (logit != Float.NEGATIVE_INFINITY) {
        entropy += StrictMath.exp(logit - sum) * (sum - logit);
      }
    }
    return entropy;
  }

  private double logSum(int step) {
    double largest = Double.NEGATIVE_INFINITY;
    for (float logit : logits.get(step)) {
      largest = Math.max(largest, logit);
    }
    double sum = 0;
    for (float logit : logits.get(step)) {
      sum += StrictMath.exp(logit - largest);
    }
    return largest + StrictMath.log(sum);
  }

  @Override
  public int layers() {
    return windows.get(0).size();
  }

  @Override
  public int units(int layer) {
    return windows.get(0).get(layer).units();
  }

  @Override
  public double[] course(int layer, int unit) {
    double[] course = new double[steps()];
    int step = 0;
    for (List<RecurrentActivations> window : windows) {
      RecurrentActivations activity = window.get(layer);
      for (int row = 0; row < activity.rows(); row++) {
        course[step++] = activity.hidden(row, unit);
      }
    }
    return course;
  }
}
