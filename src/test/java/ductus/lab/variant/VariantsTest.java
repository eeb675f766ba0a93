package ductus.lab.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.lab.result.Outcome;
import ductus.lab.result.Outcome.Curve;
import ductus.lab.result.Results;
import ductus.lab.result.Results.Result;
import ductus.lab.trial.QuietTrial;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariantsTest {
  private static final VariantSettings.TrainingBudget SHORT =
      new VariantSettings.TrainingBudget(4, 1, 0.01);

  @TempDir Path folder = Path.of("");

  private static VariantSettings settings(long weights, String melodyCell, String inkCell) {
    return new VariantSettings(
        weights,
        new VariantSettings.Melodies("corpora/melodies", List.of(melodyCell), 3, 2, 8, SHORT),
        new VariantSettings.Ink("corpora/hands", List.of(inkCell), 8, 1, 2, SHORT));
  }

  @Test
  void everyNetworkHasAsManyWeights() throws Exception {
    for (String cell : new String[] {"elman", "lstm+layer-norm"}) {
      for (Trial trial : new Variants().trials(settings(20_000, cell, cell))) {
        Path checkpoint = folder.resolve(trial.name() + ".safetensors");
        try (TrialContext bench = new TrialContext(1, checkpoint, 1, new QuietTrial())) {
          Outcome outcome = trial.procedure().run(bench);
          assertEquals(20_000, outcome.figures().get(1), 400, trial.name());
          assertTrue(outcome.figures().stream().allMatch(Double::isFinite), trial.name());
        }
      }
    }
  }

  @Test
  void solvesForTheNearestHiddenSize() {
    assertEquals(10, HiddenSize.fitting(102, size -> (long) size * size));
    assertEquals(11, HiddenSize.fitting(120, size -> (long) size * size));
    assertThrows(
        IllegalArgumentException.class, () -> HiddenSize.fitting(110, size -> (long) size * size));
  }

  /** Of melodies a loss that spreads around 0.1, of ink one that does around −1. */
  private static Result result(String subject, long seed, double loss) {
    return new Result(
        List.of(subject, "lstm"),
        seed,
        new Outcome(
            List.of(1.0, 1.0, 1.0, 1.0, 1.0, 1.0),
            List.of(new Curve("held out", List.of(1.0, 2.0), List.of(loss, loss)))));
  }

  @Test
  void lossesOfTokensAreNotDrawnBelowNoneAndThoseOfDensitiesAre() {
    Results tokens = new Results(List.of(result("melodies", 1, 0.01), result("melodies", 2, 0.6)));
    assertFalse(picture(tokens).contains(">-"), picture(tokens));
    Results points = new Results(List.of(result("ink", 1, -1.4), result("ink", 2, -0.6)));
    assertTrue(picture(points).contains(">-1.5<"), picture(points));
  }

  private static String picture(Results results) {
    byte[] svg = new Variants().picture(settings(20_000, "lstm", "lstm"), results);
    return new String(svg, StandardCharsets.UTF_8);
  }

  @Test
  void refusesWhatCannotTakePartBeforeAnythingRuns() {
    Variants variants = new Variants();
    assertThrows(
        IllegalArgumentException.class, () -> variants.trials(settings(20_000, "lstm", "ntm")));
    assertThrows(
        IllegalArgumentException.class, () -> variants.trials(settings(50, "lstm", "lstm")));
    assertThrows(
        IllegalArgumentException.class, () -> variants.trials(settings(20_000, "rnn", "lstm")));
  }
}
