package ductus.sweep;

import ductus.file.BadFileException;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Whoever trains the runs of a sweep from rung to rung: this machine or many.
 *
 * @param <E> what else can go wrong
 */
@FunctionalInterface
public interface RungTraining<E extends Exception> {
  /** Is told how runs go; by any thread. */
  interface RungListener {
    /**
     * A run has come so far.
     *
     * @param epochs since its start
     * @param note such as a loss
     */
    void reached(SweepRun run, double epochs, String note);

    /** A run cannot go on. */
    void failed(SweepRun run, String why);
  }

  /**
   * Trains runs, each from where it is.
   *
   * @param until last epoch for now
   * @param stop asked often
   * @throws BadFileException if a run's folder cannot be used
   * @throws InterruptedException if this thread is interrupted
   */
  void train(List<SweepRun> runs, int until, RungListener watch, BooleanSupplier stop)
      throws E, BadFileException, InterruptedException, IOException;
}
