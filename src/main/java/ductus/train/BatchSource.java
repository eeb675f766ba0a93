package ductus.train;

import ductus.nn.Tape;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a run learns from, cut into batches, and what it is measured by. The same for the same place
 * of a run, whatever came before, so that a resumed run goes on as it would have.
 */
public interface BatchSource {
  /** Batches of an epoch; those that are accumulated count as one. */
  int batches();

  /**
   * Share of an epoch's time steps that only fill up sequences to the length of those beside them,
   * 0 to below 1; empty where that is not known.
   */
  default OptionalDouble padding() {
    return OptionalDouble.empty();
  }

  /**
   * The updates of a batch, each with its passes: one update, or one for each window of time.
   *
   * @param epoch counted from 0
   * @param batch of the epoch, counted from 0
   * @param firstUpdate number of the first of these updates in the run
   * @param tape for lessons that the network as it is takes part in
   */
  Iterator<? extends List<? extends Pass>> updates(
      int epoch, int batch, long firstUpdate, Tape tape);

  /**
   * Measures the network as it is on what is held out, without noise.
   *
   * @param tape may give a pass up, which ends the measuring
   */
  Loss heldOut(Tape tape);

  /**
   * Norms of the gradient of a loss with regard to the network's state 1, 2, … steps before it, on
   * a few training sequences; empty where that is not measured.
   *
   * @param tape free between updates; its gradients are no longer those of one afterwards
   */
  default List<Double> gradientByLag(Tape tape) {
    return List.of();
  }
}
