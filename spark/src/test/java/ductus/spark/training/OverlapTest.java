package ductus.spark.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.spark.SparkConf;
import org.junit.jupiter.api.Test;

class OverlapTest {
  private static final int UPDATES = 30 * Overlap.TURN;

  private final Overlap overlap = Overlap.of(new SparkConf(false));
  private long now = -5_000_000_000L;

  @Test
  void bothWaysAreTriedByTurns() {
    int with = run(UPDATES, 75_000_000, 75_000_000);
    assertEquals(UPDATES / 2, with);
  }

  @Test
  void staysOnWhereThatWasFaster() {
    run(UPDATES, 77_000_000, 87_000_000);
    assertTrue(overlap.isOn());
    assertEquals(50, run(50, 99_000_000, 87_000_000), "then it is not asked any more");
  }

  @Test
  void isSwitchedOffWhereItGainsNextToNothing() {
    run(UPDATES, 74_000_000, 75_000_000);
    assertFalse(overlap.isOn());
    assertEquals(0, run(50, 74_000_000, 75_000_000));
  }

  @Test
  void aTurnThatWasHeldUpDoesNotDecide() {
    run(UPDATES - 5, 77_000_000, 87_000_000);
    now += 60_000_000_000L;
    run(5, 77_000_000, 87_000_000);
    assertTrue(overlap.isOn());
  }

  @Test
  void aSettingDecidesAlone() {
    Overlap always = Overlap.of(setting("true"));
    Overlap never = Overlap.of(setting("false"));
    for (int update = 0; update < UPDATES; update++) {
      assertTrue(always.isOn());
      assertFalse(never.isOn());
      always.ended(update);
      never.ended(update);
    }
    IllegalArgumentException wrong =
        assertThrows(IllegalArgumentException.class, () -> Overlap.of(setting("yes")));
    assertEquals(
        "spark.ductus.overlap is 'yes': it must be auto, true or false", wrong.getMessage());
  }

  private static SparkConf setting(String value) {
    return new SparkConf(false).set("spark.ductus.overlap", value);
  }

  /** Updates that take so long with and without; returns how many were with. */
  private int run(int updates, long with, long without) {
    int counted = 0;
    for (int update = 0; update < updates; update++) {
      boolean on = overlap.isOn();
      now += on ? with : without;
      counted += on ? 1 : 0;
      overlap.ended(now);
    }
    return counted;
  }
}
