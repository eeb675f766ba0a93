package ductus.model.pen;

import ductus.model.NetworkConfig;
import ductus.model.cell.CellConfig;
import ductus.model.cell.GatedCells;
import ductus.nn.Sizes;
import ductus.nn.head.Mixture;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The shape of a network that predicts pen points.
 *
 * @param window how it follows a text; null where it writes freely
 * @param styles the hands that it has learned
 * @param styleSize S
 * @param scale of its offsets
 * @param layers recurrent layers, 1 to 3
 * @param hiddenSize H
 * @param mixtures components of the mixture of Gaussians, M
 * @param cell of the layers, in the words of {@link CellConfig}; null, or none in the file, for an
 *     LSTM
 */
public record PenNetworkConfig(
    @Nullable TextWindow window,
    List<PenStyle> styles,
    int styleSize,
    OffsetScale scale,
    int layers,
    int hiddenSize,
    int mixtures,
    @Nullable String cell) {
  /**
   * The soft window on the text.
   *
   * @param alphabet what it can write
   * @param components Gaussians of the window, K
   * @param characterSize size of a character's vector, W
   */
  public record TextWindow(Alphabet alphabet, int components, int characterSize) {
    public TextWindow {
      if (alphabet == null) {
        throw new IllegalArgumentException("a window must have an alphabet");
      }
      Sizes.require("window components", components, 1, 64);
      Sizes.require("character size", characterSize, 1, 1024);
    }
  }

  public PenNetworkConfig {
    styles = List.copyOf(styles);
    if (scale == null) {
      throw new IllegalArgumentException("a pen network must have a scale of its offsets");
    }
    Sizes.require("styles", styles.size(), 1, 4096);
    long names = styles.stream().map(PenStyle::name).distinct().count();
    if (names != styles.size()) {
      throw new IllegalArgumentException("names of styles must differ but were " + names(styles));
    }
    Sizes.require("style size", styleSize, 1, 1024);
    Sizes.require("layers", layers, 1, 3);
    Sizes.require("hidden size", hiddenSize, 1, 4096);
    Sizes.require("mixture components", mixtures, 1, 256);
    cells(cell);
  }

  /** The cells of the network's layers. */
  public GatedCells cells() {
    return cells(cell);
  }

  private static GatedCells cells(@Nullable String words) {
    return CellConfig.parse(words == null ? NetworkConfig.LSTM : words)
        .requirePlain("a network that writes by hand");
  }

  /**
   * The window by which the network follows a text.
   *
   * @throws IllegalStateException if it writes freely
   */
  public TextWindow textWindow() {
    if (window == null) {
      throw new IllegalStateException("this network writes freely, without a text");
    }
    return window;
  }

  /**
   * The places of the hands' forms of the characters.
   *
   * @throws IllegalStateException if it writes freely
   */
  public Letterforms letterforms() {
    return new Letterforms(textWindow().alphabet(), styles);
  }

  /** Names of the hands that it has learned, in the order of their vectors. */
  public List<String> styleNames() {
    return names(styles);
  }

  private static List<String> names(List<PenStyle> styles) {
    return styles.stream().map(PenStyle::name).toList();
  }

  /** This shape with other hands. */
  public PenNetworkConfig withStyles(List<PenStyle> others) {
    return new PenNetworkConfig(
        window, others, styleSize, scale, layers, hiddenSize, mixtures, cell);
  }

  /** Number of weights of a network of this shape. */
  public long weights() {
    long hidden = hiddenSize;
    long seen = window == null ? 0 : window.characterSize();
    long count = (long) styles.size() * styleSize;
    if (window != null) {
      count += (long) TextRows.tableRows(window.alphabet()) * seen;
      count += (long) letterforms().rows() * seen;
      count += (hidden + 1) * 3 * window.components() + cells().inputWeights(seen, hidden);
      count += cells().learnedState() ? seen + window.components() : 0;
    }
    for (int i = 0; i < layers; i++) {
      long inputs = PenFeatures.SIZE + styleSize + (i == 0 ? 0 : seen + hidden);
      count += cells().weights(inputs, hidden);
    }
    return count + (layers * hidden + seen + 1) * Mixture.outputs(mixtures);
  }
}
