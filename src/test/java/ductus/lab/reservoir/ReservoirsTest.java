package ductus.lab.reservoir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.lab.reservoir.Reservoirs.ReservoirSettings;
import ductus.lab.result.Outcome;
import ductus.lab.result.Results;
import ductus.lab.result.Results.Result;
import ductus.lab.trial.Trial;
import ductus.math.Randomness;
import ductus.nn.reservoir.Reservoir;
import ductus.nn.reservoir.ReservoirShape;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReservoirsTest {
  private static final ReservoirShape SHAPE = new ReservoirShape(0.8, 0.9, 1, 10);

  private static Reservoir reservoir(int units, ReservoirShape shape) {
    Reservoir reservoir = new Reservoir("reservoir", 1, units, shape, 0);
    reservoir.initialize(Randomness.of(1));
    return reservoir;
  }

  private static ReservoirSweep sweep(List<Integer> sizes) {
    return new ReservoirSweep(
        "mackey-glass",
        new ReadoutFit(1200, 400, 1e-15),
        20,
        SHAPE,
        sizes,
        List.of(0.8, 1.2),
        List.of());
  }

  @Test
  void aReservoirGoesOnWithTheSeriesByItself() {
    Outcome outcome =
        new MackeyGlassTask()
            .examine(reservoir(200, SHAPE), new ReadoutFit(3000, 1000, 1e-15), 1, true);
    double error = outcome.figures().get(0);
    double next = outcome.figures().get(1);
    assertTrue(error < 0.1, "error at step 84: " + error);
    assertTrue(next < 3e-4, "error at step 1: " + next);
    assertEquals(3, outcome.curves().size());
    assertEquals(error, outcome.curves().get(0).y().get(83));
  }

  /** Within a factor of two of what Jaeger (2001) found with as many units. */
  @Test
  void fourHundredUnitsAreAsGoodAsPublished() {
    ReservoirShape shape = new ReservoirShape(0.8, 0.4, 1, 10);
    Outcome outcome =
        new MackeyGlassTask()
            .examine(reservoir(400, shape), new ReadoutFit(3000, 1000, 1e-17), 1, false);
    double published = outcome.figures().get(2);
    assertEquals(0.00028, published);
    double error = outcome.figures().get(0);
    assertTrue(error < 2 * published, "error at step 84: " + error);
  }

  @Test
  void aReservoirLearnsToAnswerAsNarmaDoes() {
    ReservoirShape shape = new ReservoirShape(0.9, 1, 0.1, 10);
    ReadoutFit lesson = new ReadoutFit(2200, 200, 1e-10);
    double small = new NarmaTask().examine(reservoir(20, shape), lesson, 1, true).figures().get(0);
    double large = new NarmaTask().examine(reservoir(100, shape), lesson, 1, true).figures().get(0);
    assertTrue(large < 0.35, "with 100 units " + large);
    assertTrue(small > large && small < 0.6, "with 20 units " + small);
  }

  @Test
  void picturesShowEachVariationAndOneFreeRun() {
    ReservoirSettings settings = new ReservoirSettings(List.of(sweep(List.of(10, 20))));
    Reservoirs reservoirs = new Reservoirs();
    List<Result> results = new ArrayList<>();
    List<Trial> trials = reservoirs.trials(settings);
    assertEquals(4, trials.size());
    for (Trial trial : trials) {
      boolean sized = trial.labels().get(1).equals("units");
      Outcome outcome =
          new MackeyGlassTask()
              .examine(reservoir(10, SHAPE), new ReadoutFit(600, 200, 1e-6), 1, sized);
      results.add(new Result(trial.labels(), 1, outcome));
    }
    String svg =
        new String(reservoirs.picture(settings, new Results(results)), StandardCharsets.UTF_8);
    for (String part : List.of("spectral radius", "10 units", "a free run, 20 units", "truth")) {
      assertTrue(svg.contains(part), part);
    }
    reservoirs.picture(settings, new Results(List.of()));
  }

  @Test
  void saysWhatIsWrongWithSettings() {
    assertThrows(IllegalArgumentException.class, () -> new ReadoutFit(100, 100, 1e-6));
    assertThrows(IllegalArgumentException.class, () -> new ReadoutFit(100, 10, 0));
    assertThrows(IllegalArgumentException.class, () -> sweep(List.of(0)));
    String message =
        assertThrows(IllegalArgumentException.class, () -> EchoTask.named("lorenz")).getMessage();
    assertEquals("series must be one of narma-10, mackey-glass but was lorenz", message);
  }
}
