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

  @Test
  void samplesBecomeRarerInRunsOfManyEpochs() {
    SampledEpochs shorter = new SampledEpochs(500);
    SampledEpochs longer = new SampledEpochs(1_000_000);
    assertTrue(longer.includes(1000));
    assertEquals(1500, counted(longer, 2000));
    assertEquals(300, counted(shorter, 2000), 12);
    assertEquals(900, counted(shorter, 100_000), 30);
  }

  private static int counted(SampledEpochs epochs, int last) {
    return (int) IntStream.rangeClosed(1, last).filter(epochs::includes).count();
  }
}
