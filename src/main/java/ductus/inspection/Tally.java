package ductus.inspection;

import java.io.Serializable;

/**
 * Counts what is in a folder. Tallies of its parts add up to that of all, in whatever order.
 *
 * @param <P> what of a piece goes into the figures
 * @param <T> the tally itself
 */
public interface Tally<P, T extends Tally<P, T>> extends Serializable {
  /**
   * Counts a piece.
   *
   * @param path by which pieces are in order, with slashes
   */
  void add(String path, P piece);

  /** Counts a file that says the same as one before. */
  void addDuplicate();

  /** Counts a file that cannot be read. */
  void addLeftOut(String reason);

  /** Adds what was counted of another part of the folder. */
  void add(T other);
}
