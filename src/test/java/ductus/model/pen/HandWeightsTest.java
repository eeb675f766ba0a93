package ductus.model.pen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.math.Seeded;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandWeightsTest {
  /** Three hands, the second of which lacks b; the third has no more than a and b. */
  private static PenNetwork network() {
    PenNetworkConfig config =
        PenLines.windowed(1)
            .withStyles(
                List.of(
                    new PenStyle("one", false, "abcdef"),
                    new PenStyle("two", false, "acdef"),
                    new PenStyle("three", false, "ab")));
    PenNetwork network = new PenNetwork(config);
    network.initialize(Seeded.random(3));
    return network;
  }

  @Test
  void whatIsCopiedFromOneHandToAnotherIsTheSameAndTouchesNoThird() {
    PenNetwork network = network();
    HandWeights first = HandWeights.of(network, 0);
    HandWeights third = HandWeights.of(network, 2);
    first.copyTo(network, 1);
    HandWeights second = HandWeights.of(network, 1);
    assertArrayEquals(first.style().data, second.style().data);
    assertArrayEquals(first.letterforms().data, second.letterforms().data);
    assertArrayEquals(first.letterforms().data, HandWeights.of(network, 0).letterforms().data);
    assertArrayEquals(third.style().data, HandWeights.of(network, 2).style().data);
    assertArrayEquals(third.letterforms().data, HandWeights.of(network, 2).letterforms().data);
  }

  @Test
  void charactersThatAHandLacksBeginAsTheMeanOfThoseThatHaveThem() {
    PenNetwork network = network();
    HandWeights known = HandWeights.of(network, 1);
    HandWeights like = HandWeights.like(network, 1, network.config().styles().get(1));
    assertArrayEquals(known.style().data, like.style().data);
    for (int character : "abcdef ".codePoints().toArray()) {
      int row = PenLines.ALPHABET.numbers(new int[] {character})[0];
      for (int w = 0; w < like.letterforms().numCols; w++) {
        double mean =
            (HandWeights.of(network, 0).letterforms().get(row, w)
                    + HandWeights.of(network, 2).letterforms().get(row, w))
                / 2;
        double expected = character == 'b' ? mean : known.letterforms().get(row, w);
        assertEquals(expected, like.letterforms().get(row, w), 1e-6, Character.toString(character));
      }
    }
  }

  @Test
  void aNetworkThatWritesFreelyHasNoLetterforms() {
    PenNetwork free = new PenNetwork(PenLines.free(1));
    assertThrows(IllegalStateException.class, () -> HandWeights.of(free, 0));
    assertThrows(IllegalStateException.class, free::letterforms);
  }
}
