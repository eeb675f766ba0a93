package ductus.run;

import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequences;
import ductus.train.DivergenceException;
import ductus.train.MemoryPlan;
import ductus.train.SpeedTrial;
import ductus.train.TokenBatches;
import ductus.train.parallel.Peers;
import ductus.train.plan.TrainingPlan;
import java.util.stream.IntStream;

/**
 * What a network of tokens is to learn, before there is the network.
 *
 * @param shape of the network
 * @param plan how it is trained
 * @param training sequences to learn from
 * @param validation sequences to measure by
 */
public record TokenCourse(
    NetworkConfig shape, TrainingPlan plan, Sequences training, Sequences validation) {
  /** What a run takes of memory. */
  public MemoryPlan memory() {
    return MemoryPlan.of(shape, plan, training, validation);
  }

  /**
   * Checks that this Java's memory suffices.
   *
   * @throws IllegalArgumentException if it does not; the message names what is too big
   */
  public void requireMemory() {
    memory().requireFits(Runtime.getRuntime().maxMemory());
  }

  /** Tokens to predict in an epoch. */
  public long targets() {
    return IntStream.range(0, training.size()).mapToLong(i -> training.length(i) - 1).sum();
  }

  /** How many of so many threads are of use. */
  public int crew(int threads) {
    return ThreadCount.of(shape, plan.batching().shardSize(), threads);
  }

  /** The lessons of a network of the shape. */
  public TokenBatches lessons(Network network) {
    return lessons(network, Peers.NONE);
  }

  /** The lessons of a copy of it on one of some machines that train together. */
  public TokenBatches lessons(Network network, Peers peers) {
    return new TokenBatches(network, plan, training, validation, peers);
  }

  /**
   * Foretells what the run would take, by its plan and, where that fits, by a few updates.
   *
   * @param pieces to learn from
   * @param heldOut pieces to measure by
   * @param threads most threads of the engine
   * @throws IllegalArgumentException if a batch has more activations than an array can hold
   */
  public TrainingEstimate forecast(int pieces, int heldOut, int threads)
      throws DivergenceException {
    MemoryPlan memory = memory();
    long heap = Runtime.getRuntime().maxMemory();
    int crew = crew(threads);
    return new TrainingEstimate(
        pieces,
        heldOut,
        memory,
        memory.totalBytes(),
        heap,
        memory.fits(heap),
        crew,
        memory.fits(heap) ? tokensPerSecond(crew) : null);
  }

  private double tokensPerSecond(int crew) throws DivergenceException {
    try (Workers workers = new Workers(crew)) {
      Network network = new Network(shape);
      return new SpeedTrial(network, plan, lessons(network), KernelChoice.best(), workers)
          .measure()
          .targetsPerSecond();
    }
  }
}
