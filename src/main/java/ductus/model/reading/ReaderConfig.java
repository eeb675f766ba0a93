package ductus.model.reading;

import ductus.model.CoreConfig;
import ductus.model.pen.Alphabet;
import ductus.nn.Sizes;
import java.util.Arrays;

/**
 * The shape of a network that reads text.
 *
 * @param alphabet what it can read
 * @param features numbers of a step, F
 * @param layers bidirectional layers, 1 to 3
 * @param hiddenSize of each direction, H
 * @param dropout share of activations dropped behind each layer while training
 */
public record ReaderConfig(
    Alphabet alphabet, int features, int layers, int hiddenSize, double dropout) {
  public ReaderConfig {
    if (alphabet == null) {
      throw new IllegalArgumentException("a reader must have an alphabet");
    }
    Sizes.require("numbers of a step", features, 1, 1024);
    core(layers, hiddenSize, dropout);
  }

  /** The layers below the head. */
  CoreConfig core() {
    return core(layers, hiddenSize, dropout);
  }

  private static CoreConfig core(int layers, int hiddenSize, double dropout) {
    return new CoreConfig("lstm" + CoreConfig.BIDIRECTIONAL, layers, hiddenSize, dropout, false);
  }

  /** Number of weights of a network of this shape. */
  public long weights() {
    return core().weights(features) + (2L * hiddenSize + 1) * (labelCount() + 1);
  }

  /**
   * The labels of a text's characters: their places in the alphabet.
   *
   * @throws IllegalArgumentException if the alphabet has not all of them
   */
  public int[] labels(String text) {
    int[] characters = text.codePoints().toArray();
    int[] labels = Arrays.copyOf(alphabet.numbers(characters), characters.length);
    Arrays.setAll(labels, i -> labels[i] - 1);
    return labels;
  }

  /** The text of some labels. */
  public String text(int[] labels) {
    int[] characters = alphabet.characters().codePoints().toArray();
    StringBuilder text = new StringBuilder();
    for (int label : labels) {
      text.appendCodePoint(characters[label]);
    }
    return text.toString();
  }

  /** Characters of the alphabet, V; this is the blank's label, too. */
  public int labelCount() {
    return alphabet.size() - 1;
  }
}
