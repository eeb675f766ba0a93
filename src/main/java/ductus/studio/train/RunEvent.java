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

  /**
   * A run as the page shows it.
   *
   * @param name of its folder in the workspace
   * @param state where it stands
   * @param reason why it died, if it said so
   * @param task name of what is learned; null where the registry does not know it
   * @param source name of the folder that it learns from
   * @param unit what a loss is of, such as {@code token}
   * @param epochsDone with the part of the present one
   * @param epochs at most
   * @param heldOutNats in its best epoch; null before the first has ended
   * @param bestEpoch counted from 1; 0 before the first has ended
   * @param secondsLeft at the pace so far, were it to use all epochs; null where it does not train
   * @param resumable whether the page can have it go on
   * @param countingNats what counting tokens says of those held out; null where nothing is counted
   * @param seconds that it has trained; null before its first update
   * @param size of its network; null where it is not known
   * @param hasModel whether there is a model to use and to save
   */
  record RunCard(
      String name,
      RunState state,
      @Nullable String reason,
      @Nullable String task,
      @Nullable String source,
      String unit,
      double epochsDone,
      int epochs,
      @Nullable Double heldOutNats,
      int bestEpoch,
      @Nullable Double secondsLeft,
      boolean resumable,
      @Nullable Double countingNats,
      @Nullable Double seconds,
      @Nullable Size size,
      boolean hasModel) {}

  /**
   * The size of a network, as far as its task tells.
   *
   * @param cell words of its layers' cell
   * @param layers number of them
   * @param hiddenSize H of a layer
   */
  record Size(@Nullable String cell, @Nullable Integer layers, @Nullable Integer hiddenSize) {}

  /**
   * How good a run was after each epoch.
   *
   * @param unit what a loss is of
   * @param heldOut loss of what is held out, in nats a unit; null where it is not known
   */
  record Curve(String run, String unit, List<@Nullable Double> heldOut) {}
}
