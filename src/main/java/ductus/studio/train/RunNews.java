package ductus.studio.train;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a viewer of a run is told.
 *
 * @param anew whether the updates are all that there are, else they go behind those told before
 * @param updates some updates: rate, loss, gradient norms by layer
 * @param epochs all that have ended
 * @param lags the first and the last measurement of gradient norms by time lag
 * @param samples files that were drawn on the way
 */
record RunNews(
    RunCard run, boolean anew, Table updates, Table epochs, Table lags, List<String> samples) {
  /** Rows of numbers; null where one is missing. */
  record Table(List<String> columns, List<List<@Nullable Double>> rows) {}

  /**
   * How much of the updates a viewer was told.
   *
   * @param generation of the table
   * @param rows of it
   */
  record Place(int generation, int rows) {
    /** Before anything was told. */
    static final Place START = new Place(-1, 0);
  }
}
