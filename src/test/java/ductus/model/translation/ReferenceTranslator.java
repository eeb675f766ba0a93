package ductus.model.translation;

import ductus.nn.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The loss of a {@link TranslationNetwork} of LSTM or Elman cells without dropout, in double
 * precision, straight from the formulas and one pair at a time.
 */
final class ReferenceTranslator {
  private final TranslationConfig config;
  private final Map<String, double[]> weights = new LinkedHashMap<>();
  private final int hidden;
  private final boolean lstm;

  ReferenceTranslator(TranslationNetwork network) {
    config = network.config();
    hidden = config.encoder().hiddenSize();
    lstm = config.encoder().cell().startsWith("lstm");
    for (Parameter parameter : network.parameters()) {
      double[] values = new double[parameter.size()];
      Arrays.setAll(values, i -> parameter.value().data[i]);
      weights.put(parameter.name(), values);
    }
  }

  /** Weights by their names, live, in the order of the network's parameters. */
  Map<String, double[]> weights() {
    return weights;
  }

  private double[] get(String name) {
    return Objects.requireNonNull(weights.get(name), name);
  }

  /** −log probability of a pair's target, in nats. */
  double loss(TokenPair pair) {
    int length = pair.sourceLength();
    double[][] rows = new double[length][];
    for (int u = 0; u < length; u++) {
      rows[u] = row("source.weight", pair.source()[u], config.embeddingSize());
    }
    for (int i = 0; i < config.encoder().layers(); i++) {
      rows = encoded(i, rows);
    }
    double[][] states = firstStates(rows);
    double nats = 0;
    double[] seen = new double[config.attention() == AttentionChoice.NONE ? 0 : rows[0].length];
    for (int t = 0; t < pair.targetLength(); t++) {
      int read = t == 0 ? config.target().size() : pair.target()[t - 1];
      double[] below = row("target.weight", read, config.embeddingSize());
      for (int i = 0; i < states.length; i++) {
        boolean top = i == states.length - 1 && seen.length > 0;
        String name = "decoder." + i;
        states[i] = next(name, top ? join(below, seen) : below, states[i], top);
        below = Arrays.copyOf(states[i], hidden);
      }
      seen = seen.length == 0 ? seen : look("decoder." + (states.length - 1), below, rows);
      double[] logits = affine("head", join(below, seen));
      double sum = Arrays.stream(logits).map(StrictMath::exp).sum();
      nats += StrictMath.log(sum) - logits[pair.target()[t]];
    }
    return nats;
  }

  private double[][] encoded(int layer, double[][] rows) {
    int length = rows.length;
    double[][] all = new double[length][];
    if (!config.encoder().isBidirectional()) {
      double[] state = new double[lstm ? 2 * hidden : hidden];
      for (int u = 0; u < length; u++) {
        state = next((lstm ? "lstm." : "elman.") + layer, rows[u], state, false);
        all[u] = Arrays.copyOf(state, hidden);
      }
      return all;
    }
    double[] forwards = new double[lstm ? 2 * hidden : hidden];
    double[] backwards = forwards.clone();
    double[][] left = new double[length][];
    for (int u = 0; u < length; u++) {
      forwards = next("forwards." + layer, rows[u], forwards, false);
      left[u] = Arrays.copyOf(forwards, hidden);
    }
    for (int u = length - 1; u >= 0; u--) {
      backwards = next("backwards." + layer, rows[u], backwards, false);
      all[u] = join(left[u], Arrays.copyOf(backwards, hidden));
    }
    return all;
  }

  private double[][] firstStates(double[][] rows) {
    double[] summary = rows[rows.length - 1].clone();
    if (config.encoder().isBidirectional()) {
      System.arraycopy(rows[0], hidden, summary, hidden, hidden);
    }
    double[] made = affine("bridge", summary);
    int width = lstm ? 2 * hidden : hidden;
    double[][] states = new double[made.length / width][width];
    for (int i = 0; i < made.length; i++) {
      states[i / width][i % width] = StrictMath.tanh(made[i]);
    }
    return states;
  }

  /** Hidden state, then cell state; of an input that may have the vector read behind it. */
  private double[] next(String name, double[] input, double[] state, boolean reads) {
    double[] own = get(name + ".weight_ih");
    double[] all = reads ? join(own, get(name + ".weight_wh")) : own;
    double[] sums = get(name + ".bias").clone();
    addProduct(input, all, sums);
    addProduct(Arrays.copyOf(state, hidden), get(name + ".weight_hh"), sums);
    double[] next = new double[state.length];
    for (int j = 0; j < hidden; j++) {
      if (lstm) {
        double cell =
            sigmoid(sums[hidden + j]) * state[hidden + j]
                + sigmoid(sums[j]) * StrictMath.tanh(sums[2 * hidden + j]);
        next[hidden + j] = cell;
        next[j] = sigmoid(sums[3 * hidden + j]) * StrictMath.tanh(cell);
      } else {
        next[j] = StrictMath.tanh(sums[j]);
      }
    }
    return next;
  }

  private double[] look(String name, double[] state, double[][] rows) {
    boolean additive = config.attention() == AttentionChoice.ADDITIVE;
    int units = additive ? hidden : rows[0].length;
    double[] question = new double[units];
    addProduct(state, get(name + ".question_weight"), question);
    double[] shares = new double[rows.length];
    for (int u = 0; u < rows.length; u++) {
      double[] key = additive ? question.clone() : rows[u];
      if (additive) {
        addProduct(rows[u], get(name + ".key_weight"), key);
      }
      double score = 0;
      for (int i = 0; i < units; i++) {
        score +=
            additive
                ? get(name + ".score_weight")[i] * StrictMath.tanh(key[i])
                : question[i] * key[i];
      }
      shares[u] = StrictMath.exp(score);
    }
    double sum = Arrays.stream(shares).sum();
    double[] seen = new double[rows[0].length];
    for (int u = 0; u < rows.length; u++) {
      for (int i = 0; i < seen.length; i++) {
        seen[i] += shares[u] / sum * rows[u][i];
      }
    }
    return seen;
  }

  private double[] affine(String name, double[] input) {
    double[] output = get(name + ".bias").clone();
    addProduct(input, get(name + ".weight"), output);
    return output;
  }

  private static void addProduct(double[] x, double[] matrix, double[] to) {
    for (int k = 0; k < x.length; k++) {
      for (int j = 0; j < to.length; j++) {
        to[j] += x[k] * matrix[k * to.length + j];
      }
    }
  }

  private double[] row(String table, int row, int size) {
    return Arrays.copyOfRange(get(table), row * size, (row + 1) * size);
  }

  private static double[] join(double[] left, double[] right) {
    double[] both = Arrays.copyOf(left, left.length + right.length);
    System.arraycopy(right, 0, both, left.length, right.length);
    return both;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + StrictMath.exp(-x));
  }
}
