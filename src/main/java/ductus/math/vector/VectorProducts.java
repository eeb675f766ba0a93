package ductus.math.vector;

import static ductus.math.Strips.WIDTH;

import ductus.math.PackedWeights;
import ductus.math.Products;
import ductus.math.Tiling;
import java.util.Arrays;
import org.ejml.data.FMatrixRMaj;

/** Products in register tiles. */
final class VectorProducts implements Products {
  /** How products are cut where nothing else was measured to be faster. */
  static final Tiling USUAL = new Tiling(Lanes.WIDTH == 8 ? 4 : 8, 3, 65_536, 384);

  /** Rows of the lower tile that takes several. */
  private static final int LOW = 4;

  /** Rows of the highest tile: eight by three sums need 32 registers, four by three need 16. */
  private final int tallest;

  /** Strips of the widest tile. */
  private final int widest;

  /** Floats of the left operand that stay in the second cache while all strips go by. */
  private final int rowFloats;

  /** Rows of both operands that are packed at a time; three strips of 384 are 72 KB. */
  private final int block;

  private final ThreadLocal<PackedBlock> packed;
  private final ThreadLocal<LastRows> lastRows;

  VectorProducts(Tiling tiling) {
    tallest = tiling.rows();
    widest = tiling.strips();
    rowFloats = tiling.rowFloats();
    block = tiling.block();
    packed = ThreadLocal.withInitial(() -> new PackedBlock(block, widest, tallest));
    lastRows = ThreadLocal.withInitial(() -> new LastRows(tallest, widest));
  }

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
    int together = Math.max(tallest, rowFloats / Math.max(1, k) / tallest * tallest);
    for (int row = 0; row < rows; row += together) {
      int count = Math.min(together, rows - row);
      int last = lastRows(count);
      for (int strip = fromStrip; strip < toStrip; ) {
        int strips = strips(toStrip - strip);
        tiles(
            input.data,
            (inputRow + row) * input.numCols,
            input.numCols,
            1,
            count - last,
            weights,
            strip * k * WIDTH,
            k,
            strips,
            output.data,
            (outputRow + row) * output.numCols + strip * WIDTH,
            output.numCols);
        strip += strips;
      }
      if (last > 0) {
        int before = row + count - last;
        addLast(product, inputRow + before, outputRow + before, last, fromStrip, toStrip);
      }
    }
  }

  /** Rows at the end that are fewer than a tile has, but too many to go one by one. */
  private int lastRows(int rows) {
    int left = rows % tallest;
    return left % LOW >= 2 ? left : 0;
  }

  private void addLast(
      RowProduct product, int inputRow, int outputRow, int rows, int fromStrip, int toStrip) {
    FMatrixRMaj output = product.output();
    PackedWeights weights = product.weights();
    int k = weights.rows();
    int height = rows <= LOW ? LOW : tallest;
    LastRows copy = lastRows.get();
    float[] left = copy.takeLeft(product.input(), inputRow, rows, k, height);
    for (int strip = fromStrip; strip < toStrip; ) {
      int strips = strips(toStrip - strip);
      int offset = outputRow * output.numCols + strip * WIDTH;
      int width = strips * WIDTH;
      float[] sums = copy.takeSums(output, offset, rows, width);
      tiles(left, 0, k, 1, height, weights.data(), strip * k * WIDTH, k, strips, sums, 0, width);
      copy.putSums(output, offset, rows, width);
      strip += strips;
    }
  }

  @Override
  public void addTransposed(
      GradientProduct product, int inputRow, int outputRow, int rows, int fromStrip, int toStrip) {
    int inputs = product.dWeights().numRows;
    for (int row = 0; row < rows; row += block) {
      int steps = Math.min(block, rows - row);
      addBlock(product, inputRow + row, outputRow + row, steps, 0, inputs, fromStrip, toStrip);
    }
  }

  @Override
  public void addTransposed(GradientProduct product, int fromInput, int toInput) {
    int rows = product.dOutput().numRows;
    int strips = product.dWeights().numCols / WIDTH;
    for (int row = 0; row < rows; row += block) {
      int steps = Math.min(block, rows - row);
      addBlock(product, row, row, steps, fromInput, toInput, 0, strips);
    }
  }

  /** Adds what a block of rows contributes, its part of both operands packed. */
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
    PackedBlock pack = packed.get();
    int packedInputs = (toInput - fromInput) / tallest * tallest;
    float[] panels = pack.packColumns(left, inputRow, steps, fromInput, packedInputs);
    for (int strip = fromStrip; strip < toStrip; ) {
      int strips = strips(toStrip - strip);
      float[] rightStrips = pack.packStrips(right, outputRow, steps, strip, strips);
      int to = fromInput * output.numCols + strip * WIDTH;
      for (int input = 0; input < packedInputs; input += tallest) {
        tiles(
            panels,
            input * steps,
            1,
            tallest,
            tallest,
            rightStrips,
            0,
            steps,
            strips,
            output.data,
            to + input * output.numCols,
            output.numCols);
      }
      tiles(
          left.data,
          inputRow * left.numCols + fromInput + packedInputs,
          1,
          left.numCols,
          toInput - fromInput - packedInputs,
          rightStrips,
          0,
          steps,
          strips,
          output.data,
          to + packedInputs * output.numCols,
          output.numCols);
      strip += strips;
    }
  }

  /** Strips of the next tile, so that a single one is left over of one only. */
  private int strips(int left) {
    return Math.min(left == 4 ? 2 : left, widest);
  }

  /** Rows of the next tile. */
  private int height(int left) {
    return left >= tallest ? tallest : left >= LOW ? LOW : 1;
  }

  /** All rows of an output over one, two or three strips. */
  private void tiles(
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
