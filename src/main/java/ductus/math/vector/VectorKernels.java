package ductus.math.vector;

import static ductus.math.PackedWeights.PANEL;

import ductus.math.AdamStep;
import ductus.math.Kernels;
import ductus.math.PackedWeights;
import java.util.Arrays;

/** The kernels on the Vector API: products in register tiles, element-wise passes fused. */
public final class VectorKernels implements Kernels {
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

  /**
   * Kernels for this machine.
   *
   * @throws UnsupportedOperationException if it has no fused multiply-add
   */
  public VectorKernels() {
    if (!FusedProbe.isFast()) {
      throw new UnsupportedOperationException("no fused multiply-add on this machine");
    }
  }

  @Override
  public String name() {
    return "Vector API";
  }

  @Override
  public String description() {
    return name() + ", " + Lanes.SPECIES.vectorBitSize() + " bits";
  }

  @Override
  public void product(
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
  public void addTransposedProduct(
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

  @Override
  public void lstmCell(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] previousCell,
      int previousOffset,
      float[] cell,
      float[] cellTanh,
      int cellOffset,
      int cellStride,
      float[] hidden,
      int hiddenOffset,
      int hiddenStride,
      int units,
      int rows) {
    CellPasses.forward(
        gates,
        gatesOffset,
        gatesStride,
        previousCell,
        previousOffset,
        cell,
        cellTanh,
        cellOffset,
        cellStride,
        hidden,
        hiddenOffset,
        hiddenStride,
        units,
        rows);
  }

  @Override
  public void lstmCellBackward(
      float[] gates,
      int gatesOffset,
      int gatesStride,
      float[] previousCell,
      int previousOffset,
      float[] cellTanh,
      int cellOffset,
      int cellStride,
      float[] dHidden,
      int dHiddenOffset,
      float[] dRecurrent,
      int dRecurrentOffset,
      int dHiddenStride,
      float[] dCell,
      int dCellOffset,
      int units,
      int rows) {
    CellPasses.backward(
        gates,
        gatesOffset,
        gatesStride,
        previousCell,
        previousOffset,
        cellTanh,
        cellOffset,
        cellStride,
        dHidden,
        dHiddenOffset,
        dRecurrent,
        dRecurrentOffset,
        dHiddenStride,
        dCell,
        dCellOffset,
        units,
        rows);
  }

  @Override
  public double softmaxCrossEntropy(
      float[] logits,
      int offset,
      int stride,
      int columns,
      int rows,
      int[] targets,
      int targetsOffset,
      float scale) {
    double nats = 0;
    for (int r = 0; r < rows; r++) {
      int row = offset + r * stride;
      int target = targets[targetsOffset + r];
      if (target < 0) {
        Arrays.fill(logits, row, row + columns, 0);
      } else {
        nats += RowPasses.softmaxGradient(logits, row, columns, target, scale);
      }
    }
    return nats;
  }

  @Override
  public void addRows(
      float[] rows, int offset, int stride, int count, float[] sum, int from, int to) {
    for (int r = 0; r < count; r++) {
      RowPasses.add(rows, offset + r * stride, sum, from, to);
    }
  }

  @Override
  public double sumOfSquares(float[] values, int offset, int length) {
    return RowPasses.sumOfSquares(values, offset, length);
  }

  @Override
  public void adam(
      float[] weights,
      float[] gradient,
      float[] mean,
      float[] variance,
      int offset,
      int length,
      AdamStep step) {
    RowPasses.adam(weights, gradient, mean, variance, offset, length, step);
  }
}
