package ductus.train;

import static org.junit.jupiter.api.Assertions.assertEquals;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpeedTrialTest {
  @Test
  void anEpochIsAllTargetsThoughTheTrialEndsInsideABatch() throws Exception {
    // More than a trial gets through, in windows of 8 steps.
    Sequence endless =
        new Sequence(Seeded.random(1).ints(4_000_001, 0, 5).toArray(), new int[0], 0);
    Network network =
        new Network(new NetworkConfig(5, 0, 0, 8, NetworkConfig.LSTM, 1, 32, 0, false));
    TrainingPlan plan =
        TrainingPlan.of(
            1, 1, new Batching(1, 8), new LearningRate(1e-3, 0, LearningRate.Shape.CONSTANT));
    BatchSource lessons =
        new TokenBatches(network, plan, List.of(endless, endless), List.of(endless));
    try (Workers workers = new Workers(1)) {
      SpeedTrial trial = new SpeedTrial(network, plan, lessons, KernelChoice.best(), workers);
      SpeedTrial.Speed speed = trial.measure(millis -> {});
      assertEquals(8_000_000, speed.targetsPerSecond() * speed.epochSeconds(), 1);
    }
  }
}
