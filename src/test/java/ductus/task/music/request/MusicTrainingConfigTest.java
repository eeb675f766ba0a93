package ductus.task.music.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import ductus.model.NetworkConfig;
import ductus.run.TinyRuns;
import ductus.task.music.request.MusicTrainingConfig.Keys;
import ductus.train.plan.OptimizerChoice;
import ductus.train.plan.OptimizerChoice.Rule;
import ductus.train.plan.Regularization;
import ductus.train.plan.ScheduledSampling;
import ductus.train.plan.TrainingPlan;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class MusicTrainingConfigTest {
  private static final MusicTrainingConfig TINY =
      TinyRuns.config(Path.of("corpus"), Keys.COMMON, 1);

  private static String refusal(NetworkConfig network, TrainingPlan plan) {
    return String.valueOf(
        assertThrows(
                IllegalArgumentException.class,
                () -> new MusicTrainingConfig(TINY.corpus(), network, plan))
            .getMessage());
  }

  private static NetworkConfig network(int hidden, double dropout) {
    return new NetworkConfig(100, 0, 0, 100, NetworkConfig.LSTM, 1, hidden, dropout, false);
  }

  @Test
  void refusesMasksHeldInTimeWhereNothingIsDropped() {
    TrainingPlan held =
        TINY.plan()
            .withRegularization(new Regularization(0, 0, 0, 0, true, 0, ScheduledSampling.NONE));
    assertEquals(
        "variational dropout must have a dropout above 0 but it was 0",
        refusal(network(10, 0), held));
  }

  @Test
  void refusesANetworkWhoseCheckpointCouldNotBeReadAgain() {
    NetworkConfig large = network(4000, 0.1);
    assertEquals(66_026_100, large.weights());
    new MusicTrainingConfig(TINY.corpus(), large, TINY.plan());
    assertEquals(
        "weights must be at most 62,500,000 with this optimizer but were 66,026,100: choose smaller"
            + " layers",
        refusal(large, TINY.plan().withOptimizer(OptimizerChoice.of(Rule.RMSPROP))));
  }
}
