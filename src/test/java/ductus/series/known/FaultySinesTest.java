package ductus.series.known;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class FaultySinesTest {
  @Test
  void faultsStandWhereItSays() {
    for (long seed = 0; seed < 30; seed++) {
      FaultySines faulty = FaultySines.of(1500, 500, 8, seed);
      double[] values = faulty.values();
      List<FaultySines.Fault> faults = faulty.faults();
      assertEquals(8, faults.size());
      int last = 500;
      for (FaultySines.Fault fault : faults) {
        assertTrue(fault.from() >= last + 40 || (last == 500 && fault.from() >= 540));
        assertTrue(fault.to() > fault.from() && fault.to() <= 1500);
        last = fault.to();
        switch (fault.kind()) {
          case SPIKE -> {
            assertEquals(1, fault.to() - fault.from());
            double around = (values[fault.from() - 1] + values[fault.to()]) / 2;
            assertTrue(Math.abs(values[fault.from()] - around) > 1);
          }
          case STUCK -> {
            for (int t = fault.from(); t < fault.to(); t++) {
              assertEquals(values[fault.from() - 1], values[t]);
            }
          }
          case NOISE, SHIFT -> assertTrue(fault.to() - fault.from() >= 10);
        }
        assertTrue(faulty.isFaulty(fault.from()));
        assertFalse(faulty.isFaulty(fault.to()));
      }
    }
  }

  @Test
  void theSeedDecidesAndWithoutFaultsThereAreNone() {
    assertArrayEquals(
        FaultySines.of(600, 100, 4, 1).values(), FaultySines.of(600, 100, 4, 1).values());
    assertTrue(FaultySines.of(50, 50, 0, 1).faults().isEmpty());
  }

  @Test
  void refusesMoreFaultsThanThereIsRoomFor() {
    assertThrows(IllegalArgumentException.class, () -> FaultySines.of(600, 500, 1, 1));
  }
}
