package ductus.nn;

/** The sizes of networks, which have limits. */
public final class Sizes {
  private Sizes() {}

  /**
   * Requires a size within its limits.
   *
   * @param what it is of, for people
   */
  public static void require(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be %d to %d but was %d".formatted(what, least, most, value));
    }
  }
}
