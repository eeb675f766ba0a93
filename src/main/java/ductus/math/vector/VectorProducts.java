package ductus.math.vector;

import static ductus.math.Strips.WIDTH;

import ductus.math.Products;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import org.ejml.data.FMatrixRMaj;

/** Products in register tiles. */
final class VectorProducts implements Products {
  /** Rows of the highest tile: eight by three sums need 32 registers, four by three need 16. */
  private static final int TALLEST = Lanes.WIDTH == 8 ? 4 : 8;

  /** Strips of the widest tile. */
  private static final int WIDEST = 3;

  /** Floats of the left operand that stay in the second cache while all strips go by: 256 KB. */
  private static final int ROWS_IN_CACHE = 65_536;

  /** Rows of the right operand that are packed at a time; three strips of them are 36 KB. */
  private static final int BLOCK = 192;

  private final ThreadLocal<float[]> packed =
      ThreadLocal.withInitial(() -> new float[WIDEST * BLOCK * WIDTH]);

  @Override
  public void multiply(
      RowProduct product, int inputRow, int outputRow, int rows, int fromStrip, int toStrip) {
    FMatrixRMaj output = product.output();
    for (int r = outputRow; r < outputRow + rows; r++) {
      int row = r * output.numCols;
      Arrays.fill(output.data, row + fromStrip * WIDTH, row + toStrip * WIDTH, 0);
    }
    add(product, inputRow, outputRow, rows, fromStrip, toStrip);
  }

  @Override
  public void add(
      RowProduct product, int inputRow, int outputRow, int rows, int fromStrip, int toStrip) {
    FMatrixRMaj input = product.input();
    FMatrixRMaj output = product.output();
    float[] weights = product.weights().data();
    int k = product.weights().rows();
    int block = Math.max(TALLEST, ROWS_IN_CACHE / Math.max(1, k) / TALLEST * TALLEST);
    for (int row = 0; row < rows; row += block) {
      int count = Math.min(block, rows - row);
      for (int strip = fromStrip; strip < toStrip; ) {
        int strips = strips(toStrip - strip);
        tiles(
            input.data,
            (inputRow + row) * input.numCols,
            input.numCols,
            1,
            count,
            weights,
            strip * k * WIDTH,
            k,
            strips,
            output.data,
            (outputRow + row) * output.numCols + strip * WIDTH,
            output.numCols);
        strip += strips;
      }
    }
  }

  @Override
  public void addTransposed(
      GradientProduct product, int inputRow, int outputRow, int rows, int fromStrip, int toStrip) {
    int inputs = product.dWeights().numRows;
    for (int row = 0; row < rows; row += BLOCK) {
      int steps = Math.min(BLOCK, rows - row);
      addBlock(product, inputRow + row, outputRow + row, steps, 0, inputs, fromStrip, toStrip);
    }
  }

  @Override
  public void addTransposed(GradientProduct product, int fromInput, int toInput) {
    int rows = product.dOutput().numRows;
    int strips = product.dWeights().numCols / WIDTH;
    for (int row = 0; row < rows; row += BLOCK) {
      int steps = Math.min(BLOCK, rows - row);
      addBlock(product, row, row, steps, fromInput, toInput, 0, strips);
    }
  }

  /** Adds what a block of rows contributes, its part of the right operand packed. */
  private void addBlock(
      GradientProduct product,
      int inputRow,
      int outputRow,
      int steps,
      int fromInput,
      int toInput,
      int fromStrip,
      int toStrip) {
    FMatrixRMaj left = product.input();
    FMatrixRMaj right = product.dOutput();
    FMatrixRMaj output = product.dWeights();
    float[] block = packed.get();
    for (int strip = fromStrip; strip < toStrip; ) {
      int strips = strips(toStrip - strip);
      int from = outputRow * right.numCols + strip * WIDTH;
      for (int s = 0; s < strips; s++) {
        pack(right.data, from + s * WIDTH, right.numCols, block, s * steps * WIDTH, steps);
      }
      tiles(
          left.data,
          inputRow * left.numCols + fromInput,
          1,
          left.numCols,
          toInput - fromInput,
          block,
          0,
          steps,
          strips,
          output.data,
          fromInput * output.numCols + strip * WIDTH,
          output.numCols);
      strip += strips;
    }
  }

  private static void pack(
      float[] right, int offset, int stride, float[] strip, int to, int steps) {
    for (int step = 0; step < steps; step++) {
      for (int lane = 0; lane < WIDTH; lane += Lanes.WIDTH) {
        FloatVector.fromArray(Lanes.SPECIES, right, offset + step * stride + lane)
            .intoArray(strip, to + step * WIDTH + lane);
      }
    }
  }

  /** Strips of the next tile, so that a single one is left over of one only. */
  private static int strips(int left) {
    return left == 4 ? 2 : Math.min(left, WIDEST);
  }

  /** Rows of the next tile. */
  private static int height(int left) {
    return left >= TALLEST ? TALLEST : left >= 4 ? 4 : 1;
  }

  /** All rows of an output over one, two or three strips. */
  private static void tiles(
      float[] left,
      int leftOffset,
      int rowStride,
      int stepStride,
      int rows,
      float[] packed,
      int packedOffset,
      int steps,
      int strips,
      float[] output,
      int outputOffset,
      int outputStride) {
    for (int row = 0; row < rows; ) {
      int height = height(rows - row);
      for (int lane = 0; lane < WIDTH; lane += Lanes.WIDTH) {
        tile(
            height,
            strips,
            left,
            leftOffset + row * rowStride,
            rowStride,
            stepStride,
            packed,
            packedOffset + lane,
            output,
            outputOffset + row * outputStride + lane,
            outputStride,
            steps);
      }
      row += height;
    }
  }

  // spotless:off
  private static void tile(
      int height,
      int strips,
      float[] left,
      int leftOffset,
      int rowStride,
      int stepStride,
      float[] packed,
      int packedOffset,
      float[] output,
      int outputOffset,
      int outputStride,
      int steps) {
    int stripStride = steps * WIDTH;
    switch (strips * 16 + height) {
      case 0x38 ->
          TripleTiles.rows8(
              left,
              leftOffset,
              rowStride,
              stepStride,
              packed,
              packedOffset,
              stripStride,
              output,
              outputOffset,
              outputStride,
              steps);
      case 0x34 ->
          TripleTiles.rows4(
              left,
              leftOffset,
              rowStride,
              stepStride,
              packed,
              packedOffset,
              stripStride,
              output,
              outputOffset,
              outputStride,
              steps);
      case 0x31 ->
          TripleTiles.rows1(
              left,
              leftOffset,
              rowStride,
              stepStride,
              packed,
              packedOffset,
              stripStride,
              output,
              outputOffset,
              outputStride,
              steps);
      case 0x28 ->
          PairTiles.rows8(
              left,
              leftOffset,
              rowStride,
              stepStride,
              packed,
              packedOffset,
              stripStride,
              output,
              outputOffset,
              outputStride,
              steps);
      case 0x24 ->
          PairTiles.rows4(
              left,
              leftOffset,
              rowStride,
              stepStride,
              packed,
              packedOffset,
              stripStride,
              output,
              outputOffset,
              outputStride,
              steps);
      case 0x21 ->
          PairTiles.rows1(
              left,
              leftOffset,
              rowStride,
              stepStride,
              packed,
              packedOffset,
              stripStride,
              output,
              outputOffset,
              outputStride,
              steps);
      case 0x18 ->
          SingleTiles.rows8(
              left,
              leftOffset,
              rowStride,
              stepStride,
              packed,
              packedOffset,
              stripStride,
              output,
              outputOffset,
              outputStride,
              steps);
      case 0x14 ->
          SingleTiles.rows4(
              left,
              leftOffset,
              rowStride,
              stepStride,
              packed,
              packedOffset,
              stripStride,
              output,
              outputOffset,
              outputStride,
              steps);
      default ->
          SingleTiles.rows1(
              left,
              leftOffset,
              rowStride,
              stepStride,
              packed,
              packedOffset,
              stripStride,
              output,
              outputOffset,
              outputStride,
              steps);
    }
  }
  // spotless:on
}
