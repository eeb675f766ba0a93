package ductus.math.vector;

import static ductus.math.Strips.WIDTH;
import static ductus.math.vector.Lanes.SPECIES;
import static ductus.math.vector.Lanes.load;

import jdk.incubator.vector.FloatVector;

/**
 * Register tiles of the product over three strips: some rows of the left operand times a vector out
 * of each strip, the sums in registers over all steps; with 512 bits eight rows fill 24 of the 32
 * registers. A machine with narrower vectors calls a tile several times, at lane offsets 0, W, 2W …
 * within the strips.
 *
 * <p>output[row] += Σ over steps of left[leftOffset + row · rowStride + step · stepStride] ·
 * strip[step]. With {@code stepStride} 1 the left operand is read by rows, with {@code rowStride} 1
 * by columns (a transposed left operand). Sums run in the order of the steps.
 *
 * <p>Tiles are spelled out because the compiler keeps only named locals in registers, and
 * multiply-adds stand in them as they are because it boxes the vectors of calls that it does not
 * inline; see {@code src/docs/engine.md}.
 */
final class TripleTiles {
  private TripleTiles() {}

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
    FloatVector a1 = load(output, row0 + WIDTH);
    FloatVector a2 = load(output, row0 + 2 * WIDTH);
    FloatVector b0 = load(output, row1);
    FloatVector b1 = load(output, row1 + WIDTH);
    FloatVector b2 = load(output, row1 + 2 * WIDTH);
    FloatVector c0 = load(output, row2);
    FloatVector c1 = load(output, row2 + WIDTH);
    FloatVector c2 = load(output, row2 + 2 * WIDTH);
    FloatVector d0 = load(output, row3);
    FloatVector d1 = load(output, row3 + WIDTH);
    FloatVector d2 = load(output, row3 + 2 * WIDTH);
    FloatVector e0 = load(output, row4);
    FloatVector e1 = load(output, row4 + WIDTH);
    FloatVector e2 = load(output, row4 + 2 * WIDTH);
    FloatVector f0 = load(output, row5);
    FloatVector f1 = load(output, row5 + WIDTH);
    FloatVector f2 = load(output, row5 + 2 * WIDTH);
    FloatVector g0 = load(output, row6);
    FloatVector g1 = load(output, row6 + WIDTH);
    FloatVector g2 = load(output, row6 + 2 * WIDTH);
    FloatVector h0 = load(output, row7);
    FloatVector h1 = load(output, row7 + WIDTH);
    FloatVector h2 = load(output, row7 + 2 * WIDTH);
    int at = leftOffset;
    int weight = stripOffset;
    for (int k = 0; k < steps; k++) {
      FloatVector w0 = load(strips, weight);
      FloatVector w1 = load(strips, weight + stripStride);
      FloatVector w2 = load(strips, weight + 2 * stripStride);
      FloatVector x = FloatVector.broadcast(SPECIES, left[at]);
      a0 = x.fma(w0, a0);
      a1 = x.fma(w1, a1);
      a2 = x.fma(w2, a2);
      x = FloatVector.broadcast(SPECIES, left[at + left1]);
      b0 = x.fma(w0, b0);
      b1 = x.fma(w1, b1);
      b2 = x.fma(w2, b2);
      x = FloatVector.broadcast(SPECIES, left[at + left2]);
      c0 = x.fma(w0, c0);
      c1 = x.fma(w1, c1);
      c2 = x.fma(w2, c2);
      x = FloatVector.broadcast(SPECIES, left[at + left3]);
      d0 = x.fma(w0, d0);
      d1 = x.fma(w1, d1);
      d2 = x.fma(w2, d2);
      x = FloatVector.broadcast(SPECIES, left[at + left4]);
      e0 = x.fma(w0, e0);
      e1 = x.fma(w1, e1);
      e2 = x.fma(w2, e2);
      x = FloatVector.broadcast(SPECIES, left[at + left5]);
      f0 = x.fma(w0, f0);
      f1 = x.fma(w1, f1);
      f2 = x.fma(w2, f2);
      x = FloatVector.broadcast(SPECIES, left[at + left6]);
      g0 = x.fma(w0, g0);
      g1 = x.fma(w1, g1);
      g2 = x.fma(w2, g2);
      x = FloatVector.broadcast(SPECIES, left[at + left7]);
      h0 = x.fma(w0, h0);
      h1 = x.fma(w1, h1);
      h2 = x.fma(w2, h2);
      at += stepStride;
      weight += WIDTH;
    }
    a0.intoArray(output, row0);
    a1.intoArray(output, row0 + WIDTH);
    a2.intoArray(output, row0 + 2 * WIDTH);
    b0.intoArray(output, row1);
    b1.intoArray(output, row1 + WIDTH);
    b2.intoArray(output, row1 + 2 * WIDTH);
    c0.intoArray(output, row2);
    c1.intoArray(output, row2 + WIDTH);
    c2.intoArray(output, row2 + 2 * WIDTH);
    d0.intoArray(output, row3);
    d1.intoArray(output, row3 + WIDTH);
    d2.intoArray(output, row3 + 2 * WIDTH);
    e0.intoArray(output, row4);
    e1.intoArray(output, row4 + WIDTH);
    e2.intoArray(output, row4 + 2 * WIDTH);
    f0.intoArray(output, row5);
    f1.intoArray(output, row5 + WIDTH);
    f2.intoArray(output, row5 + 2 * WIDTH);
    g0.intoArray(output, row6);
    g1.intoArray(output, row6 + WIDTH);
    g2.intoArray(output, row6 + 2 * WIDTH);
    h0.intoArray(output, row7);
    h1.intoArray(output, row7 + WIDTH);
    h2.intoArray(output, row7 + 2 * WIDTH);
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
    FloatVector a1 = load(output, row0 + WIDTH);
    FloatVector a2 = load(output, row0 + 2 * WIDTH);
    FloatVector b0 = load(output, row1);
    FloatVector b1 = load(output, row1 + WIDTH);
    FloatVector b2 = load(output, row1 + 2 * WIDTH);
    FloatVector c0 = load(output, row2);
    FloatVector c1 = load(output, row2 + WIDTH);
    FloatVector c2 = load(output, row2 + 2 * WIDTH);
    FloatVector d0 = load(output, row3);
    FloatVector d1 = load(output, row3 + WIDTH);
    FloatVector d2 = load(output, row3 + 2 * WIDTH);
    int at = leftOffset;
    int weight = stripOffset;
    for (int k = 0; k < steps; k++) {
      FloatVector w0 = load(strips, weight);
      FloatVector w1 = load(strips, weight + stripStride);
      FloatVector w2 = load(strips, weight + 2 * stripStride);
      FloatVector x = FloatVector.broadcast(SPECIES, left[at]);
      a0 = x.fma(w0, a0);
      a1 = x.fma(w1, a1);
      a2 = x.fma(w2, a2);
      x = FloatVector.broadcast(SPECIES, left[at + left1]);
      b0 = x.fma(w0, b0);
      b1 = x.fma(w1, b1);
      b2 = x.fma(w2, b2);
      x = FloatVector.broadcast(SPECIES, left[at + left2]);
      c0 = x.fma(w0, c0);
      c1 = x.fma(w1, c1);
      c2 = x.fma(w2, c2);
      x = FloatVector.broadcast(SPECIES, left[at + left3]);
      d0 = x.fma(w0, d0);
      d1 = x.fma(w1, d1);
      d2 = x.fma(w2, d2);
      at += stepStride;
      weight += WIDTH;
    }
    a0.intoArray(output, row0);
    a1.intoArray(output, row0 + WIDTH);
    a2.intoArray(output, row0 + 2 * WIDTH);
    b0.intoArray(output, row1);
    b1.intoArray(output, row1 + WIDTH);
    b2.intoArray(output, row1 + 2 * WIDTH);
    c0.intoArray(output, row2);
    c1.intoArray(output, row2 + WIDTH);
    c2.intoArray(output, row2 + 2 * WIDTH);
    d0.intoArray(output, row3);
    d1.intoArray(output, row3 + WIDTH);
    d2.intoArray(output, row3 + 2 * WIDTH);
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
    FloatVector a1 = load(output, row0 + WIDTH);
    FloatVector a2 = load(output, row0 + 2 * WIDTH);
    int at = leftOffset;
    int weight = stripOffset;
    for (int k = 0; k < steps; k++) {
      FloatVector w0 = load(strips, weight);
      FloatVector w1 = load(strips, weight + stripStride);
      FloatVector w2 = load(strips, weight + 2 * stripStride);
      FloatVector x = FloatVector.broadcast(SPECIES, left[at]);
      a0 = x.fma(w0, a0);
      a1 = x.fma(w1, a1);
      a2 = x.fma(w2, a2);
      at += stepStride;
      weight += WIDTH;
    }
    a0.intoArray(output, row0);
    a1.intoArray(output, row0 + WIDTH);
    a2.intoArray(output, row0 + 2 * WIDTH);
  }
}
