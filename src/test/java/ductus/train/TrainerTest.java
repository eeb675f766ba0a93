package ductus.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.file.BadFileException;
import ductus.file.TensorFile;
import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.Melodies;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.nn.Tape;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.TrainingListener.UpdateReport;
import ductus.train.plan.Batching;
import ductus.train.plan.Clipping;
import ductus.train.plan.LearningRate;
import ductus.train.plan.LearningRate.Shape;
import ductus.train.plan.OptimizerChoice;
import ductus.train.plan.OptimizerChoice.Rule;
import ductus.train.plan.Regularization;
import ductus.train.plan.ScheduledSampling;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrainerTest {
  @TempDir Path folder = Path.of("");

  @Test
  void learnsAMadeUpLanguage() throws Exception {
    for (int timeSteps : new int[] {0, 5}) {
      TrainingPlan plan =
          TinyTokenRun.plan(12, timeSteps, new LearningRate(0.03, 10, Shape.COSINE), 42);
      Network network =
          new Network(new NetworkConfig(12, 3, 1, 8, NetworkConfig.LSTM, 1, 32, 0, false));
      try (Workers workers = new Workers(1)) {
        Trainer trainer =
            new Trainer(
                network,
                plan,
                new TokenBatches(
                    network, plan, Melodies.circles(160, 12, 1), TinyTokenRun.VALIDATION),
                folder.resolve("checkpoint-" + timeSteps),
                KernelChoice.best(),
                workers);
        List<EpochMetrics> history = trainer.run(TrainingListener.NONE, () -> false).history();
        // The first token is anyone's guess, log(11) over about 10.5 targets; the rest is certain.
        double guess = StrictMath.log(11) / 10.5;
        assertTrue(history.get(0).validationNats() > 3 * guess, history.get(0).toString());
        assertTrue(history.get(11).validationNats() < guess + 0.1, history.get(11).toString());
      }
    }
  }

  @Test
  void learnsNoMoreWhereTheListenerHadEnoughAnEpochBefore() throws Exception {
    TrainingPlan plan = TinyTokenRun.plan(4, 4);
    Path checkpoint = folder.resolve("checkpoint");
    int[] updates = {0};
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void resumed(String kernels) {}

          @Override
          public void updated(UpdateReport report) {
            updates[0]++;
          }

          @Override
          public void improved(EpochMetrics metrics) {}

          @Override
          public void epochEnded(EpochMetrics metrics) {}

          @Override
          public boolean isEnough(EpochMetrics last) {
            return last.epoch() >= 1 && updates[0] == 0;
          }
        };
    TrainingProgress stopped =
        TinyTokenRun.run(plan, checkpoint, KernelChoice.best(), 1, listener, () -> updates[0] == 5);
    assertEquals(1, stopped.epoch());
    assertEquals(2, stopped.batch(), "in the middle of an epoch");
    updates[0] = 0;
    assertEquals(
        stopped, TinyTokenRun.run(plan, checkpoint, KernelChoice.best(), 1, listener, () -> false));
    assertEquals(0, updates[0]);
  }

  @Test
  void tellsOfEveryUpdateAndEpochInOrder() throws Exception {
    List<String> told = new ArrayList<>();
    List<Double> rates = new ArrayList<>();
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void updated(UpdateReport report) {
            told.add("%d.%d".formatted(report.epoch(), report.batch()));
            assertEquals(3, report.batches());
            assertEquals(3, report.epochs());
            assertTrue(report.nats() > 0 && report.tokensPerSecond() > 0);
          }

          @Override
          public void improved(EpochMetrics metrics) {
            told.add("improved " + metrics.epoch());
          }

          @Override
          public void epochEnded(EpochMetrics metrics) {
            told.add("ended " + metrics.epoch());
            rates.add(metrics.learningRate());
            assertTrue(Files.exists(folder.resolve("checkpoint")));
          }
        };
    TinyTokenRun.run(
        TinyTokenRun.plan(3, 4),
        folder.resolve("checkpoint"),
        KernelChoice.best(),
        1,
        listener,
        () -> false);
    List<String> expected = new ArrayList<>();
    for (int epoch = 1; epoch <= 3; epoch++) {
      for (int batch = 1; batch <= 3; batch++) {
        expected.add(epoch + "." + batch);
      }
      expected.add("improved " + epoch);
      expected.add("ended " + epoch);
    }
    assertEquals(expected, told);
    // Three batches an epoch: the third, sixth and ninth of the ten of the warm-up.
    assertEquals(List.of(0.003, 0.006, 0.009), rates);
  }

  @Test
  void windowsWithCarriedStateHaveTheLossOfWholeSequences() throws Exception {
    List<Double> losses = new ArrayList<>();
    for (int timeSteps : new int[] {0, 1, 4, 7, 100}) {
      // A rate so low that the weights stay: what is left is the way forward.
      TrainingPlan plan =
          TinyTokenRun.plan(1, timeSteps, new LearningRate(1e-12, 0, Shape.CONSTANT), 42);
      Network network =
          new Network(new NetworkConfig(12, 3, 1, 8, NetworkConfig.LSTM, 2, 20, 0, false));
      try (Workers workers = new Workers(1)) {
        Path checkpoint = folder.resolve("checkpoint-" + timeSteps);
        Trainer trainer = TinyTokenRun.trainer(network, plan, checkpoint, workers);
        losses.add(trainer.run(TrainingListener.NONE, () -> false).history().get(0).trainingNats());
      }
    }
    for (double loss : losses) {
      assertEquals(losses.get(0), loss, 1e-9);
    }
  }

  @Test
  void endsEarlyWhenTheValidationLossNoLongerFalls() throws Exception {
    NetworkConfig config = TinyTokenRun.network().config();
    // Nothing can be learned about random tokens but to be unsure of them.
    List<Sequence> noise =
        IntStream.range(0, 10).mapToObj(i -> Melodies.any(15, config, Seeded.random(i))).toList();
    TrainingPlan plan =
        new TrainingPlan(
            60,
            3,
            42,
            new Batching(8, 0),
            new LearningRate(0.03, 0, Shape.CONSTANT),
            OptimizerChoice.of(OptimizerChoice.Rule.ADAM),
            Clipping.byNorm(1),
            Regularization.NONE);
    try (Workers workers = new Workers(1)) {
      Path checkpoint = folder.resolve("checkpoint");
      Trainer trainer = noisy(plan, noise, checkpoint, workers);
      TrainingProgress progress = trainer.run(TrainingListener.NONE, () -> false);
      assertTrue(progress.epoch() < 60, progress.toString());
      assertEquals(3, progress.epoch() - progress.bestEpoch());
      // Resumed, an ended run ends at once.
      Trainer again = noisy(plan, noise, checkpoint, workers);
      assertTrue(again.resume().isPresent());
      assertEquals(progress, again.run(TrainingListener.NONE, () -> false));
    }
  }

  @Test
  void notANumberStopsTheRunAndTheCheckpointStands() throws Exception {
    for (int poisonedBatch : new int[] {1, 2, 3}) {
      Path checkpoint = folder.resolve("checkpoint-" + poisonedBatch);
      Network network = TinyTokenRun.network();
      try (Workers workers = new Workers(1)) {
        Trainer trainer =
            TinyTokenRun.trainer(network, TinyTokenRun.plan(5, 0), checkpoint, workers);
        Poison poison = new Poison(network, workers, 2, poisonedBatch);
        DivergenceException stopped =
            assertThrows(DivergenceException.class, () -> trainer.run(poison, () -> false));
        // The last batch of an epoch shows at the validation, the others at the next update.
        int update = 3 + Math.min(3, poisonedBatch + 1);
        assertTrue(
            stopped.toString().contains("training diverged at update " + update + ": "),
            stopped.toString());
        assertTrue(stopped.toString().contains("NaN"), stopped.toString());
      }
      assertStandsAfterEpoch(1, checkpoint);
    }
  }

  /** Batches that take long at one place, where they are counted from 0; held out, too. */
  private record SlowBatches(BatchSource lessons, int slow, AtomicInteger count)
      implements BatchSource {
    private void pass() {
      if (count.getAndIncrement() == slow) {
        try {
          Thread.sleep(400);
        } catch (InterruptedException ended) {
          throw new IllegalStateException(ended);
        }
      }
    }

    @Override
    public int batches() {
      return lessons.batches();
    }

    @Override
    public Iterator<? extends List<? extends Pass>> updates(
        int epoch, int batch, long firstUpdate, Tape tape) {
      pass();
      return lessons.updates(epoch, batch, firstUpdate, tape);
    }

    @Override
    public Loss heldOut(Tape tape) {
      pass();
      return lessons.heldOut(tape);
    }
  }

  @Test
  void givesUpWhatTakesLongAndComesToTheSameBits() throws Exception {
    TrainingPlan plan =
        TinyTokenRun.plan(2, 4)
            .withRegularization(
                new Regularization(0, 0, 0.01, 0, false, 0.9, ScheduledSampling.NONE));
    Path whole = folder.resolve("whole");
    TinyTokenRun.run(plan, whole, 1);
    // Three batches, then what is held out.
    for (int slow : new int[] {0, 1, 3}) {
      Path stopped = folder.resolve("stopped-" + slow);
      try (Workers workers = new Workers(1)) {
        Network network = TinyTokenRun.network();
        TokenBatches batches =
            new TokenBatches(network, plan, TinyTokenRun.TRAINING, TinyTokenRun.VALIDATION);
        SlowBatches passing = new SlowBatches(batches, slow, new AtomicInteger());
        TrainingProgress progress =
            new Trainer(network, plan, passing, stopped, KernelChoice.best(), workers)
                .run(TrainingListener.NONE, () -> passing.count.get() == slow + 1);
        assertEquals(0, progress.epoch());
        assertEquals(slow, progress.batch());
      }
      TinyTokenRun.run(plan, stopped, 1);
      assertEquals(TinyTokenRun.bits(whole), TinyTokenRun.bits(stopped), "slow at " + slow);
    }
  }

  /** Spoils one weight after a batch. */
  private static final class Poison implements TrainingListener {
    private final Network network;
    private final Workers workers;
    private final int epoch;
    private final int batch;

    Poison(Network network, Workers workers, int epoch, int batch) {
      this.network = network;
      this.workers = workers;
      this.epoch = epoch;
      this.batch = batch;
    }

    @Override
    public void updated(UpdateReport report) {
      if (report.epoch() == epoch && report.batch() == batch) {
        network.parameters().get(2).value().data[5] = Float.NaN;
        network.repack(new Tape(KernelChoice.best(), workers));
      }
    }
  }

  private static void assertStandsAfterEpoch(int epoch, Path checkpoint) throws Exception {
    for (FMatrixRMaj matrix : TensorFile.read(checkpoint).matrices().values()) {
      for (int i = 0; i < matrix.getNumElements(); i++) {
        assertTrue(Float.isFinite(matrix.data[i]));
      }
    }
    try (Workers workers = new Workers(1)) {
      Trainer trainer =
          TinyTokenRun.trainer(
              TinyTokenRun.network(), TinyTokenRun.plan(5, 0), checkpoint, workers);
      assertEquals(Optional.of(KernelChoice.best().name()), trainer.resume());
      assertEquals(epoch, trainer.progress().epoch());
      assertEquals(5, trainer.run(TrainingListener.NONE, () -> false).epoch());
    }
  }

  @Test
  void anInfiniteLossStopsTheRun() throws Exception {
    Network network = TinyTokenRun.network();
    try (Workers workers = new Workers(1)) {
      Trainer trainer =
          TinyTokenRun.trainer(
              network, TinyTokenRun.plan(1, 0), folder.resolve("checkpoint"), workers);
      // Logits beyond the floats.
      Arrays.fill(network.parameters().get(7).value().data, Float.MAX_VALUE);
      network.parameters().get(0).value().data[0] = Float.POSITIVE_INFINITY;
      assertThrows(
          DivergenceException.class, () -> trainer.run(TrainingListener.NONE, () -> false));
    }
    assertFalse(Files.exists(folder.resolve("checkpoint")));
  }

  @Test
  void theHighestRateWithoutClippingStaysFiniteOrSaysThatItDiverged() throws Exception {
    TrainingPlan plan =
        TinyTokenRun.plan(10, 0, new LearningRate(1, 0, Shape.CONSTANT), 42)
            .withClipping(Clipping.NONE);
    Path checkpoint = folder.resolve("checkpoint");
    try (Workers workers = new Workers(1)) {
      Trainer trainer = TinyTokenRun.trainer(TinyTokenRun.network(), plan, checkpoint, workers);
      try {
        for (EpochMetrics metrics : trainer.run(TrainingListener.NONE, () -> false).history()) {
          assertTrue(Double.isFinite(metrics.trainingNats() + metrics.validationNats()));
        }
      } catch (DivergenceException said) {
        assertTrue(said.toString().contains("training diverged at update"), said.toString());
      }
      assertTrue(trainer.resume().isPresent());
    }
  }

  @Test
  void clippingBoundsTheGradient() throws Exception {
    // Adam forgets a constant scale, so the trace of clipping is in its moments.
    Path clipped = folder.resolve("clipped");
    Path free = folder.resolve("free");
    for (double clip : new double[] {1e-3, 1e9}) {
      TrainingPlan plan =
          TinyTokenRun.plan(1, 0, new LearningRate(0.01, 0, Shape.CONSTANT), 42)
              .withBatching(new Batching(40, 0))
              .withClipping(Clipping.byNorm(clip));
      TinyTokenRun.run(plan, clip < 1 ? clipped : free, 1);
    }
    // One update: the first moment is a tenth of the gradient as it was used.
    assertEquals(1e-4, norm(clipped), 1e-9);
    assertTrue(norm(free) > 1e-3);
  }

  @Test
  void accumulatedBatchesAreOneLargeBatch() throws Exception {
    for (int timeSteps : new int[] {0, 5}) {
      // Plain descent; Adam would make much of a rounding where a gradient is nearly nothing.
      TrainingPlan whole =
          TinyTokenRun.plan(2, timeSteps, new LearningRate(0.3, 0, Shape.CONSTANT), 42)
              .withOptimizer(new OptimizerChoice(Rule.SGD, 0.5, 0));
      Path expected = folder.resolve("whole-" + timeSteps);
      Path actual = folder.resolve("parts-" + timeSteps);
      trainWithoutDropout(whole, expected);
      trainWithoutDropout(whole.withBatching(new Batching(2, timeSteps, 4, false)), actual);
      Map<String, FMatrixRMaj> weights = TensorFile.read(expected).matrices();
      for (Map.Entry<String, FMatrixRMaj> entry : TensorFile.read(actual).matrices().entrySet()) {
        FMatrixRMaj matrix = Objects.requireNonNull(weights.get(entry.getKey()));
        for (int i = 0; i < matrix.getNumElements(); i++) {
          assertEquals(matrix.data[i], entry.getValue().data[i], 2e-5, entry.getKey());
        }
      }
    }
  }

  private static void trainWithoutDropout(TrainingPlan plan, Path checkpoint) throws Exception {
    Network network =
        new Network(new NetworkConfig(12, 3, 1, 8, NetworkConfig.LSTM, 2, 20, 0, false));
    try (Workers workers = new Workers(1)) {
      TinyTokenRun.trainer(network, plan, checkpoint, workers)
          .run(TrainingListener.NONE, () -> false);
    }
  }

  @Test
  void theMovingAverageIsMeasuredAndSavedAndTrainingGoesOnWithTheWeights() throws Exception {
    Path checkpoint = folder.resolve("checkpoint");
    Network network = TinyTokenRun.network();
    TrainingPlan plan =
        TinyTokenRun.plan(2, 0)
            .withRegularization(new Regularization(0, 0, 0, 0, false, 0.7, ScheduledSampling.NONE));
    List<float[]> improved = new ArrayList<>();
    List<float[]> ended = new ArrayList<>();
    try (Workers workers = new Workers(1)) {
      TrainingListener listener =
          new TrainingListener() {
            @Override
            public void improved(EpochMetrics metrics) {
              improved.add(network.parameters().get(1).value().data.clone());
              Tape tape = new Tape(KernelChoice.best(), workers);
              assertEquals(
                  metrics.validationNats(),
                  Loss.of(network, TinyTokenRun.VALIDATION, tape).perToken());
            }

            @Override
            public void epochEnded(EpochMetrics metrics) {
              ended.add(network.parameters().get(1).value().data.clone());
            }
          };
      TinyTokenRun.trainer(network, plan, checkpoint, workers).run(listener, () -> false);
    }
    Map<String, FMatrixRMaj> saved = TensorFile.read(checkpoint).matrices();
    String name = network.parameters().get(1).name();
    assertEquals(2, improved.size());
    assertArrayEquals(Objects.requireNonNull(saved.get(name + ".average")).data, improved.get(1));
    assertArrayEquals(improved.get(1), ended.get(1));
    float[] weights = Objects.requireNonNull(saved.get(name)).data;
    assertArrayEquals(network.parameters().get(1).value().data, weights);
    assertFalse(Arrays.equals(improved.get(1), weights));
  }

  @Test
  void thePlateauCutsTheRate() throws Exception {
    // At a rate of next to nothing the loss falls less than it is rounded.
    TrainingPlan plan =
        TinyTokenRun.plan(6, 0, new LearningRate(1e-12, 0, Shape.PLATEAU, 2, 0.5), 42);
    List<EpochMetrics> history = TinyTokenRun.run(plan, folder.resolve("checkpoint"), 1).history();
    List<Double> losses = history.stream().map(EpochMetrics::validationNats).toList();
    for (int epoch = 0; epoch < 6; epoch++) {
      int cuts = plan.learningRate().cuts(losses.subList(0, epoch));
      assertEquals(1e-12 * Math.pow(0.5, cuts), history.get(epoch).learningRate(), 1e-20);
    }
    assertTrue(history.get(5).learningRate() < 1e-12, history.toString());
  }

  private static double norm(Path checkpoint) throws IOException, BadFileException {
    double squares = 0;
    for (var entry : TensorFile.read(checkpoint).matrices().entrySet()) {
      if (entry.getKey().endsWith(".adam_mean")) {
        for (float value : entry.getValue().data) {
          squares += (double) value * value;
        }
      }
    }
    return Math.sqrt(squares);
  }

  @Test
  void withoutACheckpointResumingStartsAnew() throws Exception {
    Path fresh = folder.resolve("fresh");
    Path resumed = folder.resolve("resumed");
    try (Workers workers = new Workers(1)) {
      TinyTokenRun.trainer(TinyTokenRun.network(), TinyTokenRun.plan(1, 0), fresh, workers)
          .run(TrainingListener.NONE, () -> false);
    }
    TinyTokenRun.run(TinyTokenRun.plan(1, 0), resumed, 1);
    assertEquals(TinyTokenRun.bits(fresh), TinyTokenRun.bits(resumed));
  }

  @Test
  void seedsDecideTheWeights() throws Exception {
    Path path = folder.resolve("checkpoint");
    TinyTokenRun.run(TinyTokenRun.plan(1, 0), path, 1);
    Path other = folder.resolve("other");
    TinyTokenRun.run(TinyTokenRun.plan(1, 0, TinyTokenRun.plan(1, 0).learningRate(), 43), other, 1);
    assertFalse(TinyTokenRun.bits(path).equals(TinyTokenRun.bits(other)));
  }

  @Test
  void lossIsTheMeanOverAllTargetsWithoutNoise() {
    try (Workers workers = new Workers(1)) {
      Network network = TinyTokenRun.network();
      network.initialize(Seeded.random(1));
      Tape tape = new Tape(KernelChoice.best(), workers);
      network.repack(tape);
      Loss all = Loss.of(network, TinyTokenRun.TRAINING, tape);
      double nats = 0;
      long tokens = 0;
      for (Sequence sequence : TinyTokenRun.TRAINING) {
        Loss one = Loss.of(network, List.of(sequence), tape);
        assertEquals(sequence.length() - 1, one.tokens());
        nats += one.nats();
        tokens += one.tokens();
      }
      assertEquals(tokens, all.tokens());
      assertEquals(nats, all.nats(), 1e-6 * nats);
      assertEquals(all.nats() / tokens, all.perToken());
      assertTrue(Double.isNaN(new Loss(0, 0).perToken()));
      assertEquals(all, Loss.of(network, TinyTokenRun.TRAINING, tape));
    }
  }

  @Test
  void refusesDataThatCannotBe() {
    try (Workers workers = new Workers(1)) {
      List<Sequence> none = List.of();
      List<Sequence> short1 = List.of(new Sequence(new int[1], new int[1], 1));
      for (List<Sequence> bad : List.of(none, short1)) {
        assertThrows(
            IllegalArgumentException.class, () -> trainer(bad, TinyTokenRun.VALIDATION, workers));
        assertThrows(
            IllegalArgumentException.class, () -> trainer(TinyTokenRun.TRAINING, bad, workers));
      }
    }
  }

  private Trainer trainer(List<Sequence> training, List<Sequence> validation, Workers workers) {
    Network network = TinyTokenRun.network();
    TrainingPlan plan = TinyTokenRun.plan(1, 0);
    BatchSource lessons = new TokenBatches(network, plan, training, validation);
    Path checkpoint = folder.resolve("checkpoint");
    return new Trainer(network, plan, lessons, checkpoint, KernelChoice.best(), workers);
  }

  private static Trainer noisy(
      TrainingPlan plan, List<Sequence> noise, Path checkpoint, Workers workers) {
    Network network = TinyTokenRun.network();
    BatchSource lessons = new TokenBatches(network, plan, TinyTokenRun.TRAINING, noise);
    return new Trainer(network, plan, lessons, checkpoint, KernelChoice.best(), workers);
  }

  @Test
  void aBrokenCheckpointIsNamed() throws Exception {
    Path path = folder.resolve("checkpoint");
    TinyTokenRun.run(TinyTokenRun.plan(1, 0), path, 1);
    byte[] whole = Files.readAllBytes(path);
    Files.write(path, Arrays.copyOf(whole, whole.length / 2));
    assertTrue(refusal(path).contains("cut short"), refusal(path));
    Files.write(path, whole);
    TensorFile file = TensorFile.read(path);
    assertArrayEquals(whole, file.bytes());
    String json = file.metadata().get("ductus-checkpoint");
    assertTrue(json != null);
    for (String bad : List.of("", "null", "[]", "{}", "{\"epoch\":\"one\"}", "{")) {
      file.metadata().put("ductus-checkpoint", bad);
      file.write(path);
      assertTrue(refusal(path).contains("not the progress of a checkpoint"), bad);
    }
    file.metadata().remove("ductus-checkpoint");
    file.write(path);
    assertTrue(refusal(path).contains("not a checkpoint of Ductus"));
    Files.write(path, whole);
    TensorFile lacking = TensorFile.read(path);
    lacking.matrices().remove("lstm.1.bias.adam_variance");
    lacking.write(path);
    assertTrue(refusal(path).contains("lstm.1.bias.adam_variance are missing"));
    Files.write(path, whole);
    TensorFile damaged = TensorFile.read(path);
    Objects.requireNonNull(damaged.matrices().get("lstm.1.bias.adam_variance")).data[3] = Float.NaN;
    damaged.write(path);
    assertTrue(refusal(path).contains("damaged: weights lstm.1.bias.adam_variance hold NaN"));
  }

  private static String refusal(Path checkpoint) {
    try (Workers workers = new Workers(1)) {
      Trainer trainer =
          TinyTokenRun.trainer(
              TinyTokenRun.network(), TinyTokenRun.plan(1, 0), checkpoint, workers);
      return assertThrows(BadFileException.class, trainer::resume).toString();
    }
  }
}
