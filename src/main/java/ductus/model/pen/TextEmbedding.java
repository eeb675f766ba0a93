package ductus.model.pen;

import ductus.nn.Embedding;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/**
 * The characters of texts as vectors [U×B×W]: what a character is to all hands, with its neighbors,
 * and the form that the line's own hand gives it. Weights in the file: {@code character.weight}
 * [3·V×W] and {@code letterform.weight} [R×W], its rows as {@link Letterforms} has them.
 */
final class TextEmbedding {
  /** Name of the weights that belong to hands. */
  static final String FORMS = "letterform";

  private final Letterforms table;
  private final Embedding characters;
  private final Embedding forms;

  /** Tables of zeros for some hands. */
  TextEmbedding(PenNetworkConfig.TextWindow text, Letterforms table) {
    this.table = table;
    int rows = TextRows.tableRows(text.alphabet());
    characters = new Embedding("character", rows, text.characterSize());
    forms = new Embedding(FORMS, table.rows(), text.characterSize());
  }

  List<Parameter> parameters() {
    return Stream.of(characters, forms).flatMap(each -> each.parameters().stream()).toList();
  }

  /** The forms of all hands [R×W]; live. */
  FMatrixRMaj forms() {
    return forms.table().value();
  }

  void initialize(RandomGenerator random) {
    characters.initialize(random);
    forms.initialize(random);
  }

  /**
   * Vectors of texts, each in one hand.
   *
   * @param hands number of each line's hand [B]
   */
  FMatrixRMaj forward(TextRows texts, int[] hands, Tape tape) {
    FMatrixRMaj vectors = forward(texts, hands.length, tape);
    CommonOps_FDRM.addEquals(vectors, forms.forward(texts.forms(hands, table), tape));
    return vectors;
  }

  /**
   * Vectors of texts in blends of hands; there is no way back from them.
   *
   * @param shares of the hands in each line [B×S]
   */
  FMatrixRMaj blend(TextRows texts, FMatrixRMaj shares, Tape tape) {
    FMatrixRMaj vectors = forward(texts, shares.numRows, tape);
    for (int hand = 0; hand < shares.numCols; hand++) {
      if (hasShare(hand, shares)) {
        add(texts, hand, shares, vectors, tape);
      }
    }
    return vectors;
  }

  private static boolean hasShare(int hand, FMatrixRMaj shares) {
    for (int line = 0; line < shares.numRows; line++) {
      if (shares.get(line, hand) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Adds one hand's forms of all texts, by its share in each. */
  private void add(TextRows texts, int hand, FMatrixRMaj shares, FMatrixRMaj vectors, Tape tape) {
    int[] all = new int[shares.numRows];
    Arrays.fill(all, hand);
    FMatrixRMaj own = forms.forward(texts.forms(all, table), tape);
    for (int i = 0; i < vectors.getNumElements(); i++) {
      int line = i / vectors.numCols % shares.numRows;
      vectors.data[i] += shares.get(line, hand) * own.data[i];
    }
  }

  private FMatrixRMaj forward(TextRows texts, int lines, Tape tape) {
    tape.begin(texts.longest(), lines, State.zero(List.of(), lines));
    return characters.forward(texts.indices(), tape);
  }

  /** Goes back from the last {@link #forward}. */
  void backward(FMatrixRMaj gradient, Tape tape) {
    characters.backward(gradient, tape);
    forms.backward(gradient, tape);
  }
}
