package ductus.generate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class SamplingTest {
  @Test
  void takesTheWholeRange() {
    assertEquals(0, new Sampling(0, 0, 1).temperature());
    assertEquals(1e-9, new Sampling(0.5, 40, 1e-9).topP());
  }

  @Test
  void rejectsWhatIsOutOfRange() {
    assertThrows(IllegalArgumentException.class, () -> new Sampling(-0.1, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Sampling(Double.NaN, 0, 1));
    assertThrows(
        IllegalArgumentException.class, () -> new Sampling(Double.POSITIVE_INFINITY, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> new Sampling(1, -1, 1));
    assertThrows(IllegalArgumentException.class, () -> new Sampling(1, 0, 0));
    assertThrows(IllegalArgumentException.class, () -> new Sampling(1, 0, 1.1));
    assertThrows(IllegalArgumentException.class, () -> new Sampling(1, 0, Double.NaN));
  }
}
