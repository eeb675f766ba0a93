package ductus.lab.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.lab.result.Outcome;
import ductus.lab.result.Results;
import ductus.lab.result.Results.Result;
import ductus.lab.task.TaskTrainingPlan;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramePredictionTest {
  @TempDir Path folder = Path.of("");

  private static final TrialContext.TrialListener NOBODY =
      new TrialContext.TrialListener() {
        @Override
        public boolean isStopping() {
          return false;
        }

        @Override
        public void reached(double share, String note) {}
      };

  @Test
  void aNetworkLearnsToForeseeAndIsPictured() throws Exception {
    TaskTrainingPlan practice = new TaskTrainingPlan(8, 30, 2, 4, 0.02, 1);
    FramesSettings settings =
        new FramesSettings(
            List.of("gru"),
            16,
            new FramesSettings.Balls(1, 6, 30, practice),
            new FramesSettings.Rolls("corpora/melodies", 2, 24, practice),
            1);
    FramePrediction examination = new FramePrediction();
    List<Result> results = new ArrayList<>();
    for (Trial trial : examination.trials(settings)) {
      Path checkpoint = folder.resolve(trial.name() + ".safetensors");
      try (TrialContext bench = new TrialContext(1, checkpoint, 1, NOBODY)) {
        results.add(new Result(trial.labels(), 1, trial.procedure().run(bench)));
      }
    }
    Outcome learned = results.get(1).outcome();
    List<Double> errors = learned.curves().get(0).y();
    assertTrue(errors.get(1) < errors.get(0), "errors " + errors);
    assertEquals(learned.figures().get(0), errors.get(1));
    assertEquals(learned.figures().get(2), errors.get(1), "the lowest is the last");
    assertEquals(30, learned.figures().get(3));
    assertTrue(results.get(2).outcome().figures().get(0) > 0);
    String svg =
        new String(examination.picture(settings, new Results(results)), StandardCharsets.UTF_8);
    assertTrue(svg.contains("gru") && svg.contains("repeated: "), svg.substring(0, 400));
    assertTrue(examination.picture(settings, new Results(List.of())).length > 0);
  }
}
