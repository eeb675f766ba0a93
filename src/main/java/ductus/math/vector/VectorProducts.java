package ductus.math.vector;

import static ductus.math.Kernels.GATE_LANES;
import static ductus.math.PackedWeights.PANEL;

import ductus.math.PackedWeights;
import ductus.math.Products;
import java.util.Arrays;

/** Products in register tiles. */
final class VectorProducts implements Products {
  /** Rows of a tile: six keep 24 sums in 32 registers, two keep 8 in 16. */
  private static final int TALL = Lanes.WIDTH == 16 ? 6 : 2;

  /** Rows of the right operand that are packed at a time; with a panel's width, 32 KB. */
  private static final int BLOCK = 128;

  /**
   * A panel's worth of rows per thread: the packed right operand, and tiles at the matrix's edge.
   */
  private final ThreadLocal<float[]> scratch =
      ThreadLocal.withInitial(() -> new float[BLOCK * PANEL]);

  private final ThreadLocal<float[]> edge = ThreadLocal.withInitial(() -> new float[6 * PANEL]);

  @Override
  public void multiply(
      float[] input,
      int inputOffset,
      int inputStride,
      int rows,
      PackedWeights weights,
      int fromPanel,
      int toPanel,
      float[] output,
      int outputOffset,
      int outputStride,
      boolean accumulate) {
    int k = weights.rows();
    for (int panel = fromPanel; panel < toPanel; panel++) {
      int column = panel * PANEL;
      int width = Math.min(PANEL, weights.columns() - column);
      if (!accumulate) {
        clear(output, outputOffset + column, outputStride, rows, width);
      }
      for (int row = 0; row < rows; ) {
        int height = height(rows - row);
        panelTile(
            height,
            input,
            inputOffset + row * inputStride,
            inputStride,
            1,
            weights.data(),
            panel * k * PANEL,
            output,
            outputOffset + row * outputStride + column,
            outputStride,
            k,
            width);
        row += height;
      }
    }
  }

  private static void clear(float[] output, int offset, int stride, int rows, int width) {
    for (int r = 0; r < rows; r++) {
      Arrays.fill(output, offset + r * stride, offset + r * stride + width, 0);
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
      int fromColumn,
      int toColumn,
      float[] output,
      int outputOffset,
      int outputStride) {
    float[] packed = scratch.get();
    for (int block = 0; block < rows; block += BLOCK) {
      int steps = Math.min(BLOCK, rows - block);
      for (int column = fromColumn; column < toColumn; column += PANEL) {
        int width = Math.min(PANEL, toColumn - column);
        for (int r = 0; r < steps; r++) {
          System.arraycopy(
              right, rightOffset + (block + r) * rightStride + column, packed, r * PANEL, width);
        }
        for (int row = 0; row < k; ) {
          int height = height(k - row);
          panelTile(
              height,
              left,
              leftOffset + block * leftStride + row,
              1,
              leftStride,
              packed,
              0,
              output,
              outputOffset + row * outputStride + column,
              outputStride,
              steps,
              width);
          row += height;
        }
      }
    }
  }

  /** Rows of the next tile, so that as few single rows as possible are left over. */
  private static int height(int rows) {
    if (TALL == 6) {
      return rows >= 6 && rows != 8 ? 6 : rows >= 4 ? 4 : rows >= 2 ? 2 : 1;
    }
    return rows >= 2 ? 2 : 1;
  }

  /** One tile over the whole width of a panel; at the matrix's edge by way of a buffer. */
  private void panelTile(
      int height,
      float[] left,
      int leftOffset,
      int rowStride,
      int stepStride,
      float[] panel,
      int panelOffset,
      float[] output,
      int outputOffset,
      int outputStride,
      int steps,
      int width) {
    if (width == PANEL) {
      for (int lane = 0; lane < GATE_LANES; lane += Lanes.WIDTH) {
        tile(
            height,
            left,
            leftOffset,
            rowStride,
            stepStride,
            panel,
            panelOffset + lane,
            output,
            outputOffset + lane,
            outputStride,
            steps);
      }
      return;
    }
    float[] buffer = edge.get();
    for (int r = 0; r < height; r++) {
      System.arraycopy(output, outputOffset + r * outputStride, buffer, r * PANEL, width);
    }
    for (int lane = 0; lane < GATE_LANES; lane += Lanes.WIDTH) {
      tile(
          height,
          left,
          leftOffset,
          rowStride,
          stepStride,
          panel,
          panelOffset + lane,
          buffer,
          lane,
          PANEL,
          steps);
    }
    for (int r = 0; r < height; r++) {
      System.arraycopy(buffer, r * PANEL, output, outputOffset + r * outputStride, width);
    }
  }

  private static void tile(
      int height,
      float[] left,
      int leftOffset,
      int rowStride,
      int stepStride,
      float[] panel,
      int panelOffset,
      float[] output,
      int outputOffset,
      int outputStride,
      int steps) {
    switch (height) {
      case 6 ->
          Tiles.rows6(
              left,
              leftOffset,
              rowStride,
              stepStride,
              panel,
              panelOffset,
              output,
              outputOffset,
              outputStride,
              steps);
      case 4 ->
          Tiles.rows4(
              left,
              leftOffset,
              rowStride,
              stepStride,
              panel,
              panelOffset,
              output,
              outputOffset,
              outputStride,
              steps);
      case 2 ->
          Tiles.rows2(
              left,
              leftOffset,
              rowStride,
              stepStride,
              panel,
              panelOffset,
              output,
              outputOffset,
              outputStride,
              steps);
      default ->
          Tiles.rows1(
              left,
              leftOffset,
              rowStride,
              stepStride,
              panel,
              panelOffset,
              output,
              outputOffset,
              outputStride,
              steps);
    }
  }
}
