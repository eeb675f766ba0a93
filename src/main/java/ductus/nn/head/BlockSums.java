package ductus.nn.head;

import ductus.nn.Affine;

/**
 * Sums over the rows of a batch, block by block of an {@link Affine} layer, so that the total does
 * not depend on which thread did which block.
 */
final class BlockSums {
  private double[] sums = new double[0];
  private int blocks;

  /** Makes room for the blocks of so many rows. */
  void begin(int rows) {
    blocks = (rows + Affine.BLOCK - 1) / Affine.BLOCK;
    if (sums.length < blocks) {
      sums = new double[blocks];
    }
  }

  /** Puts down the sum of the block that begins with a row. */
  void put(int row, double sum) {
    sums[row / Affine.BLOCK] = sum;
  }

  /** Adds the blocks up in their order. */
  double total() {
    double total = 0;
    for (int block = 0; block < blocks; block++) {
      total += sums[block];
    }
    return total;
  }
}
