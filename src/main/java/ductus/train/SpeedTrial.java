package ductus.train;

import ductus.math.Kernels;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.Trainable;
import ductus.train.plan.TrainingPlan;
import java.time.Duration;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.function.LongSupplier;

/** Tries how fast training is on this machine, by its first updates, without learning anything. */
public final class SpeedTrial {
  /** What is measured at a time. */
  private static final Duration SLICE = Duration.ofMillis(700);

  /** A slice that begins before it does not count: the JVM does not compile at once. */
  private static final Duration WARM_UP = Duration.ofMillis(1400);

  /** How many times as fast as the slice before it one is as long as the JVM compiles. */
  private static final double STILL_COMPILING = 1.1;

  /** The longest trial but for its last update; most end after a third of it. */
  public static final Duration WHOLE = Duration.ofSeconds(8);

  private final BatchSource lessons;
  private final int epochs;
  private final Updater updater;
  private final LongSupplier clock;
  private long tokens;
  private Slice before = new Slice(0, 0);
  private long began;
  private long sliceBegan;
  private long sliceTokens;
  private long targetsOfBegunBatches;
  private int begunBatches;

  /**
   * The speed of training.
   *
   * @param targetsPerSecond what is predicted in a second
   * @param epochSeconds of all batches of an epoch, without the measuring at its end
   */
  public record Speed(double targetsPerSecond, double epochSeconds) {}

  /** A part of the trial: what was predicted in some time. */
  private record Slice(long tokens, long nanos) {
    double perSecond() {
      return nanos == 0 ? 0 : tokens / (nanos / 1e9);
    }

    Slice and(Slice other) {
      return new Slice(tokens + other.tokens, nanos + other.nanos);
    }
  }

  /**
   * A trial.
   *
   * @param network of its own: gets first weights
   * @param lessons what it would learn
   */
  public SpeedTrial(
      Trainable network, TrainingPlan plan, BatchSource lessons, Kernels kernels, Workers workers) {
    this(network, plan, lessons, kernels, workers, System::nanoTime);
  }

  /** A trial by another clock, of nanoseconds. */
  SpeedTrial(
      Trainable network,
      TrainingPlan plan,
      BatchSource lessons,
      Kernels kernels,
      Workers workers,
      LongSupplier clock) {
    this.lessons = lessons;
    this.clock = clock;
    epochs = plan.epochs();
    network.initialize(Randomness.of(plan.seed()));
    updater = new Updater(network, plan, kernels, workers);
  }

  /**
   * Measures, until a slice is hardly faster than the one before it or the time is over. A plan
   * that is done before that is tried whole: its training will be as cold.
   *
   * @param millis told behind each update how many milliseconds have gone by
   */
  public Speed measure(IntConsumer millis) throws DivergenceException {
    began = clock.getAsLong();
    sliceBegan = began;
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
          sliceTokens += count;
          long now = clock.getAsLong();
          millis.accept((int) ((now - began) / 1_000_000));
          if (now - sliceBegan > SLICE.toNanos() || now - began > WHOLE.toNanos()) {
            Slice slice = new Slice(sliceTokens, now - sliceBegan);
            if (isSettled(slice, now)) {
              // A batch may have many windows: those that were not tried count for the epoch.
              windows.forEachRemaining(rest -> targetsOfBegunBatches += targets(rest));
              return speed(slice.and(before));
            }
            before = sliceBegan - began >= WARM_UP.toNanos() ? slice : before;
            sliceBegan = now;
            sliceTokens = 0;
          }
        }
      }
    }
    return speed(new Slice(tokens, clock.getAsLong() - began));
  }

  private boolean isSettled(Slice slice, long now) {
    return now - began > WHOLE.toNanos()
        || (before.nanos() > 0 && slice.perSecond() < STILL_COMPILING * before.perSecond());
  }

  private static int targets(List<? extends Pass> passes) {
    return passes.stream().mapToInt(Pass::targets).sum();
  }

  private Speed speed(Slice measured) {
    double perBatch = (double) targetsOfBegunBatches / begunBatches;
    return new Speed(measured.perSecond(), lessons.batches() * perBatch / measured.perSecond());
  }
}
