package ductus.lab.trial;

import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.Trainable;
import ductus.train.BatchSource;
import ductus.train.DivergenceException;
import ductus.train.Trainer;
import ductus.train.TrainingListener;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.TrainingListener.UpdateReport;
import ductus.train.TrainingProgress;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** Where one trial runs: its seed, kernels and threads, and the line to whoever waits for it. */
public final class TrialContext implements AutoCloseable {
  private final long seed;
  private final Path checkpoint;
  private final TrialListener watch;
  private final Kernels kernels = KernelChoice.best();
  private final Workers workers;

  /** Whoever waits for a trial. */
  public interface TrialListener {
    /** Whether the trial is to stop. */
    boolean isStopping();

    /**
     * Is told how far the trial is.
     *
     * @param share done, 0 to 1
     * @param note such as a loss
     */
    void reached(double share, String note);
  }

  /**
   * A bench.
   *
   * @param checkpoint file that a training may keep its place in
   * @param threads 1 or more
   */
  public TrialContext(long seed, Path checkpoint, int threads, TrialListener watch) {
    this.seed = seed;
    this.checkpoint = checkpoint;
    this.watch = watch;
    workers = new Workers(threads);
  }

  /** Number that all chance of the trial is drawn from. */
  public long seed() {
    return seed;
  }

  public Kernels kernels() {
    return kernels;
  }

  public Workers workers() {
    return workers;
  }

  /**
   * Says how far the trial is.
   *
   * @param share done, 0 to 1
   * @param note such as a loss
   * @throws InterruptedException if asked to stop
   */
  public void reach(double share, String note) throws InterruptedException {
    watch.reached(share, note);
    requireGoingOn();
  }

  private void requireGoingOn() throws InterruptedException {
    if (watch.isStopping()) {
      throw new InterruptedException("stopped");
    }
  }

  /**
   * Trains a network, going on from the trial's checkpoint if there is one; once a trial.
   *
   * @param plan with this bench's seed
   * @param enough whether the network is good enough to end early, by what is known at the end of
   *     an epoch
   * @return how it went; the network holds the last weights
   * @throws InterruptedException if asked to stop
   */
  public TrainingHistory train(
      Trainable network, TrainingPlan plan, BatchSource lessons, Predicate<EpochMetrics> enough)
      throws BadFileException, DivergenceException, InterruptedException, IOException {
    Trainer trainer = new Trainer(network, plan, lessons, checkpoint, kernels, workers);
    trainer.resume();
    TrainingProgress before = trainer.progress();
    // A run that has enough does one batch of the next epoch; it must not do another when it is
    // taken up again there.
    if (before.batch() > 0 && hasEnough(before.history(), enough)) {
      return new TrainingHistory(before.history());
    }
    Epochs epochs = new Epochs(before.history(), enough);
    TrainingProgress after = trainer.run(epochs, epochs::isStopping);
    requireGoingOn();
    return new TrainingHistory(after.history());
  }

  private static boolean hasEnough(List<EpochMetrics> history, Predicate<EpochMetrics> enough) {
    return !history.isEmpty() && enough.test(history.get(history.size() - 1));
  }

  /** Passes a training's progress on, and ends it when it has enough. */
  private final class Epochs implements TrainingListener {
    private final Predicate<EpochMetrics> enough;
    private boolean ending;
    private String note = "";

    Epochs(List<EpochMetrics> history, Predicate<EpochMetrics> enough) {
      this.enough = enough;
      ending = hasEnough(history, enough);
    }

    boolean isStopping() {
      return ending || watch.isStopping();
    }

    @Override
    public void updated(UpdateReport report) {
      watch.reached(Math.min(1, report.epochsDone() / report.epochs()), note);
    }

    @Override
    public void epochEnded(EpochMetrics metrics) {
      note = String.format(Locale.ROOT, "loss %.4g", metrics.validationNats());
      ending = enough.test(metrics);
    }
  }

  @Override
  public void close() {
    workers.close();
  }
}
