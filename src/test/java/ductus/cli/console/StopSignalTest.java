package ductus.cli.console;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class StopSignalTest {
  /** A pen on its way home must not be cut off, nor a program wait for ever. */
  @Test
  void theProgramWaitsAsLongAsTheWorkAskedFor() throws InterruptedException {
    try (StopSignal stop = new StopSignal(Duration.ofMillis(300))) {
      Thread ending = new Thread(stop::stop);
      long begun = System.nanoTime();
      ending.start();
      ending.join(10_000);
      long waited = (System.nanoTime() - begun) / 1_000_000;
      assertTrue(stop.isGiven());
      assertFalse(ending.isAlive());
      assertTrue(waited >= 300, waited + " ms");
    }
  }

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
