package ductus.lab.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.lab.result.Outcome;
import ductus.lab.trial.Trial;
import ductus.lab.trial.TrialContext;
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
        try (TrialContext bench = new TrialContext(1, checkpoint, 1, new Quiet())) {
          Outcome outcome = trial.procedure().run(bench);
          assertEquals(20_000, outcome.figures().get(1), 400, trial.name());
          assertTrue(outcome.figures().stream().allMatch(Double::isFinite), trial.name());
        }
      }
    }
  }

  /** Waits for nothing. */
  private static final class Quiet implements TrialContext.TrialListener {
    @Override
    public boolean isStopping() {
      return false;
    }

    @Override
    public void reached(double share, String note) {}
  }

  @Test
  void solvesForTheNearestHiddenSize() {
    assertEquals(10, HiddenSize.fitting(102, size -> (long) size * size));
    assertEquals(11, HiddenSize.fitting(120, size -> (long) size * size));
    assertThrows(
        IllegalArgumentException.class, () -> HiddenSize.fitting(110, size -> (long) size * size));
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
