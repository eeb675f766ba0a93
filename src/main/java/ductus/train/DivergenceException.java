package ductus.train;

/** Training has left the numbers: a loss or a gradient is infinite or not a number. */
public final class DivergenceException extends Exception {
  private static final long serialVersionUID = 1;

  DivergenceException(long update, String what) {
    super(
        "training diverged at update %d: %s; what was saved before stands; begin a new run with a lower learning rate"
            .formatted(update + 1, what));
  }
}
