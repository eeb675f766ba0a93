package ductus.model.reading;

import ductus.nn.ReferenceAffine;
import ductus.nn.recurrent.ReferenceDirections;
import ductus.nn.recurrent.ReferenceLstm;
import java.util.ArrayList;
import java.util.List;

/**
 * The loss of a {@link ReaderNetwork} on one line, in double precision: LSTM layers in both
 * directions, and the sum over all ways to spread the text, forward in probabilities.
 */
final class ReferenceReader {
  private final ReaderConfig config;
  private final List<ReferenceLstm> directions = new ArrayList<>();
  private final ReferenceAffine head;

  ReferenceReader(ReaderNetwork network) {
    config = network.config();
    for (int i = 0; i < config.layers(); i++) {
      int inputSize = i == 0 ? config.features() : 2 * config.hiddenSize();
      directions.add(new ReferenceLstm(inputSize, config.hiddenSize()));
      directions.add(new ReferenceLstm(inputSize, config.hiddenSize()));
    }
    head = new ReferenceAffine(2 * config.hiddenSize(), config.labelCount() + 1);
    ReferenceValues.copy(network, values());
  }

  /** The weights, live, in the order of {@link ReaderNetwork#parameters}. */
  List<double[]> values() {
    List<double[]> values = new ArrayList<>();
    for (ReferenceLstm direction : directions) {
      values.addAll(List.of(direction.inputWeights, direction.recurrentWeights, direction.bias));
    }
    values.addAll(List.of(head.weights, head.bias));
    return values;
  }

  /** −log probability of a text, in nats. */
  double loss(LineRows line, int[] labels) {
    double[][] probabilities = probabilities(line);
    int states = 2 * labels.length + 1;
    int blank = config.labelCount();
    double[] reached = new double[states];
    for (int t = 0; t < probabilities.length; t++) {
      double[] next = new double[states];
      for (int s = 0; s < states; s++) {
        int label = s % 2 == 0 ? blank : labels[s / 2];
        double sum = t == 0 ? (s < 2 ? 1 : 0) : reached[s] + (s > 0 ? reached[s - 1] : 0);
        if (t > 0 && s > 2 && s % 2 == 1 && labels[s / 2] != labels[s / 2 - 1]) {
          sum += reached[s - 2];
        }
        next[s] = sum * probabilities[t][label];
      }
      reached = next;
    }
    return -Math.log(reached[states - 1] + (states > 1 ? reached[states - 2] : 0));
  }

  /** −log probability of one path, in nats. */
  double pathLoss(LineRows line, int[] path) {
    double[][] probabilities = probabilities(line);
    double nats = 0;
    for (int t = 0; t < probabilities.length; t++) {
      nats -= Math.log(probabilities[t][path[t]]);
    }
    return nats;
  }

  private double[][] probabilities(LineRows line) {
    int time = line.steps();
    double[] rows = new double[time * line.features()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = line.value(i / line.features(), i % line.features());
    }
    for (int i = 0; i < config.layers(); i++) {
      rows =
          ReferenceDirections.forward(directions.get(2 * i), directions.get(2 * i + 1), rows, time);
    }
    double[] logits = head.forward(rows);
    int symbols = config.labelCount() + 1;
    double[][] probabilities = new double[time][symbols];
    for (int t = 0; t < time; t++) {
      double sum = 0;
      for (int v = 0; v < symbols; v++) {
        probabilities[t][v] = Math.exp(logits[t * symbols + v]);
        sum += probabilities[t][v];
      }
      for (int v = 0; v < symbols; v++) {
        probabilities[t][v] /= sum;
      }
    }
    return probabilities;
  }
}
