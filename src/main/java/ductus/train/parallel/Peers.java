package ductus.train.parallel;

import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Machines that train copies of one network together: each computes the gradient of its part of a
 * batch, and takes the same step with the sum. All of them call the same methods in the same order;
 * each call waits for all. What goes wrong between them is an {@link java.io.UncheckedIOException}.
 */
public interface Peers {
  /** The peers of one machine alone: none. */
  Peers NONE =
      new Peers() {
        @Override
        public int rank() {
          return 0;
        }

        @Override
        public int size() {
          return 1;
        }

        @Override
        public double sum(List<FMatrixRMaj> gradients, double nats) {
          return nats;
        }

        @Override
        public void sum(double[] values) {}

        @Override
        public boolean agree(boolean stop) {
          return stop;
        }
      };

  /** Number of this machine among them, from 0. */
  int rank();

  /** The number of machines; a power of two. */
  int size();

  /**
   * Tells, before {@link #sum(List, double)}, which of its gradients are final, so that they may
   * travel while others are computed. Not all machines need to tell the same.
   *
   * @param gradients the same that are to be added up; at most those before {@code from} change
   *     until then
   * @param from number of the first that is final
   */
  default void ready(List<FMatrixRMaj> gradients, int from) {}

  /**
   * Adds up gradients over the machines, in the order of a binary tree over their ranks: each then
   * holds the same bits.
   *
   * @param gradients of this machine's shards, summed; become those of all
   * @param nats of this machine's shards
   * @return the nats of all
   */
  double sum(List<FMatrixRMaj> gradients, double nats);

  /**
   * Adds up values over the machines, in the same order.
   *
   * @param values as many on each; become the sums
   */
  void sum(double[] values);

  /**
   * Whether to stop here, the same for all: where one machine was asked to, all do, at the latest
   * one batch later.
   *
   * @param stop whether this machine was asked to
   */
  boolean agree(boolean stop);
}
