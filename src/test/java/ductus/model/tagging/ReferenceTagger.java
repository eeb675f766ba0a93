package ductus.model.tagging;

import ductus.nn.Parameter;
import ductus.nn.ReferenceEmbedding;
import ductus.nn.head.ReferenceSoftmax;
import ductus.nn.recurrent.ReferenceDirections;
import ductus.nn.recurrent.ReferenceLstm;
import java.util.ArrayList;
import java.util.List;

/** The loss of a {@link TaggingNetwork} without dropout, in double precision. */
final class ReferenceTagger {
  private final TaggingConfig config;
  private final ReferenceEmbedding embedding;
  private final List<ReferenceLstm> directions = new ArrayList<>();
  private final ReferenceSoftmax head;

  ReferenceTagger(TaggingNetwork network) {
    config = network.config();
    embedding = new ReferenceEmbedding(config.tableRows(), config.embeddingSize());
    for (int i = 0; i < 2 * config.layers(); i++) {
      directions.add(
          new ReferenceLstm(
              i / 2 == 0 ? config.embeddingSize() : 2 * config.hiddenSize(), config.hiddenSize()));
    }
    head = new ReferenceSoftmax(2 * config.hiddenSize(), config.labels());
    for (int i = 0; i < values().size(); i++) {
      Parameter parameter = network.parameters().get(i);
      for (int j = 0; j < parameter.size(); j++) {
        values().get(i)[j] = parameter.value().data[j];
      }
    }
  }

  /** The weights, live, in the order of {@link TaggingNetwork#parameters}. */
  List<double[]> values() {
    List<double[]> values = new ArrayList<>();
    values.add(embedding.table);
    for (ReferenceLstm direction : directions) {
      values.addAll(List.of(direction.inputWeights, direction.recurrentWeights, direction.bias));
    }
    values.addAll(List.of(head.projection().weights, head.projection().bias));
    return values;
  }

  /** −log probability of all labels, in nats. */
  double loss(List<TagSequence> sequences) {
    return sequences.stream().mapToDouble(this::loss).sum();
  }

  private double loss(TagSequence sequence) {
    int time = sequence.length();
    int[] indices = new int[time * sequence.perStep()];
    int[] labels = new int[time];
    for (int t = 0; t < time; t++) {
      sequence.copyRows(t, indices, t * sequence.perStep());
      labels[t] = sequence.label(t);
    }
    double[] rows = embedding.forward(indices, sequence.perStep());
    for (int i = 0; i < config.layers(); i++) {
      rows =
          ReferenceDirections.forward(directions.get(2 * i), directions.get(2 * i + 1), rows, time);
    }
    return head.loss(rows, labels, 1);
  }
}
