package ductus.task.classification.subject;

import static ductus.Refusals.assertRefusedNaming;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TermWeightsTest {
  private static final TermWeights WEIGHTS =
      TermWeights.learn(List.of(List.of("The", "sea"), List.of("the", "the", "sky")));

  @Test
  void widespreadWordsComeFirst() {
    assertEquals(new TermWeights(List.of("the", "sea", "sky"), List.of(2, 1, 1), 2), WEIGHTS);
  }

  @Test
  void aWordWeighsTheMoreTheFewerTextsHaveIt() {
    double the = StrictMath.log(3) * StrictMath.log(3.0 / 2);
    double sea = StrictMath.log(2) * StrictMath.log(3);
    double length = Math.sqrt(the * the + sea * sea);
    assertArrayEquals(
        new float[] {(float) (the / length), (float) (sea / length), 0},
        WEIGHTS.row(List.of("Sea", "the", "The", "moon"), WEIGHTS.places()),
        1e-6f);
  }

  @Test
  void aTextOfUnknownWordsWeighsNothing() {
    assertArrayEquals(new float[3], WEIGHTS.row(List.of("moon"), WEIGHTS.places()));
  }

  @Test
  void refusesCountsThatCannotBe() {
    assertRefusedNaming(
        "must be 1 to 2 but were 3", () -> new TermWeights(List.of("a"), List.of(3), 2));
    assertRefusedNaming(
        "were 1 with 2 numbers", () -> new TermWeights(List.of("a"), List.of(1, 1), 2));
  }
}
