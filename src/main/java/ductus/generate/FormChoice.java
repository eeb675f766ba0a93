package ductus.generate;

import ductus.math.Randomness;
import ductus.model.pen.Letterforms;
import ductus.model.pen.PenText;
import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * Chooses which of a hand's forms each character of a line takes: at random, never the same twice
 * in succession where there are others, as people's letters alternate.
 *
 * @param forms that the hands have
 * @param hands share of each of them in each line's style [B×hands]
 */
record FormChoice(Letterforms forms, FMatrixRMaj hands) {
  /**
   * Chooses the forms of a line's characters.
   *
   * @param characters their numbers, the end behind them
   * @param line whose style it is written in
   */
  PenText draw(int[] characters, int line, RandomGenerator random) {
    int[] chosen = new int[characters.length];
    Map<Integer, Integer> last = new HashMap<>();
    for (int u = 0; u < characters.length; u++) {
      int before = last.getOrDefault(characters[u], -1);
      chosen[u] = Randomness.another(before, count(characters[u], line), random);
      last.put(characters[u], chosen[u]);
    }
    return new PenText(characters, chosen);
  }

  /** The most forms that any hand of a line's style has of a character. */
  private int count(int character, int line) {
    int most = 1;
    for (int hand = 0; hand < hands.numCols; hand++) {
      if (hands.get(line, hand) > 0) {
        most = Math.max(most, forms.count(hand, character));
      }
    }
    return most;
  }
}
