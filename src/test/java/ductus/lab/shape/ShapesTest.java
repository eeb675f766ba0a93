package ductus.lab.shape;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.lab.result.Outcome;
import ductus.lab.result.Results;
import ductus.lab.result.Results.Result;
import ductus.lab.shape.Shapes.ShapeSettings;
import ductus.lab.task.TaskTrainingPlan;
import ductus.lab.trial.QuietTrial;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import ductus.math.Randomness;
import ductus.model.signal.SignalSequence;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapesTest {
  @TempDir Path folder = Path.of("");

  private static ShapeSettings settings(String cell, int updates) {
    return new ShapeSettings(cell, 16, new TaskTrainingPlan(16, updates, 1, 64, 0.02, 1));
  }

  @Test
  void everyShapeIsLearnedBetterThanByGuessing() throws Exception {
    ShapeSettings settings = settings("gru", 150);
    Shapes shapes = new Shapes();
    List<Result> results = new ArrayList<>();
    for (Trial trial : shapes.trials(settings)) {
      try (TrialContext bench =
          new TrialContext(1, folder.resolve("" + results.size()), 1, new QuietTrial())) {
        results.add(new Result(trial.labels(), 1, trial.procedure().run(bench)));
      }
    }
    for (Result result : results) {
      Outcome outcome = result.outcome();
      double right = outcome.figures().get(0);
      // Whole tunes backwards take longer than this.
      boolean tiny = !result.labels().get(0).endsWith("asynchronous");
      assertTrue(!tiny || right > outcome.figures().get(1) + 0.2, result.labels() + " " + right);
    }
    String svg = new String(shapes.picture(settings, new Results(results)), StandardCharsets.UTF_8);
    assertTrue(svg.contains("one to many") && svg.contains("% right, by guessing 25.0 %"), svg);
  }

  @Test
  void aScaleGoesUpFromItsKeynote() {
    SignalSequence scale = SmallTasks.scale().draw(8, Randomness.of(3));
    int tonic = (int) scale.target(0, 0);
    assertEquals(1, scale.input(0, tonic));
    assertEquals((tonic + 2) % 12, (int) scale.target(1, 0));
    assertEquals((tonic + 7) % 12, (int) scale.target(4, 0));
    assertEquals(tonic, (int) scale.target(7, 0));
  }

  @Test
  void anUnknownCellIsRefusedBeforeAnythingRuns() {
    assertThrows(IllegalArgumentException.class, () -> new Shapes().trials(settings("ntm", 10)));
  }
}
