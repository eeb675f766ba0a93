package ductus.cli.console;

import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.run.RunControl;
import ductus.run.RunFolder;
import ductus.train.DivergenceException;
import ductus.train.TrainingListener;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.TrainingListener.UpdateReport;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** Watches a training run: shows its progress, and stops it at Ctrl-C. */
public final class TrainingWatch {
  private final Console console;
  private final String command;
  private final RunFolder folder;

  /** What a loss is of. */
  private final String target;

  /** Last epoch for now. */
  private int until = Integer.MAX_VALUE;

  private boolean learned;

  /** Whoever trains. */
  @FunctionalInterface
  public interface WatchedRun {
    /**
     * Trains to the end, or until asked to stop.
     *
     * @param listener told of every batch and epoch
     * @param stop asked after each batch
     */
    TrainingProgress run(TrainingListener listener, BooleanSupplier stop)
        throws BadFileException, DivergenceException, IOException;
  }

  /** What a run has come to. */
  public record Outcome(TrainingProgress progress, boolean stopped) {
    /** Held-out nats in its best epoch; null where it was stopped in its first. */
    public @Nullable Double nats() {
      int best = progress.bestEpoch();
      return best == 0 ? null : progress.history().get(best - 1).validationNats();
    }
  }

  /**
   * A watch.
   *
   * @param command that goes on with the run, such as {@code hand train}
   * @param folder of the run
   * @param target what a loss is of, such as {@code token}
   */
  public TrainingWatch(Console console, String command, RunFolder folder, String target) {
    this.console = console;
    this.command = command;
    this.folder = folder;
    this.target = target;
  }

  /**
   * Ends runs behind an epoch, although their plans may go on.
   *
   * @param epoch the last one, counted from 1
   */
  public TrainingWatch until(int epoch) {
    until = epoch;
    return this;
  }

  /**
   * Has a run train.
   *
   * @param material what it learns from, for people
   * @param weights of its network
   */
  public Outcome over(String material, long weights, WatchedRun run)
      throws BadFileException, DivergenceException, IOException {
    console.noticeOfKernels(KernelChoice.best());
    MeasuredTiling.settle(console);
    console.say(
        String.format(
            Locale.ROOT,
            "Training on %s; %,d weights; run folder %s",
            material,
            weights,
            folder.path()));
    Outcome outcome;
    learned = false;
    try (StopSignal stop = new StopSignal();
        Progress counting = console.progress("Counting");
        Progress bar = console.progress("Training")) {
      TrainingProgress progress = run.run(listener(counting, bar), stop::isGiven);
      // Also where it was asked through the folder.
      boolean stopped = RunControl.of(folder.path()).wish() == RunControl.Request.STOP;
      outcome = new Outcome(progress, stopped);
    }
    if (!learned && outcome.progress().epoch() >= until) {
      console.say(
          String.format(
              Locale.ROOT,
              "Epoch %d is reached already: nothing was learned for --until %d",
              outcome.progress().epoch(),
              until));
    }
    if (outcome.stopped()) {
      console.say(
          String.format(
              Locale.ROOT,
              "Stopped; this goes on from here: ductus %s --resume --out \"%s\"",
              command,
              folder.path()));
    }
    return outcome;
  }

  /**
   * Prints the best epoch of a run and its loss; nothing where it was stopped in its first.
   *
   * @param heldOut what the loss was measured on, such as {@code texts}
   */
  public void print(Outcome outcome, String heldOut) {
    Double nats = outcome.nats();
    if (nats != null) {
      console.print(
          String.format(
              Locale.ROOT,
              "%s: epoch %d of %d, %.4f nats per %s on held-out %s",
              folder.model(),
              outcome.progress().bestEpoch(),
              outcome.progress().epoch(),
              nats,
              target,
              heldOut));
    }
  }

  private TrainingListener listener(Progress counting, Progress bar) {
    return new TrainingListener() {
      @Override
      public void resumed(String kernels) {
        String now = KernelChoice.best().name();
        if (!kernels.equals(now)) {
          console.warn(
              String.format(
                      Locale.ROOT,
                      "this run was computed with the kernels %s so far, now it is %s: it goes on,"
                          + " but will",
                      kernels,
                      now)
                  + " not end with the same weights");
        }
      }

      @Override
      public void differs(String reason) {
        console.warn(reason + ": the weights will not be those of one machine");
      }

      @Override
      public void counted(int done, int total) {
        counting.reach(done, total);
        if (done == total) {
          counting.close();
        }
      }

      @Override
      public void updated(UpdateReport report) {
        learned = true;
        bar.note(
            String.format(
                Locale.ROOT,
                "epoch %d, loss %.3f, %,.0f %ss/s",
                report.epoch(),
                report.nats(),
                report.tokensPerSecond(),
                target));
        bar.reach(
            (long) (report.epoch() - 1) * report.batches() + report.batch(),
            (long) Math.min(until, report.epochs()) * report.batches());
      }

      @Override
      public void epochEnded(EpochMetrics metrics) {
        learned = true;
        console.say(
            String.format(
                Locale.ROOT,
                "epoch %1$3d: training %2$.4f, held out %3$.4f nats per %5$s; %4$,.0f %5$ss/s",
                metrics.epoch(),
                metrics.trainingNats(),
                metrics.validationNats(),
                metrics.tokensPerSecond(),
                target));
      }

      @Override
      public boolean isEnough(EpochMetrics last) {
        return last.epoch() >= until;
      }
    };
  }
}
