package ductus.cli.doctor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class SpeedCheckTest {
  @Test
  void saysWhatThreadsAreWorth() {
    assertEquals(
        "2 are worth 1.8 of one now: an LSTM of 256 units learns 50,000 steps a second on one,"
            + " 66,667 shared out by units, 90,909 by sequences",
        SpeedCheck.describe(2, new double[] {20_000, 15_000, 11_000}));
    assertTrue(
        SpeedCheck.describe(2, new double[] {20_000, 21_000, 19_500})
            .endsWith("by sequences; they share a core, or something else is at work"));
  }
}
