package ductus.math.vector;

import static ductus.math.Strips.WIDTH;
import static ductus.math.vector.Lanes.SPECIES;
import static ductus.math.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;

/** Register tiles over one strip; see {@link TripleTiles}. */
final class SingleTiles {
  private SingleTiles() {}

  /** 8 rows. */
  static void rows8(
      float[] left,
      int leftOffset,
      int rowStride,
      int stepStride,
      float[] strips,
      int stripOffset,
      int stripStride,
      float[] output,
      int outputOffset,
      int outputStride,
      int steps) {
    int row0 = outputOffset;
    int row1 = outputOffset + outputStride;
    int row2 = outputOffset + 2 * outputStride;
    int row3 = outputOffset + 3 * outputStride;
    int row4 = outputOffset + 4 * outputStride;
    int row5 = outputOffset + 5 * outputStride;
    int row6 = outputOffset + 6 * outputStride;
    int row7 = outputOffset + 7 * outputStride;
    int left1 = rowStride;
    int left2 = 2 * rowStride;
    int left3 = 3 * rowStride;
    int left4 = 4 * rowStride;
    int left5 = 5 * rowStride;
    int left6 = 6 * rowStride;
    int left7 = 7 * rowStride;
    FloatVector a0 = load(output, row0);
    FloatVector b0 = load(output, row1);
    FloatVector c0 = load(output, row2);
    FloatVector d0 = load(output, row3);
    FloatVector e0 = load(output, row4);
    FloatVector f0 = load(output, row5);
    FloatVector g0 = load(output, row6);
    FloatVector h0 = load(output, row7);
    int at = leftOffset;
    int weight = stripOffset;
    for (int k = 0; k < steps; k++) {
      FloatVector w0 = load(strips, weight);
      FloatVector x = FloatVector.broadcast(SPECIES, left[at]);
      a0 = x.fma(w0, a0);
      x = FloatVector.broadcast(SPECIES, left[at + left1]);
      b0 = x.fma(w0, b0);
      x = FloatVector.broadcast(SPECIES, left[at + left2]);
      c0 = x.fma(w0, c0);
      x = FloatVector.broadcast(SPECIES, left[at + left3]);
      d0 = x.fma(w0, d0);
      x = FloatVector.broadcast(SPECIES, left[at + left4]);
      e0 = x.fma(w0, e0);
      x = FloatVector.broadcast(SPECIES, left[at + left5]);
      f0 = x.fma(w0, f0);
      x = FloatVector.broadcast(SPECIES, left[at + left6]);
      g0 = x.fma(w0, g0);
      x = FloatVector.broadcast(SPECIES, left[at + left7]);
      h0 = x.fma(w0, h0);
      at += stepStride;
      weight += WIDTH;
    }
    a0.intoArray(output, row0);
    b0.intoArray(output, row1);
    c0.intoArray(output, row2);
    d0.intoArray(output, row3);
    e0.intoArray(output, row4);
    f0.intoArray(output, row5);
    g0.intoArray(output, row6);
    h0.intoArray(output, row7);
  }

  /** 4 rows. */
  static void rows4(
      float[] left,
      int leftOffset,
      int rowStride,
      int stepStride,
      float[] strips,
      int stripOffset,
      int stripStride,
      float[] output,
      int outputOffset,
      int outputStride,
      int steps) {
    int row0 = outputOffset;
    int row1 = outputOffset + outputStride;
    int row2 = outputOffset + 2 * outputStride;
    int row3 = outputOffset + 3 * outputStride;
    int left1 = rowStride;
    int left2 = 2 * rowStride;
    int left3 = 3 * rowStride;
    FloatVector a0 = load(output, row0);
    FloatVector b0 = load(output, row1);
    FloatVector c0 = load(output, row2);
    FloatVector d0 = load(output, row3);
    int at = leftOffset;
    int weight = stripOffset;
    for (int k = 0; k < steps; k++) {
      FloatVector w0 = load(strips, weight);
      FloatVector x = FloatVector.broadcast(SPECIES, left[at]);
      a0 = x.fma(w0, a0);
      x = FloatVector.broadcast(SPECIES, left[at + left1]);
      b0 = x.fma(w0, b0);
      x = FloatVector.broadcast(SPECIES, left[at + left2]);
      c0 = x.fma(w0, c0);
      x = FloatVector.broadcast(SPECIES, left[at + left3]);
      d0 = x.fma(w0, d0);
      at += stepStride;
      weight += WIDTH;
    }
    a0.intoArray(output, row0);
    b0.intoArray(output, row1);
    c0.intoArray(output, row2);
    d0.intoArray(output, row3);
  }

  /** 1 row. */
  static void rows1(
      float[] left,
      int leftOffset,
      int rowStride,
      int stepStride,
      float[] strips,
      int stripOffset,
      int stripStride,
      float[] output,
      int outputOffset,
      int outputStride,
      int steps) {
    int row0 = outputOffset;
    FloatVector a0 = load(output, row0);
    int at = leftOffset;
    int weight = stripOffset;
    for (int k = 0; k < steps; k++) {
      FloatVector w0 = load(strips, weight);
      FloatVector x = FloatVector.broadcast(SPECIES, left[at]);
      a0 = x.fma(w0, a0);
      at += stepStride;
      weight += WIDTH;
    }
    a0.intoArray(output, row0);
  }
}
