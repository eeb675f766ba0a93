package ductus.train;

import ductus.math.Kernels;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.train.plan.TrainingPlan;
import java.time.Duration;
import java.util.List;

/** Tries how fast training is on this machine, by its first updates, without learning anything. */
public final class SpeedTrial {
  /** Until the JVM has compiled what is measured. */
  private static final Duration WARM_UP = Duration.ofMillis(1500);

  private static final Duration WHOLE = Duration.ofMillis(2800);

  private final TrainingPlan plan;
  private final List<Sequence> training;
  private final Network network;
  private final Updater updater;
  private final long began = System.nanoTime();
  private long countingBegan = began;
  private long tokens;

  /** A trial of a network of its own. */
  public SpeedTrial(
      NetworkConfig config,
      TrainingPlan plan,
      List<Sequence> training,
      Kernels kernels,
      Workers workers) {
    this.plan = plan;
    this.training = List.copyOf(training);
    network = new Network(config);
    network.initialize(Randomness.of(plan.seed()));
    updater = new Updater(network, plan, kernels, workers);
  }

  /** Tokens a second; takes about three seconds, longer only where a single update does. */
  public double tokensPerSecond() throws DivergenceException {
    boolean warm = false;
    for (int epoch = 0; ; epoch++) {
      for (List<Sequence> sequences :
          EpochOrder.of(training, plan.batching().sequences(), plan.seed(), epoch)) {
        Windows windows = new Windows(sequences, plan.batching(), network);
        while (windows.hasNext()) {
          List<Windows.Part> parts = windows.next();
          // A rate of 0 leaves the weights as they are.
          updater.update(parts, epoch, 0);
          tokens += Windows.targets(parts);
          long now = System.nanoTime();
          if (now - began > WHOLE.toNanos()) {
            return tokens / ((now - countingBegan) / 1e9);
          }
          if (!warm && now - began > WARM_UP.toNanos()) {
            warm = true;
            countingBegan = now;
            tokens = 0;
          }
        }
      }
    }
  }
}
