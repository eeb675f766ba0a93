package ductus.studio.train;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer of a run is told.
 *
 * @param anew whether the updates are all that there are, else they go behind those told before
 * @param updates some updates: rate, loss, gradient norms by layer
 * @param rest what is new but once an epoch; null where it was told before
 */
record RunEvent(RunCard run, boolean anew, Table updates, @Nullable EpochResults rest) {
  /** Rows of numbers; null where one is missing. */
  record Table(List<String> columns, List<List<@Nullable Double>> rows) {}

  /**
   * What epochs leave behind.
   *
   * @param epochs all that have ended
   * @param lags the first and the last measurement of gradient norms by time lag
   * @param samples files that were drawn on the way
   */
  record EpochResults(Table epochs, Table lags, List<String> samples) {}

  /**
   * How much a viewer was told.
   *
   * @param generation of the updates' table
   * @param updates rows of it
   * @param epochs rows
   * @param lags rows
   * @param samples how many
   */
  record Place(int generation, int updates, int epochs, int lags, int samples) {
    /** Before anything was told. */
    static final Place START = new Place(-1, 0, 0, 0, 0);

    /** Whether a viewer there knows the same of the epochs. */
    boolean hasRestOf(Place other) {
      return generation == other.generation
          && epochs == other.epochs
          && lags == other.lags
          && samples == other.samples;
    }
  }
}
