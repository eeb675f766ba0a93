package ductus.studio.web;

/** A request that is not answered: with which status, and why. */
public final class RequestException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  /**
   * A refusal.
   *
   * @param status of HTTP, 400 to 599
   * @param reason one line for the user
   */
  public RequestException(int status, String reason) {
    super(reason);
    this.status = status;
  }

  /** The status of HTTP. */
  public int status() {
    return status;
  }
}
