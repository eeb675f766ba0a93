package ductus.train;

import static ductus.Refusals.assertRefusedNaming;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Randomness;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.Melodies;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.model.Sequences;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.OptimizerChoice;
import ductus.train.plan.Regularization;
import ductus.train.plan.ScheduledSampling;
import ductus.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryPlanTest {
  /** Share by which what is held may differ from the plan. */
  private static final double TOLERANCE = 0.15;

  private static final long GIGABYTE = 1L << 30;

  @Test
  void plansWhatARunHoldsForEveryCell() throws Exception {
    for (String cell :
        List.of(
            "lstm",
            "lstm+peephole",
            "lstm+layer-norm",
            "lstm+peephole+layer-norm+learned-state",
            "gru",
            "elman",
            "elman-relu+learned-state",
            "ntm+slots-20+heads-2",
            "esn",
            "tcn+blocks-3",
            "attention+heads-2+window-20")) {
      for (int layers = 1; layers <= 2; layers++) {
        assertPlansWhatIsHeld(network(90, cell, layers, 70, 0.2), plan(new Batching(5, 0)));
      }
    }
  }

  @Test
  void plansWhatARunHoldsWithTheSkip() throws Exception {
    for (int vocabulary : new int[] {90, 3000}) {
      NetworkConfig config = network(vocabulary, "lstm", 2, 70, 0.2).withSkip(true);
      assertPlansWhatIsHeld(config, plan(new Batching(5, 0)));
    }
  }

  @Test
  void plansWhatARunHoldsForEverySetting() throws Exception {
    NetworkConfig network = network(200, "lstm", 2, 100, 0);
    for (Batching batching :
        List.of(
            new Batching(5, 0),
            new Batching(5, 64),
            new Batching(40, 0),
            new Batching(2, 0, 3, false),
            new Batching(5, 0, 1, true))) {
      assertPlansWhatIsHeld(network, plan(batching));
    }
    for (OptimizerChoice.Rule rule : OptimizerChoice.Rule.values()) {
      assertPlansWhatIsHeld(
          network, plan(new Batching(1, 20)).withOptimizer(OptimizerChoice.of(rule)));
    }
    assertPlansWhatIsHeld(
        network,
        plan(new Batching(1, 20))
            .withRegularization(
                new Regularization(0, 0, 0.1, 0, false, 0.9, ScheduledSampling.NONE)));
  }

  @Test
  void plansWhatARunHoldsWhereWeightsOrActivationsPrevail() throws Exception {
    assertPlansWhatIsHeld(network(40, "lstm", 1, 300, 0), plan(new Batching(1, 8)));
    assertPlansWhatIsHeld(network(3000, "lstm", 1, 20, 0.5), plan(new Batching(5, 0)));
    assertPlansWhatIsHeld(network(3000, "gru", 2, 60, 0), plan(new Batching(2, 16)));
  }

  private static void assertPlansWhatIsHeld(NetworkConfig config, TrainingPlan plan)
      throws Exception {
    List<Sequence> training = sequences(config, 7, 300);
    MemoryPlan memory = of(config, plan, training, sequences(config, 1, 2));
    double held = Footprint.of(updateOnce(config, plan, training));
    double planned = memory.totalBytes() - memory.checkpointBytes();
    assertEquals(1, planned / held, TOLERANCE, config + " " + plan + " " + memory);
  }

  /** All that is held after a first update. */
  private static List<Object> updateOnce(
      NetworkConfig config, TrainingPlan plan, List<Sequence> training) throws DivergenceException {
    try (Workers workers = new Workers(1)) {
      Network network = new Network(config);
      network.initialize(Randomness.of(plan.seed()));
      Updater updater = new Updater(network, plan, KernelChoice.best(), workers);
      int together = Math.min(plan.batching().sequences(), training.size());
      List<Sequence> some = training.subList(0, together);
      List<? extends Pass> passes =
          new TokenBatches(network, plan, some, some).updates(0, 0, 0, updater.tape()).next();
      int targets = passes.stream().mapToInt(Pass::targets).sum();
      updater.update(passes, 0, targets, 0.001);
      return List.of(network, updater, passes);
    }
  }

  @Test
  void takesMeasuringIntoAccount() {
    NetworkConfig config = network(40, "lstm", 1, 32, 0);
    List<Sequence> few = sequences(config, 1, 10);
    TrainingPlan plan = plan(new Batching(1, 0));
    long little = of(config, plan, few, few).activationBytes();
    long more = of(config, plan, few, sequences(config, 20, 600)).activationBytes();
    long most = of(config, plan, few, sequences(config, 20, 6000)).activationBytes();
    assertTrue(more > 100 * little, little + " and " + more);
    assertEquals(more, most, "long sequences are measured in windows");
  }

  @Test
  void needsLessWhereActivationsAreRecomputed() {
    NetworkConfig config = network(40, "lstm", 2, 64, 0.2);
    List<Sequence> training = sequences(config, 4, 10_001);
    List<Sequence> validation = sequences(config, 1, 2);
    long kept = plan(config, new Batching(4, 0), training, validation).activationBytes();
    MemoryPlan recomputed = plan(config, new Batching(4, 0, 1, true), training, validation);
    assertTrue(recomputed.activationBytes() < kept / 20, recomputed + " and " + kept);
    assertEquals(10_000, recomputed.timeSteps());
    assertEquals(4, recomputed.sequences());
  }

  @Test
  void namesWhatIsTooBigForTheHeap() {
    NetworkConfig config = network(40, "lstm", 1, 512, 0);
    MemoryPlan activations =
        plan(config, new Batching(8, 0), sequences(config, 8, 60_001), sequences(config, 1, 2));
    assertTrue(activations.fits(64 * GIGABYTE));
    activations.requireFits(64 * GIGABYTE);
    assertFalse(activations.fits(GIGABYTE));
    assertRefusedNaming(
        "activations need "
            + MemoryPlan.inWords(activations.activationBytes())
            + " for batches of 8 × 60,000 steps, and all else 44 MB, but the heap has 1.0 GB, three"
            + " quarters of it for them: choose fewer time steps, recompute, or a smaller batch",
        () -> activations.requireFits(GIGABYTE));

    NetworkConfig large = network(40, "lstm", 2, 2000, 0);
    MemoryPlan weights =
        plan(large, new Batching(1, 4), sequences(large, 1, 9), sequences(large, 1, 2));
    assertRefusedNaming(
        "48,337,840 weights, with gradients, optimizer and copies, need",
        () -> weights.requireFits(GIGABYTE));
  }

  @Test
  void refusesActivationsThatAnArrayCannotIndex() {
    NetworkConfig config = network(40, "lstm", 1, 2048, 0);
    List<Sequence> training = sequences(config, 8, 40_001);
    List<Sequence> validation = sequences(config, 1, 2);
    assertRefusedNaming(
        "activations must be at most 2,147,483,647 numbers in one array but were 2,621,440,000 for"
            + " batches of 8 × 40,000 steps: choose fewer time steps, recompute, or a smaller"
            + " batch",
        () -> plan(config, new Batching(8, 0), training, validation));
    assertEquals(1000, plan(config, new Batching(8, 1000), training, validation).timeSteps());
    plan(config, new Batching(8, 0, 1, true), training, validation);
  }

  @Test
  void putsBytesIntoWords() {
    assertEquals("0 KB", MemoryPlan.inWords(0));
    assertEquals("96 KB", MemoryPlan.inWords(96 << 10));
    assertEquals("512 MB", MemoryPlan.inWords(512 << 20));
    assertEquals("31.5 GB", MemoryPlan.inWords(63 * GIGABYTE / 2));
  }

  private static MemoryPlan of(
      NetworkConfig config, TrainingPlan plan, List<Sequence> training, List<Sequence> validation) {
    return MemoryPlan.of(config, plan, Sequences.of(training), Sequences.of(validation));
  }

  private static MemoryPlan plan(
      NetworkConfig config, Batching batching, List<Sequence> training, List<Sequence> validation) {
    return of(config, plan(batching), training, validation);
  }

  private static TrainingPlan plan(Batching batching) {
    return TrainingPlan.of(1, 3, batching, new LearningRate(0.01, 0, LearningRate.Shape.CONSTANT));
  }

  private static NetworkConfig network(
      int vocabulary, String cell, int layers, int hidden, double dropout) {
    return new NetworkConfig(vocabulary, 20, 2, 30, cell, layers, hidden, dropout, false);
  }

  private static List<Sequence> sequences(NetworkConfig config, int count, int length) {
    List<Sequence> sequences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      sequences.add(Melodies.any(length, config, Seeded.random(i)));
    }
    return sequences;
  }
}
