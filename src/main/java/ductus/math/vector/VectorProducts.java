package ductus.math.vector;

import static ductus.math.Strips.WIDTH;

import ductus.math.PackedWeights;
import ductus.math.Products;
import java.util.Arrays;
import jdk.incubator.vector.FloatVector;

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
      float[] input,
      int inputOffset,
      int inputStride,
      int rows,
      PackedWeights weights,
      int fromStrip,
      int toStrip,
      float[] output,
      int outputOffset,
      int outputStride,
      boolean accumulate) {
    int k = weights.rows();
    if (!accumulate) {
      clear(output, outputOffset, outputStride, rows, fromStrip, toStrip);
    }
    int block = Math.max(TALLEST, ROWS_IN_CACHE / Math.max(1, k) / TALLEST * TALLEST);
    for (int row = 0; row < rows; row += block) {
      int count = Math.min(block, rows - row);
      for (int strip = fromStrip; strip < toStrip; ) {
        int strips = strips(toStrip - strip);
        tiles(
            input,
            inputOffset + row * inputStride,
            inputStride,
            1,
            count,
            weights.data(),
            strip * k * WIDTH,
            k,
            strips,
            output,
            outputOffset + row * outputStride + strip * WIDTH,
            outputStride);
        strip += strips;
      }
    }
  }

  private static void clear(
      float[] output, int offset, int stride, int rows, int fromStrip, int toStrip) {
    for (int r = 0; r < rows; r++) {
      int row = offset + r * stride;
      Arrays.fill(output, row + fromStrip * WIDTH, row + toStrip * WIDTH, 0);
    }
  }

  @Override
  public void addTransposed(
      float[] left,
      int leftOffset,
      int leftStride,
      int k,
      float[] right,
      int rightOffset,
      int rightStride,
      int rows,
      int fromStrip,
      int toStrip,
      float[] output,
      int outputOffset,
      int outputStride) {
    float[] block = packed.get();
    for (int row = 0; row < rows; row += BLOCK) {
      int steps = Math.min(BLOCK, rows - row);
      for (int strip = fromStrip; strip < toStrip; ) {
        int strips = strips(toStrip - strip);
        int from = rightOffset + row * rightStride + strip * WIDTH;
        for (int s = 0; s < strips; s++) {
          pack(right, from + s * WIDTH, rightStride, block, s * steps * WIDTH, steps);
        }
        tiles(
            left,
            leftOffset + row * leftStride,
            1,
            leftStride,
            k,
            block,
            0,
            steps,
            strips,
            output,
            outputOffset + strip * WIDTH,
            outputStride);
        strip += strips;
      }
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
      int height, int strips, float[] left, int leftOffset, int rowStride, int stepStride,
      float[] packed, int packedOffset, float[] output, int outputOffset, int outputStride, int steps) {
    int stripStride = steps * WIDTH;
    switch (strips * 16 + height) {
      case 0x38 -> TripleTiles.rows8(left, leftOffset, rowStride, stepStride, packed, packedOffset, stripStride, output, outputOffset, outputStride, steps);
      case 0x34 -> TripleTiles.rows4(left, leftOffset, rowStride, stepStride, packed, packedOffset, stripStride, output, outputOffset, outputStride, steps);
      case 0x31 -> TripleTiles.rows1(left, leftOffset, rowStride, stepStride, packed, packedOffset, stripStride, output, outputOffset, outputStride, steps);
      case 0x28 -> PairTiles.rows8(left, leftOffset, rowStride, stepStride, packed, packedOffset, stripStride, output, outputOffset, outputStride, steps);
      case 0x24 -> PairTiles.rows4(left, leftOffset, rowStride, stepStride, packed, packedOffset, stripStride, output, outputOffset, outputStride, steps);
      case 0x21 -> PairTiles.rows1(left, leftOffset, rowStride, stepStride, packed, packedOffset, stripStride, output, outputOffset, outputStride, steps);
      case 0x18 -> SingleTiles.rows8(left, leftOffset, rowStride, stepStride, packed, packedOffset, stripStride, output, outputOffset, outputStride, steps);
      case 0x14 -> SingleTiles.rows4(left, leftOffset, rowStride, stepStride, packed, packedOffset, stripStride, output, outputOffset, outputStride, steps);
      default -> SingleTiles.rows1(left, leftOffset, rowStride, stepStride, packed, packedOffset, stripStride, output, outputOffset, outputStride, steps);
    }
  }
  // spotless:on
}
