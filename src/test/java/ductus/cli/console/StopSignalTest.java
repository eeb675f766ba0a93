package ductus.cli.console;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class StopSignalTest {
  /** Files cannot be written through channels by a thread that stays interrupted. */
  @Test
  void takesAnInterruptionAsTheSignalAndAway() {
    try (StopSignal stop = new StopSignal()) {
      assertFalse(stop.isGiven());
      Thread.currentThread().interrupt();
      assertTrue(stop.isGiven());
      assertFalse(Thread.currentThread().isInterrupted());
      assertTrue(stop.isGiven());
    } finally {
      Thread.interrupted();
    }
  }
}
