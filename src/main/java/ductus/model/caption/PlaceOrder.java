package ductus.model.caption;

import java.util.function.IntBinaryOperator;
import org.ejml.data.FMatrixRMaj;

/**
 * The places that a sweep goes over, as the places of the layer below: for each, those whose
 * numbers stand behind one another as its own. Each place below is used once.
 */
final class PlaceOrder {
  private final int steps;
  private final int together;
  private final int[] from;

  private PlaceOrder(int steps, int together, int[] from) {
    this.steps = steps;
    this.together = together;
    this.from = from;
  }

  /** The places of a grid row by row, for a sweep along columns, as they are. */
  static PlaceOrder same(PictureGrid grid) {
    return of(grid.rows(), grid.columns(), 1, (place, part) -> place);
  }

  /** Column by column, for a sweep along rows, each the four places of a grid twice as fine. */
  static PlaceOrder joined(PictureGrid coarse) {
    int finer = 2 * coarse.columns();
    return of(
        coarse.columns(),
        coarse.rows(),
        4,
        (place, part) ->
            (2 * (place % coarse.rows()) + part / 2) * finer
                + 2 * (place / coarse.rows())
                + part % 2);
  }

  /** The other way: step by step of a layer that went through so many steps, now across them. */
  static PlaceOrder turned(int stepsBelow, int acrossBelow) {
    return of(
        acrossBelow,
        stepsBelow,
        1,
        (place, part) -> place % stepsBelow * acrossBelow + place / stepsBelow);
  }

  private static PlaceOrder of(int steps, int across, int together, IntBinaryOperator source) {
    int[] from = new int[steps * across * together];
    for (int i = 0; i < from.length; i++) {
      from[i] = source.applyAsInt(i / together, i % together);
    }
    return new PlaceOrder(steps, together, from);
  }

  /** Steps of the sweep. */
  int steps() {
    return steps;
  }

  /** Sequences of a picture that it goes along. */
  int across() {
    return from.length / together / steps;
  }

  /** Places below that are one here. */
  int together() {
    return together;
  }

  int placesBelow() {
    return from.length;
  }

  /**
   * Copies the numbers of places below.
   *
   * @param size numbers of a place here
   * @param here the columns behind them are left alone
   */
  void gather(FMatrixRMaj below, int size, FMatrixRMaj here, int batch) {
    int part = size / together;
    for (int i = 0; i < from.length; i++) {
      for (int b = 0; b < batch; b++) {
        System.arraycopy(
            below.data,
            (from[i] * batch + b) * below.numCols,
            here.data,
            (i / together * batch + b) * here.numCols + i % together * part,
            part);
      }
    }
  }

  /** Copies the numbers back, the way back of {@link #gather}. */
  void scatter(FMatrixRMaj here, int size, FMatrixRMaj below, int batch) {
    int part = size / together;
    for (int i = 0; i < from.length; i++) {
      for (int b = 0; b < batch; b++) {
        System.arraycopy(
            here.data,
            (i / together * batch + b) * here.numCols + i % together * part,
            below.data,
            (from[i] * batch + b) * below.numCols,
            part);
      }
    }
  }
}
