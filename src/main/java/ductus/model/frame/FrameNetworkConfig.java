package ductus.model.frame;

import ductus.model.CoreConfig;
import ductus.model.cell.CellConfig;
import ductus.nn.Sizes;

/**
 * The shape of a network that predicts frames.
 *
 * @param outputs N
 * @param inputsPerStep P, rows of the table that are added up at a step
 * @param stack what lies below the head; its table has a row for each index
 */
public record FrameNetworkConfig(int outputs, int inputsPerStep, Stack stack) {
  private static final int MOST_ROWS = 1 << 21;
  private static final int LARGEST = 8192;

  /**
   * Layers over an embedding table, as they stand in model files.
   *
   * @param tableRows rows of the table
   * @param embeddingSize E
   * @param cell of the layers, in the words of {@link CellConfig}
   * @param layers 1 to 3
   * @param hiddenSize H
   * @param dropout share of activations dropped behind each layer while training
   * @param skip whether the embedded input stands beside the last layer's output, too
   */
  public record Stack(
      int tableRows,
      int embeddingSize,
      String cell,
      int layers,
      int hiddenSize,
      double dropout,
      boolean skip) {
    public Stack {
      Sizes.require("rows of the embedding table", tableRows, 1, MOST_ROWS);
      Sizes.require("embedding size", embeddingSize, 1, LARGEST);
      String cells = CellConfig.parse(cell).toString();
      cell = new CoreConfig(cells, layers, hiddenSize, dropout, skip).cell();
    }

    /** The shape of what lies between the embedding and the head. */
    CoreConfig core() {
      return new CoreConfig(cell, layers, hiddenSize, dropout, skip);
    }
  }

  public FrameNetworkConfig {
    if (outputs < 1 || outputs > 1 << 16 || inputsPerStep < 1 || inputsPerStep > 1 << 12) {
      throw new IllegalArgumentException(
          "outputs must be 1 to %d and inputs a step 1 to %d but were %d and %d"
              .formatted(1 << 16, 1 << 12, outputs, inputsPerStep));
    }
    if (stack == null) {
      throw new IllegalArgumentException("a frame network must have a stack");
    }
  }

  /** Number of weights of a network of this shape. */
  public long weights() {
    int embedded = stack.embeddingSize();
    return (long) stack.tableRows() * embedded
        + stack.core().weights(embedded)
        + (stack.core().outputSize(embedded) + 1L) * outputs;
  }
}
