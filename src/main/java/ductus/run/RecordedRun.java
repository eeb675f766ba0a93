package ductus.run;

import ductus.file.BadFileException;
import ductus.model.ModelFile;
import ductus.model.ModelHeader;
import ductus.model.Trainable;
import ductus.train.DivergenceException;
import ductus.train.Trainer;
import ductus.train.TrainingListener;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.TrainingListener.UpdateReport;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/**
 * A training run that keeps its folder up to date: the best model so far, and the losses. What it
 * is told it passes on.
 */
public final class RecordedRun implements TrainingListener {
  private final RunFolder folder;
  private final Trainer trainer;
  private final Trainable network;
  private final String target;
  private final Function<EpochMetrics, ModelHeader<?>> header;
  private final Sampling sampling;
  private final TrainingListener next;
  private final RunTrace trace;
  private final TimeBudget tables = new TimeBudget();

  /** Whether epochs have ended since the losses were written. */
  private boolean behind;

  /** What a run shows of itself at the end of an epoch, beside its losses. */
  @FunctionalInterface
  public interface Sampling {
    /** A sampling that shows nothing. */
    Sampling NONE = metrics -> {};

    /** Writes it. */
    void sample(EpochMetrics metrics) throws IOException;
  }

  /**
   * A run at its start.
   *
   * @param trainer of the network, with the folder's checkpoint
   * @param target what a loss is of, such as {@code token}
   * @param header of the model after an epoch
   * @param sampling done at the end of an epoch
   * @param next told of every batch and epoch
   */
  public RecordedRun(
      RunFolder folder,
      Trainer trainer,
      Trainable network,
      String target,
      Function<EpochMetrics, ModelHeader<?>> header,
      Sampling sampling,
      TrainingListener next) {
    this.folder = folder;
    this.trainer = trainer;
    this.network = network;
    this.target = target;
    this.header = header;
    this.sampling = sampling;
    this.next = next;
    trace = new RunTrace(folder, trainer, target);
  }

  /**
   * Trains; pauses and stops as the folder's {@link RunControl} asks.
   *
   * @param resume whether to go on from the folder's checkpoint, if there is one
   * @param stop asked after each batch
   */
  public TrainingProgress run(boolean resume, BooleanSupplier stop)
      throws BadFileException, DivergenceException, IOException {
    if (resume) {
      trainer.resume().ifPresent(next::resumed);
      // A kill right behind the checkpoint can have cost the last row, and the epoch's sample.
      List<EpochMetrics> history = trainer.progress().history();
      if (!history.isEmpty()) {
        writeMetrics();
      }
      if (!history.isEmpty() && trainer.progress().batch() == 0) {
        sampling.sample(history.get(history.size() - 1));
      }
    }
    trace.begin(trainer.progress());
    RunStopCheck control = new RunStopCheck(RunControl.of(folder.path()), stop);
    try {
      return trainer.run(this, control, control::isNow);
    } finally {
      control.settle();
      if (behind) {
        writeMetrics();
      }
    }
  }

  private void writeMetrics() throws IOException {
    RunMetrics.write(folder, trainer.progress().history(), target);
    behind = false;
  }

  @Override
  public void resumed(String kernels) {
    next.resumed(kernels);
  }

  @Override
  public void updated(UpdateReport report) {
    trace.updated(report);
    next.updated(report);
  }

  @Override
  public void improved(EpochMetrics metrics) throws IOException {
    ModelFile.write(folder.model(), header.apply(metrics), network);
    next.improved(metrics);
  }

  @Override
  public void epochEnded(EpochMetrics metrics) throws IOException {
    sampling.sample(metrics);
    trace.epochEnded(metrics.epoch());
    // Last: a row says that all of its epoch is there, also behind a kill. All rows are written
    // anew
    // each time: no run of many short epochs is to be slowed by that.
    behind = true;
    if (tables.isFree()) {
      tables.spend(this::writeMetrics);
    }
    next.epochEnded(metrics);
  }

  @Override
  public boolean isEnough(EpochMetrics last) {
    return next.isEnough(last);
  }
}
