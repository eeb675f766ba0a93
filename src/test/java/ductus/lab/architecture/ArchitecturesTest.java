package ductus.lab.architecture;

import static ductus.Refusals.assertRefused;
import static ductus.Refusals.assertRefusedNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.lab.architecture.ArchitectureSettings.ComparedLayers;
import ductus.lab.result.Outcome;
import ductus.lab.result.Results;
import ductus.lab.result.Results.Result;
import ductus.lab.task.TaskTrainingPlan;
import ductus.lab.trial.QuietTrial;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchitecturesTest {
  @TempDir Path folder = Path.of("");

  private static ArchitectureSettings settings(String task, ComparedLayers... networks) {
    return new ArchitectureSettings(
        new ArchitectureSettings.Melodies(
            "corpora/melodies", List.of(networks), 3, 2, 8, 3, 2, 0.01),
        List.of(
            new ArchitectureSettings.Lag(
                task, 12, List.of(networks), new TaskTrainingPlan(4, 2, 2, 4, 0.01, 1))));
  }

  @Tag("long")
  @Test
  void everyNetworkIsMeasuredAtBoth() throws Exception {
    ComparedLayers attention = new ComparedLayers("attention+heads-2+window-6", 1, 8);
    List<Result> results = new ArrayList<>();
    ArchitectureSettings settings = settings("copy", attention);
    for (Trial trial : new Architectures().trials(settings)) {
      Path checkpoint = folder.resolve(trial.name() + ".safetensors");
      try (TrialContext bench = new TrialContext(1, checkpoint, 1, new QuietTrial())) {
        Outcome outcome = trial.procedure().run(bench);
        assertTrue(outcome.figures().stream().allMatch(Double::isFinite), trial.name());
        assertTrue(outcome.figures().get(4) > 0 && outcome.figures().get(5) > 0);
        assertEquals(2, outcome.curves().get(0).y().size());
        results.add(new Result(trial.labels(), 1, outcome));
      }
    }
    assertEquals(2, results.size());
    byte[] svg = new Architectures().picture(settings, new Results(results));
    assertTrue(new String(svg, StandardCharsets.UTF_8).contains("copy, 12"));
  }

  @Test
  void refusesWhatCannotTakePartBeforeAnythingRuns() {
    ComparedLayers gru = new ComparedLayers("gru", 1, 8);
    Architectures architectures = new Architectures();
    assertEquals(2, architectures.trials(settings("adding", gru)).size());
    assertRefused(
        "task must be one of adding, order, copy but was forgetting",
        () -> architectures.trials(settings("forgetting", gru)));
    assertRefusedNaming(
        "networks of melodies must have within 5 % as many weights as the first",
        () -> architectures.trials(settings("copy", gru, new ComparedLayers("gru", 1, 40))));
    assertRefusedNaming(
        "hidden size must be a multiple of the attention's 4 heads",
        () -> architectures.trials(settings("copy", new ComparedLayers("attention", 1, 9))));
  }
}
