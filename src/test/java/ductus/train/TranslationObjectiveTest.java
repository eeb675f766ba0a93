package ductus.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.CoreConfig;
import ductus.model.pen.Alphabet;
import ductus.model.translation.AttentionChoice;
import ductus.model.translation.TokenPair;
import ductus.model.translation.TranslationConfig;
import ductus.model.translation.TranslationNetwork;
import ductus.nn.Tape;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TranslationObjectiveTest {
  private static final Alphabet ALPHABET = new Alphabet("abcd");

  @Test
  void anAttentionLearnsToTurnWordsRound(@TempDir Path folder) throws Exception {
    TranslationNetwork network = network();
    TrainingPlan plan =
        TrainingPlan.of(
            6, 1, new Batching(16, 0), new LearningRate(0.02, 5, LearningRate.Shape.COSINE));
    List<TokenPair> pairs = reversals(480);
    List<Example<TokenPair>> training = new ArrayList<>();
    pairs.subList(0, 400).forEach(pair -> training.add(new Fixed(pair)));
    BatchSource lessons =
        new ExampleBatches<>(SequenceTeaching.of(network), plan, training, pairs.subList(400, 480));
    try (Workers workers = new Workers(1)) {
      Trainer trainer =
          new Trainer(
              network, plan, lessons, folder.resolve("state"), KernelChoice.best(), workers);
      TrainingProgress progress = trainer.run(TrainingListener.NONE, () -> false);
      double first = progress.history().get(0).validationNats();
      double last = progress.history().get(5).validationNats();
      assertTrue(last < 0.25 && last < first / 3, first + " to " + last);
    }
  }

  @Test
  void accumulatedBatchesAreMeasuredAsOne() {
    TranslationNetwork network = network();
    network.initialize(Seeded.random(1));
    TrainingObjective<TokenPair> teaching = SequenceTeaching.of(network);
    List<TokenPair> pairs = reversals(10);
    try (Workers workers = new Workers(1)) {
      Tape tape = new Tape(KernelChoice.best(), workers);
      network.repack(tape);
      double nats = 0;
      int targets = 0;
      List<Pass> passes = teaching.updates(pairs, new Batching(4, 0, 3, false)).get(0);
      for (Pass pass : passes) {
        nats += pass.add(1, 1, 1, false, tape);
        targets += pass.targets();
      }
      Loss whole = teaching.measure(pairs, tape);
      assertEquals(3, passes.size());
      assertEquals(whole.nats(), nats, 1e-4 * nats);
      assertEquals(whole.tokens(), targets);
      assertEquals(pairs.stream().mapToInt(teaching::targets).sum(), targets);
    }
  }

  private static TranslationNetwork network() {
    return new TranslationNetwork(
        new TranslationConfig(
            ALPHABET,
            ALPHABET,
            6,
            6,
            AttentionChoice.MULTIPLICATIVE,
            8,
            new CoreConfig("gru+bidirectional", 1, 16)));
  }

  private record Fixed(TokenPair pair) implements Example<TokenPair> {
    @Override
    public int length() {
      return pair.sourceLength();
    }

    @Override
    public TokenPair draw(RandomGenerator random) {
      return pair;
    }
  }

  private static List<TokenPair> reversals(int count) {
    RandomGenerator random = Seeded.random(5);
    List<TokenPair> pairs = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int length = random.nextInt(1, 6);
      int[] source = new int[length + 1];
      int[] target = new int[length + 1];
      Arrays.setAll(source, u -> u == length ? 0 : random.nextInt(1, 5));
      Arrays.setAll(target, t -> t == length ? 0 : source[length - 1 - t]);
      pairs.add(new TokenPair(source, target));
    }
    return pairs;
  }
}
