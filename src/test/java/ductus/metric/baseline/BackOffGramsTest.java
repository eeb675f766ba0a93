package ductus.metric.baseline;

import static ductus.metric.baseline.Pieces.piece;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Randomness;
import ductus.model.Sequence;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackOffGramsTest {
  @Test
  void mixesTheOrdersByHandComputedWeights() {
    BackOffGrams model = new BackOffGrams(3, 1);
    model.add(piece(0, 1, 1, 2));
    // Behind nothing: 1 twice, 2 once; behind 1: 1 once, 2 once.
    double zero = (1 + 2 / 3.0) / (3 + 2);
    assertEquals((1 + 2 * zero) / (2 + 2), model.probability(piece(1, 2), 1), 1e-15);
    // Nothing followed 2.
    assertEquals((2 + 2 / 3.0) / 5, model.probability(piece(2, 1), 1), 1e-15);
  }

  @Test
  void probabilitiesAddUpToOne() {
    RandomGenerator random = Randomness.of(5);
    BackOffGrams model = new BackOffGrams(6, 3);
    model.add(new Sequence(random.ints(200, 0, 6).toArray(), new int[0], 0));
    for (int i = 0; i < 50; i++) {
      int[] context = random.ints(5, 0, 6).toArray();
      double sum = 0;
      for (int token = 0; token < 6; token++) {
        context[4] = token;
        sum += model.probability(new Sequence(context, new int[0], 0), 4);
      }
      assertEquals(1, sum, 1e-12);
    }
  }

  @Test
  void aLongerContextForetellsWhatAShorterOneCannot() {
    Sequence wave = new Sequence(pattern(400), new int[0], 0);
    BackOffGrams one = new BackOffGrams(3, 1);
    BackOffGrams two = new BackOffGrams(3, 2);
    one.add(wave);
    two.add(wave);
    assertTrue(one.probability(wave, 101) < 0.6, "one token before says little");
    assertTrue(two.probability(wave, 101) > 0.95, "two say all");
  }

  @Test
  void rejectsWhatIsNotInTheVocabulary() {
    assertThrows(IllegalArgumentException.class, () -> new BackOffGrams(2, 1).add(piece(0, 2)));
  }

  /** 0 0 1 1 0 0 1 1 ... */
  private static int[] pattern(int length) {
    int[] tokens = new int[length];
    for (int i = 0; i < length; i++) {
      tokens[i] = i / 2 % 2;
    }
    return tokens;
  }
}
