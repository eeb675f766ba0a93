package ductus.train;

import ductus.nn.Tape;
import ductus.train.plan.Batching;
import java.util.List;

/**
 * How a network is taught sequences of a kind.
 *
 * @param <S> the sequences
 */
public interface TrainingObjective<S> {
  /** Steps of a sequence. */
  int length(S sequence);

  /** What is to be predicted of a sequence. */
  int targets(S sequence);

  /** The updates that sequences side by side are learned by, each with its passes. */
  List<List<Pass>> updates(List<S> sequences, Batching batching);

  /** Measures the network as it is on sequences side by side, without noise. */
  Loss measure(List<S> sequences, Tape tape);
}
