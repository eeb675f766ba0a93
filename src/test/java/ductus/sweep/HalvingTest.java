package ductus.sweep;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HalvingTest {
  @Test
  void rungsGrowByTheFactorUpToTheLastEpoch() {
    assertEquals(List.of(3, 9, 27, 40), new Halving(3, 3).rungs(40));
    assertEquals(List.of(3, 9), new Halving(3, 3).rungs(9));
    assertEquals(List.of(2), new Halving(3, 5).rungs(2));
    int most = Integer.MAX_VALUE;
    assertEquals(most, new Halving(1000, 1).rungs(most).get(4));
  }

  @Test
  void oneInSoManyGoesOnAndOneAtLeast() {
    assertEquals(3, new Halving(3, 1).kept(9));
    assertEquals(2, new Halving(3, 1).kept(8));
    assertEquals(1, new Halving(3, 1).kept(2));
  }

  @Test
  void rejectsALadderThatDoesNotRise() {
    assertRefused("halving.factor must be 2 to 1000 but was 1", () -> new Halving(1, 1));
    assertRefused("halving.first must be 1 epoch or more but was 0", () -> new Halving(2, 0));
  }
}
