package ductus.nn.recurrent;

/** What two LSTMs say of one sequence from both its ends, in double precision. */
public final class ReferenceDirections {
  private ReferenceDirections() {}

  /**
   * The hidden states of both side by side [T×2H], from states of zero.
   *
   * @param left reads from the beginning
   * @param right reads from the end
   * @param rows [T×K]
   */
  public static double[] forward(ReferenceLstm left, ReferenceLstm right, double[] rows, int time) {
    return joined(
        hidden(left, rows, time), reversed(hidden(right, reversed(rows, time), time), time), time);
  }

  private static double[] hidden(ReferenceLstm lstm, double[] rows, int time) {
    double[] zero = new double[lstm.bias.length / 4];
    return lstm.forward(rows, time, 1, zero, zero);
  }

  private static double[] reversed(double[] rows, int time) {
    int width = rows.length / time;
    double[] reversed = new double[rows.length];
    for (int t = 0; t < time; t++) {
      System.arraycopy(rows, t * width, reversed, (time - 1 - t) * width, width);
    }
    return reversed;
  }

  private static double[] joined(double[] left, double[] right, int time) {
    int width = left.length / time;
    double[] joined = new double[2 * left.length];
    for (int t = 0; t < time; t++) {
      System.arraycopy(left, t * width, joined, 2 * t * width, width);
      System.arraycopy(right, t * width, joined, (2 * t + 1) * width, width);
    }
    return joined;
  }
}
