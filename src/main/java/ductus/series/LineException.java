package ductus.series;

/** A cell of a column cannot be read: why, and in which row below the header. */
final class LineException extends Exception {
  private static final long serialVersionUID = 1;

  private final int row;
  private final String reason;

  /**
   * Creates a complaint about a row.
   *
   * @param row from 0
   */
  LineException(int row, String reason) {
    super(reason);
    this.row = row;
    this.reason = reason;
  }

  int row() {
    return row;
  }

  String reason() {
    return reason;
  }
}
