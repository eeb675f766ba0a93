package ductus.corpus;

import java.util.List;

/**
 * Things that are to be classified.
 *
 * @param things in the order in which they were given
 * @param leftOut what could not be read, and why
 */
public record Inputs<T>(List<Named<T>> things, List<LeftOut> leftOut) {
  /**
   * A thing.
   *
   * @param name its file, or itself where it is a text
   */
  public record Named<T>(String name, T thing) {}

  public Inputs {
    things = List.copyOf(things);
    leftOut = List.copyOf(leftOut);
  }
}
