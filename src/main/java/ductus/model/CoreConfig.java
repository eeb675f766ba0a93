package ductus.model;

import ductus.nn.Dropout;
import ductus.nn.FeedForward;
import ductus.nn.Layer;
import ductus.nn.head.MeanOverTime;
import ductus.nn.recurrent.Bidirectional;
import ductus.nn.recurrent.DenseInputProjection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.FMatrixRMaj;

/**
 * The shape of a {@link Core}.
 *
 * @param cell what its layers are: {@code feed-forward}, or the words of {@link CellConfig}, which
 *     may go on with {@code +bidirectional}; either may end in {@code +mean}
 * @param layers one above the other, 1 to 3; feed-forward also 0, the input itself
 * @param hiddenSize H, of each direction
 * @param dropout share of activations dropped behind each layer while training
 * @param skip whether the input stands beside the last layer's output, too
 */
public record CoreConfig(String cell, int layers, int hiddenSize, double dropout, boolean skip) {
  /** Layers that have no state. */
  public static final String FEED_FORWARD = "feed-forward";

  /** Behind the words of cells: they go over the sequence in both directions. */
  public static final String BIDIRECTIONAL = "+bidirectional";

  /** Behind the words: the last step of a sequence gets the mean over all its steps. */
  public static final String MEAN = "+mean";

  private static final int LARGEST = 8192;

  public CoreConfig {
    boolean mean = cell.contains(MEAN);
    String words = cell.replace(MEAN, "");
    require("layers", layers, words.equals(FEED_FORWARD) && !skip ? 0 : 1, 3);
    require("hidden size", hiddenSize, 1, LARGEST);
    if (!(dropout >= 0 && dropout < 1)) {
      throw new IllegalArgumentException("dropout must be 0 to below 1 but was " + dropout);
    }
    if (!words.equals(FEED_FORWARD)) {
      words = cells(words) + (words.contains(BIDIRECTIONAL) ? BIDIRECTIONAL : "");
    }
    cell = words + (mean ? MEAN : "");
  }

  /** Layers without dropout and skip. */
  public CoreConfig(String cell, int layers, int hiddenSize) {
    this(cell, layers, hiddenSize, 0, false);
  }

  /** Whether the layers go over a sequence in both directions. */
  public boolean isBidirectional() {
    return cell.contains(BIDIRECTIONAL);
  }

  /** Whether a sequence must be there whole: in both directions, and for the mean. */
  public boolean isOfWholes() {
    return isBidirectional() || isMean();
  }

  /** What one should know before one trains such layers, on one line; empty for nothing. */
  public Optional<String> caution() {
    return isFeedForward() ? Optional.empty() : cells(cell).caution();
  }

  private boolean isMean() {
    return cell.endsWith(MEAN);
  }

  private static CellConfig cells(String words) {
    return CellConfig.parse(words.replace(BIDIRECTIONAL, "").replace(MEAN, ""));
  }

  private boolean isFeedForward() {
    return cell.startsWith(FEED_FORWARD);
  }

  /** Columns that a layer puts out. */
  int layerSize() {
    int size = isFeedForward() ? hiddenSize : cells(cell).outputSize(hiddenSize);
    return isBidirectional() ? 2 * size : size;
  }

  /** Columns of what comes out over an input of so many columns. */
  public int outputSize(int inputSize) {
    return layers == 0 ? inputSize : layerSize() + (skip ? inputSize : 0);
  }

  /** Number of weights of layers over an input of so many columns. */
  public long weights(int inputSize) {
    long count = 0;
    for (int i = 0; i < layers; i++) {
      int size = i == 0 ? inputSize : layerSize();
      count +=
          isFeedForward()
              ? (size + 1L) * hiddenSize
              : (isBidirectional() ? 2 : 1) * cells(cell).weights(size, hiddenSize);
    }
    return count;
  }

  /** The layers with zero weights, each with its dropout behind it. */
  List<Layer<FMatrixRMaj>> layers(int inputSize, int firstPlace) {
    List<Layer<FMatrixRMaj>> all = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      all.add(layer(i, i == 0 ? inputSize : layerSize(), all.size()));
      all.add(new Dropout(layerSize(), dropout, firstPlace + i));
    }
    if (isMean()) {
      all.add(new MeanOverTime(layers == 0 ? inputSize : layerSize()));
    }
    return all;
  }

  private Layer<FMatrixRMaj> layer(int number, int size, int place) {
    if (isFeedForward()) {
      return new FeedForward("feed." + number, size, hiddenSize);
    }
    return isBidirectional()
        ? new Bidirectional(
            size,
            recurrent("forwards." + number, size, 0),
            recurrent("backwards." + number, size, 1))
        : recurrent(cells(cell).kind() + "." + number, size, place);
  }

  private Layer<FMatrixRMaj> recurrent(String name, int size, int place) {
    return cells(cell)
        .layer(
            name, size, layout -> new DenseInputProjection(name, size, layout), hiddenSize, place);
  }

  private static void require(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be %d to %d but was %d".formatted(what, least, most, value));
    }
  }
}
