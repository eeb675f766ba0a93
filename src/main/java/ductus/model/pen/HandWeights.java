package ductus.model.pen;

import ductus.model.pen.PenNetworkConfig.TextWindow;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ejml.data.FMatrixRMaj;

/**
 * What a network that follows texts holds of one hand alone.
 *
 * @param style the hand's vector [1×S]
 * @param letterforms what it makes of each character, in the order of {@link Letterforms} [R×W]
 */
public record HandWeights(FMatrixRMaj style, FMatrixRMaj letterforms) {
  /** Zeros for a hand of a network of some shape. */
  public static HandWeights zero(PenNetworkConfig config, PenStyle hand) {
    TextWindow text = config.textWindow();
    int forms = new Letterforms(text.alphabet(), List.of(hand)).rows();
    return new HandWeights(
        new FMatrixRMaj(1, config.styleSize()), new FMatrixRMaj(forms, text.characterSize()));
  }

  /** A copy of those of a hand that a network has learned. */
  public static HandWeights of(PenNetwork network, int hand) {
    PenNetworkConfig config = network.config();
    HandWeights weights = zero(config, config.styles().get(hand));
    copyRows(network.styles(), hand, weights.style, 0, 1);
    int from = config.letterforms().from(hand);
    copyRows(network.letterforms(), from, weights.letterforms, 0, weights.letterforms.numRows);
    return weights;
  }

  /**
   * What a new hand may begin with: a known one's forms, and for characters that this one has never
   * seen the mean of the hands that have.
   *
   * @param hand the new one, which may have more forms of a character or fewer
   */
  public static HandWeights like(PenNetwork network, int known, PenStyle hand) {
    PenNetworkConfig config = network.config();
    HandWeights weights = zero(config, hand);
    copyRows(network.styles(), known, weights.style, 0, 1);
    Alphabet alphabet = config.textWindow().alphabet();
    Letterforms forms = config.letterforms();
    Letterforms own = new Letterforms(alphabet, List.of(hand));
    Set<Integer> seen = numbers(config.styles().get(known), alphabet);
    for (int character = 0; character < alphabet.size(); character++) {
      boolean asKnown = !isDrawn(character, alphabet) || seen.contains(character);
      for (int form = 0; form < own.count(0, character); form++) {
        int row = own.row(0, character, form);
        if (asKnown) {
          int like = forms.row(known, character, form);
          copyRows(network.letterforms(), like, weights.letterforms, row, 1);
        } else {
          weights.takeMean(row, character, network);
        }
      }
    }
    return weights;
  }

  private static Set<Integer> numbers(PenStyle style, Alphabet alphabet) {
    return style.codePoints().stream()
        .filter(alphabet::has)
        .map(alphabet::number)
        .collect(Collectors.toSet());
  }

  private static boolean isDrawn(int character, Alphabet alphabet) {
    return character != Alphabet.END && character != alphabet.number(' ');
  }

  /** The mean of the first forms of a character in the hands that have it; zeros if none has. */
  private void takeMean(int row, int character, PenNetwork network) {
    PenNetworkConfig config = network.config();
    Alphabet alphabet = config.textWindow().alphabet();
    Letterforms forms = config.letterforms();
    int size = letterforms.numCols;
    double[] sum = new double[size];
    int count = 0;
    for (int hand = 0; hand < config.styles().size(); hand++) {
      if (numbers(config.styles().get(hand), alphabet).contains(character)) {
        for (int w = 0; w < size; w++) {
          sum[w] += network.letterforms().get(forms.row(hand, character, 0), w);
        }
        count++;
      }
    }
    for (int w = 0; w < size && count > 0; w++) {
      letterforms.set(row, w, (float) (sum[w] / count));
    }
  }

  /** Becomes what a network holds of a hand with as many forms. */
  public void copyTo(PenNetwork network, int hand) {
    copyRows(style, 0, network.styles(), hand, 1);
    int from = network.config().letterforms().from(hand);
    copyRows(letterforms, 0, network.letterforms(), from, letterforms.numRows);
  }

  private static void copyRows(
      FMatrixRMaj from, int fromRow, FMatrixRMaj to, int toRow, int count) {
    int size = from.numCols;
    System.arraycopy(from.data, fromRow * size, to.data, toRow * size, count * size);
  }
}
