package ductus.model.pen;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.nn.Tape;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class TextEmbeddingTest {
  private static final Alphabet ALPHABET = PenLines.ALPHABET;
  private final TextEmbedding embedding =
      new TextEmbedding(
          new PenNetworkConfig.TextWindow(ALPHABET, 2, 5), PenLines.windowed(1).letterforms());
  private final TextRows texts = texts("ab", "bba");

  TextEmbeddingTest() {
    embedding.initialize(Seeded.random(1));
  }

  private static TextRows texts(String... texts) {
    return new TextRows(
        Arrays.stream(texts)
            .map(text -> PenText.of(ALPHABET.numbers(text.codePoints().toArray())))
            .toList(),
        ALPHABET);
  }

  private float[] blend(float... shares) {
    try (Workers workers = new Workers(1)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      return embedding.blend(texts, new FMatrixRMaj(2, 3, true, shares), tape).data.clone();
    }
  }

  @Test
  void aBlendOfOneHandIsThatHand() {
    try (Workers workers = new Workers(1)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      float[] inHands = embedding.forward(texts, new int[] {2, 0}, tape).data.clone();
      assertArrayEquals(inHands, blend(0, 0, 1, 1, 0, 0));
    }
  }

  @Test
  void aBlendLiesBetweenItsHands() {
    float[] first = blend(1, 0, 0, 1, 0, 0);
    float[] last = blend(0, 0, 1, 0, 0, 1);
    float[] between = blend(0.25f, 0, 0.75f, 0.25f, 0, 0.75f);
    for (int i = 0; i < between.length; i++) {
      assertEquals(0.25f * first[i] + 0.75f * last[i], between[i], 1e-6f);
    }
  }

  @Test
  void aCharacterHasAFormInEachHand() {
    List<float[]> hands = List.of(blend(1, 0, 0, 1, 0, 0), blend(0, 1, 0, 0, 1, 0));
    double apart = 0;
    for (int i = 0; i < hands.get(0).length; i++) {
      apart += Math.abs(hands.get(0)[i] - hands.get(1)[i]);
    }
    assertEquals(0, hands.get(0)[hands.get(0).length - 1], 0, "columns of padding stay zero");
    assertTrue(apart > 1, "forms differ");
  }
}
