package ductus.metric.baseline;

import static ductus.metric.baseline.Pieces.nats;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.model.Sequence;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class BarAwareTrigramTest {
  private static final int VOCABULARY = 3;
  private static final int BAR = 5;

  @Test
  void sumsToOneForEveryContext() {
    BarAwareTrigram model = model();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    for (int pieces = 0; pieces < 20; pieces++) {
      model.add(piece(40, random));
    }
    for (int place = Sequence.NONE; place < BAR; place++) {
      for (int first = 0; first < VOCABULARY; first++) {
        for (int second = 0; second < VOCABULARY; second++) {
          double sum = 0;
          for (int token = 0; token < VOCABULARY; token++) {
            int[] features = {0, 0, 0, 0, BAR, place};
            Sequence piece = new Sequence(new int[] {first, second, token}, features, 2);
            double probability = model.probability(piece, 2);
            assertTrue(probability > 0);
            sum += probability;
          }
          assertEquals(1, sum, 1e-12, place + ": " + first + ", " + second);
        }
      }
    }
  }

  @Test
  void learnsWhatDependsOnThePlaceInTheBar() {
    BarAwareTrigram aware = model();
    KneserNey plain = new KneserNey(VOCABULARY, 3);
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(2);
    for (int pieces = 0; pieces < 300; pieces++) {
      Sequence piece = piece(50, random);
      aware.add(piece);
      plain.add(piece);
    }
    Sequence test = piece(500, random);
    // Four of five tokens follow from the place; the fifth is one of two, drawn alike.
    assertEquals(Math.log(2) / 5, nats(aware, test) / 499, 0.03);
    assertTrue(nats(plain, test) > 1.5 * nats(aware, test));
  }

  @Test
  void backsOffToTheTrigramWhereThePlaceIsNew() {
    BarAwareTrigram aware = model();
    KneserNey plain = new KneserNey(VOCABULARY, 3);
    Sequence learned = new Sequence(new int[] {0, 1, 2, 1}, new int[8], 2);
    aware.add(learned);
    plain.add(learned);
    int[] elsewhere = {3, 3, 3, 3, 3, 3, 3, 3};
    Sequence test = new Sequence(new int[] {0, 1, 2, 1}, elsewhere, 2);
    assertEquals(nats(plain, test), nats(aware, test), 0);
    assertTrue(nats(aware, learned) < nats(plain, learned));
  }

  private static BarAwareTrigram model() {
    return new BarAwareTrigram(VOCABULARY, BAR + 1, 1, 0);
  }

  /** Token 0 but on the first place of each bar, where it is 1 or 2. */
  private static Sequence piece(int length, RandomGenerator random) {
    int[] tokens = new int[length];
    int[] features = new int[2 * length];
    for (int t = 0; t < length; t++) {
      tokens[t] = t % BAR == 0 ? 1 + random.nextInt(2) : 0;
      features[2 * t] = BAR;
      features[2 * t + 1] = t % BAR;
    }
    return new Sequence(tokens, features, 2);
  }
}
