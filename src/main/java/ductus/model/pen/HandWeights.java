package ductus.model.pen;

import ductus.model.pen.PenNetworkConfig.TextWindow;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * What a network that follows texts holds of one hand alone.
 *
 * @param style the hand's vector [1×S]
 * @param letterforms what it makes of each character of the alphabet [V×W]
 */
public record HandWeights(FMatrixRMaj style, FMatrixRMaj letterforms) {
  /** Zeros, for a network of some shape. */
  public static HandWeights zero(PenNetworkConfig config) {
    TextWindow text = config.textWindow();
    return new HandWeights(
        new FMatrixRMaj(1, config.styleSize()),
        new FMatrixRMaj(text.alphabet().size(), text.characterSize()));
  }

  /** A copy of those of a hand that a network has learned. */
  public static HandWeights of(PenNetwork network, int hand) {
    HandWeights weights = zero(network.config());
    copyRows(network.styles(), hand, weights.style, 0, 1);
    int forms = weights.letterforms.numRows;
    copyRows(network.letterforms(), hand * forms, weights.letterforms, 0, forms);
    return weights;
  }

  /**
   * What a new hand may begin with: a known one's, and for characters that this one has never seen
   * the mean of the hands that have.
   */
  public static HandWeights like(PenNetwork network, int known) {
    HandWeights weights = of(network, known);
    List<PenStyle> styles = network.config().styles();
    Alphabet alphabet = network.config().textWindow().alphabet();
    alphabet
        .characters()
        .codePoints()
        .filter(character -> !styles.get(known).codePoints().contains(character))
        .filter(character -> character != ' ')
        .forEach(character -> weights.takeMean(character, network));
    return weights;
  }

  private void takeMean(int character, PenNetwork network) {
    List<PenStyle> styles = network.config().styles();
    int row = network.config().textWindow().alphabet().numbers(new int[] {character})[0];
    int size = letterforms.numCols;
    double[] sum = new double[size];
    int count = 0;
    for (int hand = 0; hand < styles.size(); hand++) {
      if (styles.get(hand).codePoints().contains(character)) {
        for (int w = 0; w < size; w++) {
          sum[w] += network.letterforms().get(hand * letterforms.numRows + row, w);
        }
        count++;
      }
    }
    for (int w = 0; w < size && count > 0; w++) {
      letterforms.set(row, w, (float) (sum[w] / count));
    }
  }

  /** Becomes what a network holds of a hand. */
  public void copyTo(PenNetwork network, int hand) {
    copyRows(style, 0, network.styles(), hand, 1);
    int forms = letterforms.numRows;
    copyRows(letterforms, 0, network.letterforms(), hand * forms, forms);
  }

  private static void copyRows(
      FMatrixRMaj from, int fromRow, FMatrixRMaj to, int toRow, int count) {
    int size = from.numCols;
    System.arraycopy(from.data, fromRow * size, to.data, toRow * size, count * size);
  }
}
