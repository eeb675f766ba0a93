package ductus.launch;

import java.io.Serial;

/** Ends the launcher with a line that says why. */
final class LaunchFailure extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private final int status;
  private final String line;

  private LaunchFailure(int status, String line) {
    super(line);
    this.status = status;
    this.line = line;
  }

  /** What was asked for cannot be done. */
  static LaunchFailure failed(String message) {
    return new LaunchFailure(FAILED, message);
  }

  /** What was asked for is nothing that there is. */
  static LaunchFailure wrongUsage(String message) {
    return new LaunchFailure(WRONG_USAGE, message);
  }

  /** The line. */
  String line() {
    return line;
  }

  /** The status that the launcher ends with. */
  int status() {
    return status;
  }
}
