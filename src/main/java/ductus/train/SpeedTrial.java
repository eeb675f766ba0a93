package ductus.train;

import ductus.math.Kernels;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.Trainable;
import ductus.train.plan.TrainingPlan;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;

/** Tries how fast training is on this machine, by its first updates, without learning anything. */
public final class SpeedTrial {
  /** Until the JVM has compiled what is measured. */
  private static final Duration WARM_UP = Duration.ofMillis(1500);

  /** The longest trial but for its last update. */
  public static final Duration WHOLE = Duration.ofMillis(2800);

  private final BatchSource lessons;
  private final int epochs;
  private final Updater updater;
  private final long began = System.nanoTime();
  private long countingBegan = began;
  private long tokens;
  private long coldTokens;
  private long targetsOfBegunBatches;
  private int begunBatches;

  /**
   * The speed of training.
   *
   * @param targetsPerSecond what is predicted in a second
   * @param epochSeconds of all batches of an epoch, without the measuring at its end
   */
  public record Speed(double targetsPerSecond, double epochSeconds) {}

  /**
   * A trial.
   *
   * @param network of its own: gets first weights
   * @param lessons what it would learn
   */
  public SpeedTrial(
      Trainable network, TrainingPlan plan, BatchSource lessons, Kernels kernels, Workers workers) {
    this.lessons = lessons;
    epochs = plan.epochs();
    network.initialize(Randomness.of(plan.seed()));
    updater = new Updater(network, plan, kernels, workers);
  }

  /**
   * Measures; takes about three seconds, longer only where a single update does. A plan that is
   * done before that is tried whole: its training will be as cold.
   *
   * @param millis told behind each update how many milliseconds have gone by
   */
  public Speed measure(IntConsumer millis) throws DivergenceException {
    boolean warm = false;
    for (int epoch = 0; epoch < epochs; epoch++) {
      for (int batch = 0; batch < lessons.batches(); batch++) {
        var windows = lessons.updates(epoch, batch, batch, updater.tape());
        begunBatches++;
        while (windows.hasNext()) {
          List<? extends Pass> passes = windows.next();
          int count = targets(passes);
          targetsOfBegunBatches += count;
          // A rate of 0 leaves the weights as they are.
          updater.update(passes, epoch, count, 0);
          tokens += count;
          long now = System.nanoTime();
          millis.accept((int) ((now - began) / 1_000_000));
          if (now - began > WHOLE.toNanos()) {
            // A batch may have many windows: those that were not tried count for the epoch.
            windows.forEachRemaining(rest -> targetsOfBegunBatches += targets(rest));
            return speed(now);
          }
          if (!warm && now - began > WARM_UP.toNanos()) {
            warm = true;
            countingBegan = now;
            coldTokens = tokens;
            tokens = 0;
          }
        }
      }
    }
    // The plan is done: all of it counts.
    tokens += coldTokens;
    countingBegan = began;
    return speed(System.nanoTime());
  }

  private static int targets(List<? extends Pass> passes) {
    return passes.stream().mapToInt(Pass::targets).sum();
  }

  private Speed speed(long now) {
    double perSecond = tokens / ((now - countingBegan) / 1e9);
    double perBatch = (double) targetsOfBegunBatches / begunBatches;
    return new Speed(perSecond, lessons.batches() * perBatch / perSecond);
  }
}
