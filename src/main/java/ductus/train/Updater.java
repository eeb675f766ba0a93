package ductus.train;

import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.Trainable;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import ductus.train.optimizer.MovingAverage;
import ductus.train.optimizer.WeightNoise;
import ductus.train.optimizer.WeightUpdate;
import ductus.train.parallel.Peers;
import ductus.train.parallel.ShardTree;
import ductus.train.plan.Batching;
import ductus.train.plan.Regularization;
import ductus.train.plan.TrainingPlan;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * Updates a network's weights: the way forward and back over one batch or several, clipping, the
 * optimizer's step, and the copy into the kernels' layout. After its first update of a shape it
 * allocates nothing, unless activations are to be recomputed.
 *
 * <pre>{@code
 * Updater updater = new Updater(network, plan, KernelChoice.best(), workers);
 * State state = network.initialState(batch.size());
 * double nats = updater.update(new SequencePass<>(network, batch, 0), 0.004);
 * }</pre>
 */
public final class Updater {
  private final Trainable network;
  private final TrainingPlan plan;
  private final Tape tape;
  private final List<Parameter> learned;
  private final ShardTree shards;
  private final WeightUpdate descent;
  private final @Nullable WeightNoise noise;
  private final @Nullable MovingAverage average;
  private long updates;
  private long sequences;
  private int targets;

  /**
   * Packs the network, whose first weights are drawn.
   *
   * @param plan its optimizer, clipping, regularization and seed
   */
  public Updater(Trainable network, TrainingPlan plan, Kernels kernels, Workers workers) {
    this(network, plan, kernels, workers, Peers.NONE);
  }

  /**
   * Packs the network, whose first weights are drawn, on one of some machines.
   *
   * @param peers that share the plan's shards
   */
  Updater(Trainable network, TrainingPlan plan, Kernels kernels, Workers workers, Peers peers) {
    this.network = network;
    this.plan = plan;
    tape = new Tape(kernels, workers);
    Regularization regularization = plan.regularization();
    tape.smoothLabels((float) regularization.labelSmoothing());
    learned = network.parameters().stream().filter(parameter -> !parameter.isFrozen()).toList();
    shards = new ShardTree(plan.batching().shards(), learned, tape, peers);
    descent = new WeightUpdate(learned, plan, tape);
    noise =
        regularization.weightNoise() == 0
            ? null
            : new WeightNoise(learned, regularization.weightNoise(), workers);
    average =
        regularization.movingAverage() == 0
            ? null
            : new MovingAverage(
                learned, regularization.movingAverage(), kernels.updates(), workers);
    if (average != null) {
      average.begin();
    }
    network.repack(tape);
  }

  /** The tape that it works on, free between updates. */
  public Tape tape() {
    return tape;
  }

  /**
   * One update on one batch.
   *
   * @param rate learning rate
   * @return the sum of −log probability of the batch's targets, in nats, before the update
   */
  public double update(Pass pass, double rate) throws DivergenceException {
    return update(List.of(pass), updates, pass.targets(), rate);
  }

  /**
   * One update on several batches together.
   *
   * @param rate learning rate
   * @return the nats of all batches before the update
   */
  public double update(List<? extends Pass> passes, double rate) throws DivergenceException {
    return update(passes, updates, passes.stream().mapToInt(Pass::targets).sum(), rate);
  }

  /**
   * One update on several batches. Where machines share its shards, each goes through its own.
   * Where a pass is given up ({@link Tape#askOnTheWay}), the weights stay as they are.
   *
   * @param group number of the sequences, the same for all windows of the same sequences
   * @param targetCount targets in all passes together
   * @param rate learning rate
   * @return the nats of all batches
   */
  double update(List<? extends Pass> passes, long group, int targetCount, double rate)
      throws DivergenceException {
    begin(group, targetCount);
    double nats;
    try {
      nats = shards.sum((shard, beforeLast) -> add(passes, shard, beforeLast));
    } catch (CancellationException stopped) {
      if (noise != null) {
        noise.remove();
      }
      throw stopped;
    }
    finish(rate);
    return nats;
  }

  /**
   * Begins an update on several batches.
   *
   * @param group number of the sequences in them, the same for all windows of the same sequences
   * @param targetCount targets in all batches together; at least one
   */
  private void begin(long group, int targetCount) {
    if (targetCount < 1) {
      throw new IllegalArgumentException(
          "an update must have 1 target or more but has " + targetCount);
    }
    sequences = group;
    targets = targetCount;
    tape.clipDerivatives((float) plan.clipping().derivativeLimit(targetCount));
    if (noise != null) {
      noise.add(plan.seed(), updates);
      network.repack(tape);
    }
  }

  /** Adds the gradients of a shard's batches and returns their nats. */
  private double add(List<? extends Pass> passes, int shard, Runnable beforeLast)
      throws DivergenceException {
    Batching batching = plan.batching();
    Pass last = null;
    double nats = 0;
    for (Pass pass : passes) {
      if (batching.shardOf(pass.number()) == shard) {
        nats += last == null ? 0 : add(last);
        last = pass;
      }
    }
    if (last != null) {
      beforeLast.run();
      nats += add(last);
    }
    return nats;
  }

  private double add(Pass pass) throws DivergenceException {
    boolean held = plan.regularization().variationalDropout();
    long noisePass = (held ? sequences : updates) * plan.batching().passes() + pass.number();
    double nats = pass.add(1f / targets, plan.seed(), noisePass, held, tape);
    requireFinite("loss", nats);
    return nats;
  }

  /**
   * Ends the update: moves the weights by what was added.
   *
   * @param rate learning rate
   */
  private void finish(double rate) throws DivergenceException {
    double norm = descent.norm();
    requireFinite("gradient's norm", norm);
    if (noise != null) {
      noise.remove();
    }
    descent.step(updates, rate, norm);
    if (average != null) {
      average.add(updates);
    }
    network.repack(tape);
    updates++;
  }

  /**
   * Norms of the last update's gradient before clipping, by layer, in the order of the layers: the
   * parameters of a layer have its name before their last point.
   */
  public Map<String, Double> layerNorms() {
    double[] norms = descent.parameterNorms();
    Map<String, Double> layers = new LinkedHashMap<>();
    for (int p = 0; p < norms.length; p++) {
      String layer = learned.get(p).name().replaceAll("\\.[^.]*$", "");
      layers.merge(layer, norms[p], StrictMath::hypot);
    }
    return layers;
  }

  private void requireFinite(String what, double value) throws DivergenceException {
    if (!Double.isFinite(value)) {
      if (noise != null) {
        noise.remove();
      }
      throw new DivergenceException(updates, "the %s is %s".formatted(what, value));
    }
  }

  /**
   * Goes on from a checkpoint, whose weights and {@link #memory} are in place.
   *
   * @param done updates before it
   */
  void goOn(long done) {
    updates = done;
  }

  /**
   * Exchanges the weights and their moving average, where the plan has one; twice is nothing. What
   * is measured and saved is the average.
   */
  void exchangeAverage() {
    if (average != null) {
      average.exchange();
      network.repack(tape);
    }
  }

  /** What stands beside the weights from update to update, by name; live. */
  Map<String, FMatrixRMaj> memory() {
    Map<String, FMatrixRMaj> memory = new TreeMap<>(descent.memory());
    if (average != null) {
      memory.putAll(average.memory());
    }
    return memory;
  }
}
