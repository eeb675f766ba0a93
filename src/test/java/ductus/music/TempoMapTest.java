package ductus.music;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class TempoMapTest {
  private static final TempoMap MAP =
      new TempoMap(
          480,
          List.of(
              new TempoChange(480, 1_000_000),
              new TempoChange(960, 7),
              new TempoChange(960, 250_000)));

  @Test
  void secondsFollowEveryTempo() {
    assertEquals(0, MAP.seconds(0));
    assertEquals(0.5, MAP.seconds(480));
    assertEquals(1.5, MAP.seconds(960));
    assertEquals(1.75, MAP.seconds(1440));
    assertEquals(1_000_000, MAP.microseconds(720));
  }

  @Test
  void refusesTemposOutOfOrder() {
    List<TempoChange> tempos = List.of(new TempoChange(9, 1), new TempoChange(8, 1));
    assertThrows(IllegalArgumentException.class, () -> new TempoMap(480, tempos));
  }
}
