package ductus.lab.teaching;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.lab.result.Outcome;
import ductus.lab.result.Results;
import ductus.lab.result.Results.Result;
import ductus.lab.trial.QuietTrial;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TeachingTest {
  @TempDir Path folder = Path.of("");

  private static TeachingSettings settings(TeachingChoice... ways) {
    return new TeachingSettings(
        "corpora/melodies",
        3,
        2,
        new TeachingSettings.Shape("gru", 8, 4),
        new TeachingSettings.TrainingBudget(3, 0.01),
        List.of(ways));
  }

  @Test
  void everyWayIsMeasuredOnTrueAndOnOwnTokens() throws Exception {
    TeachingSettings settings =
        settings(
            new TeachingChoice("whole", 0, 2, 0),
            new TeachingChoice("windows", 16, 2, 0),
            new TeachingChoice("own", 0, 2, 0.5));
    List<Result> results = new ArrayList<>();
    for (Trial trial : new Teaching().trials(settings)) {
      Path checkpoint = folder.resolve(trial.name() + ".safetensors");
      try (TrialContext bench = new TrialContext(1, checkpoint, 1, new QuietTrial())) {
        Outcome outcome = trial.procedure().run(bench);
        // Without own tokens the loss is the one that training measured last.
        List<Double> measured = outcome.curves().get(0).y();
        assertEquals(measured.get(measured.size() - 1), outcome.figures().get(2), 1e-6);
        assertTrue(outcome.figures().stream().allMatch(Double::isFinite), trial.name());
        results.add(new Result(trial.labels(), 1, outcome));
      }
    }
    assertEquals(2, results.get(0).outcome().figures().get(0));
    assertTrue(results.get(1).outcome().figures().get(0) > 4, "windows are updates");
    byte[] svg = new Teaching().picture(settings, new Results(results));
    assertTrue(new String(svg, StandardCharsets.UTF_8).contains("share of own tokens"));
  }

  @Test
  void refusesWaysThatCannotBe() {
    assertThrows(IllegalArgumentException.class, () -> new TeachingChoice(" ", 0, 2, 0));
    assertThrows(
        IllegalArgumentException.class,
        () -> new Teaching().trials(settings(new TeachingChoice("too much", 0, 2, 1.5))));
  }
}
