package ductus.sweep;

import ductus.file.BadFileException;
import ductus.run.ParallelTasks;
import ductus.run.RunFolder;
import ductus.task.Preparing;
import ductus.task.Task;
import ductus.task.Training;
import ductus.task.TrainingConfig;
import ductus.task.TrainingRequest;
import ductus.train.DivergenceException;
import ductus.train.TrainingListener;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.TrainingListener.UpdateReport;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;

/**
 * Trains runs on this machine, several side by side, as many as there are threads and memory for.
 * The files that come of a run do not depend on how many there are.
 */
public final class LocalTraining implements RungTraining<IOException> {
  private static final int MEGABYTE_BITS = 20;

  private final Task<?> task;
  private final String programVersion;
  private final int threads;
  private final int megabytes = (int) (Runtime.getRuntime().maxMemory() >> MEGABYTE_BITS);

  /**
   * This machine.
   *
   * @param task that is learned
   * @param programVersion for the headers of models
   * @param threads most threads, 1 or more
   */
  public LocalTraining(Task<?> task, String programVersion, int threads) {
    this.task = task;
    this.programVersion = programVersion;
    this.threads = threads;
  }

  @Override
  public void train(List<SweepRun> runs, int until, RungListener watch, BooleanSupplier stop)
      throws BadFileException, InterruptedException, IOException {
    int together = Math.min(threads, runs.size());
    if (together == 0) {
      return;
    }
    Rung rung = new Rung(until, threads / together, watch, stop, new Semaphore(megabytes, true));
    try {
      ParallelTasks.run(
          together, runs.stream().map(run -> (ParallelTasks.Task) () -> rung.train(run)).toList());
    } finally {
      rung.over = true;
    }
  }

  /** The runs of one rung, which share the memory. */
  private final class Rung {
    private final int until;
    private final int crew;
    private final RungListener watch;
    private final BooleanSupplier stop;
    private final Semaphore memory;
    private volatile boolean over;

    Rung(int until, int crew, RungListener watch, BooleanSupplier stop, Semaphore memory) {
      this.until = until;
      this.crew = crew;
      this.watch = watch;
      this.stop = stop;
      this.memory = memory;
    }

    private boolean isStopping() {
      return over || stop.getAsBoolean();
    }

    void train(SweepRun run) throws BadFileException, InterruptedException, IOException {
      boolean ended = false;
      try {
        if (!isStopping()) {
          prepare(task, run);
        }
        ended = true;
      } finally {
        over |= !ended;
      }
    }

    private <C extends TrainingConfig<C>> void prepare(Task<C> learned, SweepRun run)
        throws BadFileException, InterruptedException, IOException {
      try (RunFolder folder = RunFolder.open(run.folder())) {
        C config = run.training(learned, folder);
        Training<?> training;
        try {
          training = Training.of(learned, config, Preparing.quietly(programVersion));
          training.requireMemory();
        } catch (BadFileException | IllegalArgumentException unfit) {
          watch.failed(run, String.valueOf(unfit.getMessage()));
          return;
        }
        long bytes = training.setup().memory().totalBytes();
        int share = (int) Math.min(megabytes, 1 + (bytes >> MEGABYTE_BITS));
        memory.acquire(share);
        try {
          training.run(new TrainingRequest(folder, true, crew, listener(run), this::isStopping));
        } catch (DivergenceException diverged) {
          watch.failed(run, String.valueOf(diverged.getMessage()));
        } finally {
          memory.release(share);
        }
      }
    }

    private TrainingListener listener(SweepRun run) {
      return new TrainingListener() {
        @Override
        public void updated(UpdateReport report) {
          watch.reached(
              run, report.epochsDone(), String.format(Locale.ROOT, "loss %.3f", report.nats()));
        }

        @Override
        public boolean isEnough(EpochMetrics last) {
          return last.epoch() >= until;
        }
      };
    }
  }
}
