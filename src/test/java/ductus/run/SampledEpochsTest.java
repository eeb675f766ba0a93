package ductus.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SampledEpochsTest {
  @Test
  void shortEpochsAreSampledMoreAndMoreRarely() {
    SampledEpochs epochs = new SampledEpochs(500);
    assertEquals(
        List.of(1, 2, 4, 5, 8, 10, 15, 16, 20, 25, 30, 32),
        IntStream.rangeClosed(1, 34).filter(epochs::includes).boxed().toList());
  }

  @Test
  void longEpochsAreAllSampled() {
    SampledEpochs epochs = new SampledEpochs(1_000_000);
    assertTrue(IntStream.rangeClosed(1, 34).allMatch(epochs::includes));
  }
}
