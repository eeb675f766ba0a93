package ductus.train;

import static ductus.Refusals.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.frame.Chords;
import ductus.model.frame.FrameNetwork;
import ductus.model.frame.FrameNetworkConfig;
import ductus.model.frame.FrameSequence;
import ductus.nn.Tape;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.parallel.Peers;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FrameBatchesTest {
  private static final int OUTPUTS = 12;

  @TempDir Path folder = Path.of("");

  @Test
  void aNetworkLearnsWhatFollowsFromTheFrameBefore() throws Exception {
    FrameNetwork network = network();
    try (Workers workers = new Workers(1)) {
      TrainingPlan plan = plan(new Batching(4, 7));
      Trainer trainer =
          new Trainer(
              network,
              plan,
              FrameBatches.of(network, plan, sequences(40, 1), sequences(5, 2), Peers.NONE),
              folder.resolve("checkpoint"),
              KernelChoice.best(),
              workers);
      TrainingProgress progress = trainer.run(TrainingListener.NONE, () -> false);
      List<EpochMetrics> history = progress.history();
      double first = history.get(0).validationNats();
      double last = history.get(history.size() - 1).validationNats();
      assertTrue(first > 3 && last < 1, first + " to " + last);
    }
  }

  @Test
  void anUpdateIsAWindowAndAllFramesAreInOne() {
    FrameNetwork network = network();
    try (Workers workers = new Workers(1)) {
      var tape = new Tape(KernelChoice.best(), workers);
      BatchSource lessons =
          FrameBatches.of(
              network, plan(new Batching(4, 7)), sequences(10, 1), sequences(1, 2), Peers.NONE);
      assertEquals(3, lessons.batches());
      int frames = 0;
      for (int batch = 0; batch < 3; batch++) {
        var updates = lessons.updates(0, batch, 0, tape);
        while (updates.hasNext()) {
          frames += updates.next().get(0).targets();
        }
      }
      assertEquals(sequences(10, 1).stream().mapToInt(FrameSequence::length).sum(), frames);
    }
  }

  @Test
  void refusesWhatItCannotDo() {
    FrameNetwork network = network();
    List<FrameSequence> some = sequences(1, 1);
    assertRefused(
        "accumulation, recomputation, label smoothing and scheduled sampling must be left out with"
            + " independent keys",
        () -> FrameBatches.of(network, plan(new Batching(4, 0, 2, false)), some, some, Peers.NONE));
    assertRefused(
        "training and validation must have an example each but have 1 and 0",
        () -> FrameBatches.of(network, plan(new Batching(4, 0)), some, List.of(), Peers.NONE));
  }

  private static FrameNetwork network() {
    return new FrameNetwork(
        new FrameNetworkConfig(
            OUTPUTS, 3, new FrameNetworkConfig.Stack(OUTPUTS, 8, "lstm", 1, 16, 0.1, true)));
  }

  private static TrainingPlan plan(Batching batching) {
    return TrainingPlan.of(12, 1, batching, new LearningRate(0.02, 0, LearningRate.Shape.CONSTANT));
  }

  private static List<FrameSequence> sequences(int count, int seed) {
    return IntStream.range(0, count)
        .mapToObj(i -> Chords.walking(10 + i % 9, OUTPUTS, Seeded.random(100L * seed + i)))
        .toList();
  }
}
