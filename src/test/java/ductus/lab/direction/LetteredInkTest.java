package ductus.lab.direction;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.corpus.hand.HandFolder;
import ductus.file.ShippedCorpora;
import ductus.ink.hand.Hand;
import ductus.ink.variation.HandVariation;
import ductus.math.Randomness;
import ductus.model.signal.SignalSequence;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetteredInkTest {
  @Test
  void beginningsAreTheFirstStepsOfTheSameLetters() throws Exception {
    List<Hand> hands = HandFolder.read(ShippedCorpora.resolve("corpora/hands/round.json")).hands();
    SignalSequence steps =
        new LetteredInk(hands, HandVariation.natural(), false).draw(40, Randomness.of(1));
    SignalSequence beginnings =
        new LetteredInk(hands, HandVariation.natural(), true).draw(40, Randomness.of(1));
    assertEquals(40, steps.length());
    assertArrayEquals(steps.inputs(), beginnings.inputs());
    assertTrue(Float.isNaN(steps.target(0, 0)), "the first step is a move");
    assertEquals(steps.target(1, 0), beginnings.target(1, 0));
    int asked = 0;
    int begun = 0;
    for (int t = 0; t < 40; t++) {
      asked += Float.isNaN(steps.target(t, 0)) ? 0 : 1;
      if (!Float.isNaN(beginnings.target(t, 0))) {
        begun++;
        assertEquals(steps.target(t, 0), beginnings.target(t, 0));
      }
    }
    assertTrue(begun > 3 && begun < asked / 2, begun + " of " + asked);
  }
}
