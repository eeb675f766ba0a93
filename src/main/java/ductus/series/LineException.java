package ductus.series;

/** What is wrong with a cell of a column, and in which row below the header. */
final class LineException extends Exception {
  private static final long serialVersionUID = 1;

  private final int row;
  private final String reason;

  /**
   * A complaint.
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
