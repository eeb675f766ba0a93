package ductus.lab.memory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.lab.task.Adding;
import ductus.lab.task.TaskTrainingPlan;
import ductus.math.Randomness;
import ductus.model.CoreConfig;
import ductus.model.cell.CellConfig;
import ductus.model.signal.SignalNetwork;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChronoInitializationTest {
  private static final int UNITS = 8;
  private static final int LONGEST = 100;

  private static float[] biases(String cell) {
    SignalNetwork network = new SignalNetwork(new Adding().network(new CoreConfig(cell, 1, UNITS)));
    String kind = CellConfig.parse(cell).kind();
    new ChronoInitialization(network, kind, LONGEST).initialize(Randomness.of(1));
    return network.parameters().stream()
        .filter(each -> each.name().endsWith(".bias"))
        .findFirst()
        .orElseThrow()
        .value()
        .data;
  }

  @Test
  void forgetGatesHoldOnUpToTheLongestLag() {
    float[] lstm = biases("lstm");
    float[] gru = biases("gru");
    for (int unit = 0; unit < UNITS; unit++) {
      float forget = lstm[UNITS + unit];
      assertTrue(forget >= 0 && forget <= StrictMath.log(LONGEST - 1), "" + forget);
      assertEquals(-forget, lstm[unit]);
      assertEquals(0, lstm[2 * UNITS + unit]);
      assertEquals(0, lstm[3 * UNITS + unit]);
      assertEquals(0, gru[unit]);
      assertTrue(gru[UNITS + unit] >= 0, "" + gru[UNITS + unit]);
    }
  }

  @Test
  void cellsWithoutGatesAreRefusedBeforeAnythingRuns() {
    MemorySettings settings =
        new MemorySettings(
            List.of(
                new MemorySettings.Lags(
                    "adding",
                    List.of(10),
                    List.of("elman, chrono"),
                    8,
                    new TaskTrainingPlan(2, 2, 1, 2, 0.01, 1))));
    assertThrows(IllegalArgumentException.class, () -> new Memory().trials(settings));
  }
}
