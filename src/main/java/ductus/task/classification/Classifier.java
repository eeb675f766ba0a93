package ductus.task.classification;

import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.metric.classification.ClassEvaluation;
import ductus.metric.classification.Classification;
import ductus.metric.classification.Labeled;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.List;

/**
 * A classifier: says which classes things are of, each as if it were alone.
 *
 * @param <T> the things
 */
public final class Classifier<T> {
  private static final int TOGETHER = 32;

  private final ClassNetwork<T> network;
  private final Tape tape;

  /** A classifier by a network. */
  public Classifier(ClassNetwork<T> network, Kernels kernels, Workers workers) {
    this.network = network;
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  /** Classifies things, in their order. */
  public List<Classification> classify(List<T> things) {
    List<Classification> all = new ArrayList<>();
    for (int from = 0; from < things.size(); from += TOGETHER) {
      all.addAll(
          network.classify(things.subList(from, Math.min(from + TOGETHER, things.size())), tape));
    }
    return all;
  }

  /** Measures how often the network says the right class of some things, one or more. */
  public ClassEvaluation evaluate(List<Labeled<T>> things) {
    return ClassEvaluation.of(things, classify(things.stream().map(Labeled::thing).toList()));
  }
}
