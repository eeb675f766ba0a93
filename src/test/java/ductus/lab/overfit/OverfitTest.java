package ductus.lab.overfit;

import static ductus.Refusals.assertBadFileNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.lab.result.Outcome;
import ductus.lab.result.Results;
import ductus.lab.result.Results.Result;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverfitTest {
  private static final RegularizationChoice NONE =
      new RegularizationChoice("none", 0, 0, 0, 0, 0, false);
  private static final RegularizationChoice KEYS =
      new RegularizationChoice("keys", 0, 0, 0, 0, 0, true);

  @TempDir Path folder = Path.of("");

  private static OverfitSettings settings(int pieces, RegularizationChoice... cures) {
    return new OverfitSettings(
        "corpora/melodies",
        pieces,
        3,
        new OverfitSettings.Shape("lstm", 1, 32, 16),
        new OverfitSettings.TrainingBudget(4, 6, 0.01),
        List.of(cures));
  }

  private Outcome run(Trial trial) throws Exception {
    TrialContext.TrialListener watch =
        new TrialContext.TrialListener() {
          @Override
          public boolean isStopping() {
            return false;
          }

          @Override
          public void reached(double share, String note) {}
        };
    Path checkpoint = folder.resolve(trial.name() + ".safetensors");
    try (TrialContext bench = new TrialContext(1, checkpoint, 1, watch)) {
      return trial.procedure().run(bench);
    }
  }

  @Test
  void transpositionClosesTheGap() throws Exception {
    OverfitSettings settings = settings(2, NONE, KEYS);
    Overfit overfit = new Overfit();
    List<Result> results = new ArrayList<>();
    for (Trial trial : overfit.trials(settings)) {
      Outcome outcome = run(trial);
      List<Double> figures = outcome.figures();
      assertEquals(figures.get(1) - figures.get(0), figures.get(2), 1e-12);
      assertTrue(figures.get(3) <= figures.get(1));
      assertEquals(36, outcome.curves().get(1).x().get(5));
      results.add(new Result(trial.labels(), 1, outcome));
    }
    double plain = results.get(0).outcome().figures().get(2);
    double transposed = results.get(1).outcome().figures().get(2);
    assertTrue(plain > transposed + 0.1, plain + " and " + transposed);
    String svg =
        new String(overfit.picture(settings, new Results(results)), StandardCharsets.UTF_8);
    assertTrue(svg.contains("Learning 2 melodies"), svg);
  }

  @Test
  void saysHowManyMelodiesThereAre() {
    Trial trial = new Overfit().trials(settings(10_000, NONE)).get(0);
    assertBadFileNaming(
        "must have 10000 melodies to learn from and 3 to measure by but has 1", () -> run(trial));
  }

  @Test
  void complainsOfSettingsBeforeAnythingRuns() {
    RegularizationChoice strong = new RegularizationChoice("strong", 1.5, 0, 0, 0, 0, false);
    assertThrows(IllegalArgumentException.class, () -> new Overfit().trials(settings(2, strong)));
  }
}
