package ductus.task.handwriting.training;

import ductus.model.NetworkConfig;
import ductus.model.cell.CellConfig;
import ductus.model.pen.PenNetworkConfig;
import org.jspecify.annotations.Nullable;

/**
 * The sizes of a network that writes. Its alphabet, its styles and the scale of its offsets follow
 * from the hands; {@code config.json} of versions before 0.2 holds them beside the sizes.
 *
 * @param window on the text; null for a network that writes freely
 * @param styleSize size of a style's vector
 * @param layers recurrent ones, 1 to 3
 * @param hiddenSize H
 * @param mixtures components of the mixture of Gaussians, M
 * @param cell of the layers, in the words of {@link CellConfig}
 */
public record PenShape(
    @Nullable Window window, int styleSize, int layers, int hiddenSize, int mixtures, String cell) {
  /** Two layers of 320; Graves has three of 400. */
  public static final PenShape USUAL = new PenShape(new Window(6, 64), 16, 2, 320, 20, "lstm");

  /**
   * The soft window on the text.
   *
   * @param components Gaussians of the window, K
   * @param characterSize size of a character's vector, W
   */
  public record Window(int components, int characterSize) {}

  public PenShape {
    cell = cell == null ? NetworkConfig.LSTM : cell; // not in files of old
    CellConfig.parse(cell).requirePlain("a network that writes by hand");
  }

  /** The sizes of a network that there is. */
  static PenShape of(PenNetworkConfig network) {
    PenNetworkConfig.TextWindow window = network.window();
    return new PenShape(
        window == null ? null : new Window(window.components(), window.characterSize()),
        network.styleSize(),
        network.layers(),
        network.hiddenSize(),
        network.mixtures(),
        network.cells().toString());
  }

  /** Returns these sizes for a network that writes freely, without a text. */
  public PenShape withoutWindow() {
    return new PenShape(null, styleSize, layers, hiddenSize, mixtures, cell);
  }

  /** Returns these sizes with other mixtures. */
  public PenShape withMixtures(int other) {
    return new PenShape(window, styleSize, layers, hiddenSize, other, cell);
  }
}
