package ductus.generate.ctc;

import java.util.List;

/**
 * The labels that a sequence may stand for.
 *
 * @param logProbability of the labels, over all of their paths that the beam has seen
 * @param score that they are ranked by
 */
public record LabelHypothesis(List<Integer> labels, double logProbability, double score) {
  public LabelHypothesis {
    labels = List.copyOf(labels);
  }
}
