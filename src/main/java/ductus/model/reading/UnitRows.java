package ductus.model.reading;

import org.ejml.data.FMatrixRMaj;

/** Rows of a matrix brought to one length, so that only their directions count, and back. */
final class UnitRows {
  /** Long enough for a softmax of their products with unit vectors to be sure. */
  static final float LENGTH = 10;

  /** Keeps a row of zeros finite. */
  private static final float LEAST = 1e-12f;

  private final FMatrixRMaj output = new FMatrixRMaj(0, 0);
  private final FMatrixRMaj dInput = new FMatrixRMaj(0, 0);
  private float[] factors = new float[0];

  /**
   * Scales each row.
   *
   * @param input [B×E], not modified
   * @return [B×E], valid until the next pass
   */
  FMatrixRMaj forward(FMatrixRMaj input) {
    output.reshape(input.numRows, input.numCols);
    factors = new float[input.numRows];
    for (int row = 0; row < input.numRows; row++) {
      int at = row * input.numCols;
      double squares = LEAST;
      for (int i = at; i < at + input.numCols; i++) {
        squares += (double) input.data[i] * input.data[i];
      }
      factors[row] = (float) (LENGTH / Math.sqrt(squares));
      for (int i = at; i < at + input.numCols; i++) {
        output.data[i] = factors[row] * input.data[i];
      }
    }
    return output;
  }

  /** Goes back: only the part of a gradient that turns a row has changed it. */
  FMatrixRMaj backward(FMatrixRMaj dOutput) {
    dInput.reshape(output.numRows, output.numCols);
    for (int row = 0; row < output.numRows; row++) {
      int at = row * output.numCols;
      double along = 0;
      for (int i = at; i < at + output.numCols; i++) {
        along += (double) output.data[i] * dOutput.data[i];
      }
      float part = (float) (along / (LENGTH * LENGTH));
      for (int i = at; i < at + output.numCols; i++) {
        dInput.data[i] = factors[row] * (dOutput.data[i] - part * output.data[i]);
      }
    }
    return dInput;
  }
}
