package ductus.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SequenceTest {
  @Test
  void copiesWhatItIsGivenAndWhatItGives() {
    int[] tokens = {1, 2};
    int[] features = {3, 4, 5, 6};
    Sequence sequence = new Sequence(tokens, features, 2);
    tokens[0] = 9;
    features[0] = 9;
    sequence.tokens()[1] = 9;
    assertEquals(new Sequence(new int[] {1, 2}, new int[] {3, 4, 5, 6}, 2), sequence);
    assertEquals(6, sequence.feature(1, 1));
    assertEquals(2, sequence.length());
  }

  @Test
  void equalsByTokensAndFeatures() {
    Sequence sequence = new Sequence(new int[] {1}, new int[] {2}, 1);
    assertEquals(sequence.hashCode(), new Sequence(new int[] {1}, new int[] {2}, 1).hashCode());
    assertNotEquals(sequence, new Sequence(new int[] {1}, new int[] {3}, 1));
    assertNotEquals(sequence, new Sequence(new int[] {2}, new int[] {2}, 1));
    assertNotEquals(sequence, new Sequence(new int[] {1}, new int[0], 0));
  }

  @Test
  void refusesFeaturesOfAnotherLength() {
    assertThrows(IllegalArgumentException.class, () -> new Sequence(new int[2], new int[3], 1));
  }
}
