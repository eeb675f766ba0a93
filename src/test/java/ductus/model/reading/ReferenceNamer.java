package ductus.model.reading;

import ductus.nn.ReferenceAffine;
import ductus.nn.recurrent.ReferenceLstm;
import java.util.Arrays;
import java.util.List;

/** The loss of a {@link HandNetwork} on one line, in double precision. */
final class ReferenceNamer {
  private final HandConfig config;
  private final ReferenceLstm lstm;
  private final ReferenceAffine projection;
  private final ReferenceAffine head;

  ReferenceNamer(HandNetwork network) {
    config = network.config();
    lstm = new ReferenceLstm(config.features(), config.hiddenSize());
    projection = new ReferenceAffine(config.hiddenSize(), config.embeddingSize());
    head = new ReferenceAffine(config.embeddingSize(), config.hands().size());
    ReferenceValues.copy(network, values());
  }

  /** The weights, live, in the order of {@link HandNetwork#parameters}. */
  List<double[]> values() {
    return List.of(
        lstm.inputWeights,
        lstm.recurrentWeights,
        lstm.bias,
        projection.weights,
        projection.bias,
        head.weights,
        head.bias);
  }

  /** The line's embedding, of length 1. */
  double[] embedding(LineRows line) {
    double[] rows = new double[line.steps() * line.features()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = line.value(i / line.features(), i % line.features());
    }
    double[] zero = new double[config.hiddenSize()];
    double[] hidden = lstm.forward(rows, line.steps(), 1, zero, zero);
    double[] last = Arrays.copyOfRange(hidden, hidden.length - zero.length, hidden.length);
    double[] embedding = projection.forward(last);
    double length = Math.sqrt(Arrays.stream(embedding).map(x -> x * x).sum());
    Arrays.setAll(embedding, i -> embedding[i] / length);
    return embedding;
  }

  /** −log probability of a hand, in nats. */
  double loss(LineRows line, int hand) {
    double[] embedding = embedding(line);
    Arrays.setAll(embedding, i -> embedding[i] * UnitRows.LENGTH);
    double[] logits = head.forward(embedding);
    return Math.log(Arrays.stream(logits).map(Math::exp).sum()) - logits[hand];
  }
}
