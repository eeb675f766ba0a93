package ductus.ink.path;

/** Path data that cannot be read: where in it, and why. */
public final class PathSyntaxException extends Exception {
  private static final long serialVersionUID = 1;

  private final int position;
  private final String reason;

  /**
   * Creates a complaint about one place.
   *
   * @param position characters from the start of the path data
   */
  public PathSyntaxException(int position, String reason) {
    super("position " + position + ": " + reason);
    this.position = position;
    this.reason = reason;
  }

  /** Place in characters from the start of the path data. */
  public int position() {
    return position;
  }

  public String reason() {
    return reason;
  }
}
