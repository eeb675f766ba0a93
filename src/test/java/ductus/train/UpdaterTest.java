package ductus.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.Allocation;
import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.math.plain.EjmlKernels;
import ductus.model.Batch;
import ductus.model.Melodies;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.train.optimizer.WeightNoise;
import ductus.train.plan.Batching;
import ductus.train.plan.Clipping;
import ductus.train.plan.OptimizerChoice;
import ductus.train.plan.OptimizerChoice.Rule;
import ductus.train.plan.Regularization;
import ductus.train.plan.ScheduledSampling;
import ductus.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class UpdaterTest {
  private static final int VOCABULARY = 12;

  /** Plain descent at a rate of 1: what an update takes from the weights is the gradient. */
  private static final TrainingPlan PLAIN =
      TinyTokenRun.plan(1, 0)
          .withOptimizer(new OptimizerChoice(Rule.SGD, 0, 0))
          .withClipping(Clipping.NONE);

  private static final Batch BATCH = Batch.of(TinyTokenRun.TRAINING, VOCABULARY);

  /** Without dropout. */
  private static Network network() {
    Network network =
        new Network(new NetworkConfig(VOCABULARY, 3, 1, 8, NetworkConfig.LSTM, 2, 20, 0, false));
    network.initialize(Seeded.random(7));
    return network;
  }

  @Test
  void tellsTheGradientsNormOfEachLayer() throws Exception {
    Network network = network();
    try (Workers workers = new Workers(2)) {
      Updater updater = new Updater(network, PLAIN, KernelChoice.best(), workers);
      List<FMatrixRMaj> before =
          network.parameters().stream().map(each -> each.value().copy()).toList();
      updater.update(new SequencePass<>(network, BATCH, 0), 1);
      Map<String, Double> expected = new LinkedHashMap<>();
      for (int p = 0; p < before.size(); p++) {
        Parameter parameter = network.parameters().get(p);
        double squares = 0;
        for (int i = 0; i < parameter.size(); i++) {
          double change = before.get(p).get(i) - parameter.value().get(i);
          squares += change * change;
        }
        String layer = parameter.name().substring(0, parameter.name().lastIndexOf('.'));
        expected.merge(layer, Math.sqrt(squares), Math::hypot);
      }
      Map<String, Double> norms = updater.layerNorms();
      assertEquals(List.copyOf(expected.keySet()), List.copyOf(norms.keySet()));
      assertTrue(norms.size() >= 4, norms.toString());
      double[] told = norms.values().stream().mapToDouble(Double::doubleValue).toArray();
      double[] computed = expected.values().stream().mapToDouble(Double::doubleValue).toArray();
      assertArrayEquals(computed, told, 1e-3 * Arrays.stream(computed).min().orElseThrow());
    }
  }

  private static TrainingPlan with(Regularization regularization) {
    return PLAIN.withRegularization(regularization);
  }

  private static Regularization noise(double deviation) {
    return new Regularization(0, 0, deviation, 0, false, 0, ScheduledSampling.NONE);
  }

  private static Regularization smoothing(double share) {
    return new Regularization(0, 0, 0, share, false, 0, ScheduledSampling.NONE);
  }

  /** The gradient of each parameter, as one update on a batch follows it. */
  private static List<double[]> gradient(TrainingPlan plan) throws DivergenceException {
    try (Workers workers = new Workers(1)) {
      Network network = network();
      List<float[]> before =
          network.parameters().stream().map(parameter -> parameter.value().data.clone()).toList();
      new Updater(network, plan, KernelChoice.best(), workers)
          .update(new SequencePass<>(network, BATCH, 0), 1);
      List<double[]> gradient = new ArrayList<>();
      for (int p = 0; p < before.size(); p++) {
        double[] change = new double[before.get(p).length];
        for (int i = 0; i < change.length; i++) {
          change[i] = before.get(p)[i] - network.parameters().get(p).value().data[i];
        }
        gradient.add(change);
      }
      return gradient;
    }
  }

  @Test
  void aPassThatIsGivenUpAnywhereLeavesTheWeights() throws Exception {
    for (int threads : new int[] {1, 2}) {
      try (Workers workers = new Workers(threads)) {
        Network network = network();
        Updater updater = new Updater(network, with(noise(0.01)), KernelChoice.best(), workers);
        List<FMatrixRMaj> before =
            network.parameters().stream().map(each -> each.value().copy()).toList();
        int asked = 0;
        while (isGivenUp(updater, network, asked)) {
          for (int p = 0; p < before.size(); p++) {
            assertArrayEquals(
                before.get(p).data, network.parameters().get(p).value().data, "after " + asked);
          }
          asked++;
        }
        assertTrue(asked > 4 * BATCH.time(), "two layers there and back, but asked " + asked);
        Network other = network();
        new Updater(other, with(noise(0.01)), KernelChoice.best(), workers)
            .update(new SequencePass<>(other, BATCH, 0), 0.5);
        for (int p = 0; p < before.size(); p++) {
          assertArrayEquals(
              other.parameters().get(p).value().data, network.parameters().get(p).value().data);
        }
      }
    }
  }

  /** Whether an update comes to its n-th question and ends there; else it is made. */
  private static boolean isGivenUp(Updater updater, Network network, int n) throws Exception {
    AtomicInteger asked = new AtomicInteger();
    updater
        .tape()
        .askOnTheWay(
            () -> {
              if (asked.getAndIncrement() == n) {
                throw new CancellationException("stopped");
              }
            });
    try {
      updater.update(new SequencePass<>(network, BATCH, 0), 0.5);
      return false;
    } catch (CancellationException stopped) {
      return true;
    }
  }

  @Test
  void tellsTheLossBeforeTheUpdateAndLowersIt() throws Exception {
    try (Workers workers = new Workers(1)) {
      Network network = network();
      Updater updater = new Updater(network, PLAIN, KernelChoice.best(), workers);
      double before = Loss.of(network, TinyTokenRun.TRAINING, updater.tape()).nats();
      State state = network.initialState(BATCH.size());
      assertEquals(
          before, updater.update(new SequencePass<>(network, BATCH, state, 0), 0.5), 1e-5 * before);
      double after = Loss.of(network, TinyTokenRun.TRAINING, updater.tape()).nats();
      assertTrue(after < 0.999 * before, before + " → " + after);
    }
  }

  @Test
  void weightNoiseGivesTheGradientOfNoisyWeightsToTheCleanOnes() throws Exception {
    double deviation = 0.1;
    List<double[]> actual = gradient(with(noise(deviation)));
    try (Workers workers = new Workers(1)) {
      Network network = network();
      new WeightNoise(network.parameters(), deviation, workers).add(PLAIN.seed(), 0);
      Tape tape = new Tape(KernelChoice.best(), workers);
      network.repack(tape);
      tape.begin(BATCH.time(), BATCH.size(), network.initialState(BATCH.size()));
      network.loss(BATCH, 1f / BATCH.targetCount(), tape);
      network.backward(tape);
      double largest = 0;
      for (int p = 0; p < actual.size(); p++) {
        float[] expected = tape.gradient(network.parameters().get(p)).data;
        for (int i = 0; i < expected.length; i++) {
          // The change of a weight is rounded with the weight.
          assertEquals(expected[i], actual.get(p)[i], 2e-7);
          largest = Math.max(largest, Math.abs(expected[i]));
        }
      }
      assertTrue(largest > 0.01, "a gradient of " + largest);
    }
    assertTrue(distance(actual, gradient(PLAIN)) > 0.01, "noise changes the gradient");
  }

  private static double distance(List<double[]> a, List<double[]> b) {
    double squares = 0;
    for (int p = 0; p < a.size(); p++) {
      for (int i = 0; i < a.get(p).length; i++) {
        squares += Math.pow(a.get(p)[i] - b.get(p)[i], 2);
      }
    }
    return Math.sqrt(squares);
  }

  @Test
  void smoothedLabelsPullTheOutputTowardsAllTokens() throws Exception {
    double share = 0.3;
    double[] smooth = gradient(with(smoothing(share))).get(indexOf("head.bias"));
    double[] sharp = gradient(PLAIN).get(indexOf("head.bias"));
    double[] frequency = new double[VOCABULARY];
    TinyTokenRun.TRAINING.forEach(
        sequence -> {
          for (int t = 1; t < sequence.length(); t++) {
            frequency[sequence.token(t)] += 1.0 / BATCH.targetCount();
          }
        });
    for (int v = 0; v < VOCABULARY; v++) {
      // p − q in place of p − t, where q = (1 − ε)·t + ε/V.
      double expected = sharp[v] + share * (frequency[v] - 1.0 / VOCABULARY);
      assertEquals(expected, smooth[v], 1e-6);
    }
  }

  @Test
  void derivativesOfRecurrentLayersAreClippedAsThoseOfTheSummedLoss() throws Exception {
    double limit = 0.002;
    double[] free = gradient(PLAIN).get(indexOf("lstm.0.bias"));
    double[] clipped =
        gradient(PLAIN.withClipping(new Clipping(0, 0, limit))).get(indexOf("lstm.0.bias"));
    double[] wide =
        gradient(PLAIN.withClipping(new Clipping(0, 0, 1e6))).get(indexOf("lstm.0.bias"));
    // A bias has the sum of one derivative a target, of which each is at most limit / targets; and
    // its change is rounded with it.
    double bound = limit + 2e-7;
    assertTrue(Arrays.stream(clipped).allMatch(g -> Math.abs(g) <= bound));
    assertTrue(Arrays.stream(free).anyMatch(g -> Math.abs(g) > bound));
    assertArrayEquals(free, wide);
  }

  private static int indexOf(String name) {
    List<String> names = network().parameters().stream().map(Parameter::name).toList();
    return names.indexOf(name);
  }

  @Test
  void theAverageIsWhatIsShownAndTheWeightsComeBack() throws Exception {
    try (Workers workers = new Workers(1)) {
      Network network = network();
      Updater updater =
          new Updater(
              network,
              with(new Regularization(0, 0, 0, 0, false, 0.5, ScheduledSampling.NONE)),
              KernelChoice.best(),
              workers);
      FMatrixRMaj weights = network.parameters().get(1).value();
      float[] first = weights.data.clone();
      updater.update(new SequencePass<>(network, BATCH, 0), 0.5);
      float[] second = weights.data.clone();
      double measured = Loss.of(network, TinyTokenRun.VALIDATION, updater.tape()).nats();
      updater.exchangeAverage();
      for (int i = 0; i < first.length; i++) {
        // After one update the average keeps a tenth of the first weights.
        assertEquals(0.1 * first[i] + 0.9 * second[i], weights.data[i], 1e-6);
      }
      double shown = Loss.of(network, TinyTokenRun.VALIDATION, updater.tape()).nats();
      assertTrue(Math.abs(measured - shown) > 1e-4, "the layers are packed with the average");
      updater.exchangeAverage();
      for (int i = 0; i < first.length; i++) {
        assertEquals(second[i], weights.data[i], 0);
      }
      assertEquals(measured, Loss.of(network, TinyTokenRun.VALIDATION, updater.tape()).nats());
    }
  }

  @Test
  void recomputedActivationsGiveTheSameLossGradientAndState() throws Exception {
    for (String cell : List.of("lstm", "gru+learned-state", "lstm+peephole+learned-state")) {
      for (int time : new int[] {1, 2, 3, 12, 50}) {
        recompute(
            new NetworkConfig(VOCABULARY, 3, 1, 8, cell, 2, 20, 0.3, false), time, time % 2 == 0);
      }
    }
  }

  private static void recompute(NetworkConfig config, int time, boolean held) throws Exception {
    TrainingPlan whole = with(new Regularization(0, 0, 0.01, 0.1, held, 0, ScheduledSampling.NONE));
    List<Sequence> sequences =
        IntStream.of(time + 1, 2, time / 2 + 2)
            .mapToObj(length -> Melodies.any(length, config, Seeded.random(length)))
            .toList();
    Batch batch = Batch.of(sequences, VOCABULARY);
    try (Workers workers = new Workers(2)) {
      Network expected = new Network(config);
      Network actual = new Network(config);
      expected.initialize(Seeded.random(7));
      actual.initialize(Seeded.random(7));
      State expectedState = expected.initialState(batch.size());
      State actualState = actual.initialState(batch.size());
      Updater updater = new Updater(expected, whole, KernelChoice.best(), workers);
      TrainingPlan recomputing = whole.withBatching(new Batching(8, 0, 1, true));
      Updater segments = new Updater(actual, recomputing, KernelChoice.best(), workers);
      // The second window begins with the state that the first ended with.
      for (int window = 0; window < 2; window++) {
        double nats = updater.update(new SequencePass<>(expected, batch, expectedState, 0), 0.1);
        Pass again = new RecomputedPass(actual, batch, actualState, 0);
        assertEquals(nats, segments.update(again, 0.1), 1e-5 * nats);
      }
      for (int p = 0; p < expected.parameters().size(); p++) {
        requireClose(expected.parameters().get(p).value(), actual.parameters().get(p).value());
      }
      for (int layer = 0; layer < expectedState.layers(); layer++) {
        requireClose(expectedState.layer(layer), actualState.layer(layer));
      }
    }
  }

  private static void requireClose(FMatrixRMaj expected, FMatrixRMaj actual) {
    for (int i = 0; i < expected.getNumElements(); i++) {
      assertEquals(expected.data[i], actual.data[i], 1e-5);
    }
  }

  @Test
  void recomputedActivationsNeedTheMemoryOfARootOfTheSteps() throws Exception {
    NetworkConfig config =
        new NetworkConfig(VOCABULARY, 3, 1, 8, NetworkConfig.LSTM, 2, 20, 0, false);
    List<Sequence> sequences = List.of(Melodies.any(2500, config, Seeded.random(1)));
    Batch batch = Batch.of(sequences, VOCABULARY);
    long whole = bytesKept(config, batch, false);
    long segments = bytesKept(config, batch, true);
    assertTrue(segments < whole / 20, segments + " bytes against " + whole);
  }

  /** What a first update allocates beyond a second one, which finds its buffers. */
  private static long bytesKept(NetworkConfig config, Batch batch, boolean recompute)
      throws Exception {
    try (Workers workers = new Workers(1)) {
      Network network = new Network(config);
      network.initialize(Seeded.random(7));
      TrainingPlan plan = PLAIN.withBatching(new Batching(1, 0, 1, recompute));
      // The plain kernels: vectors are objects until their methods are compiled.
      Updater updater = new Updater(network, plan, new EjmlKernels(), workers);
      updater.update(new SequencePass<>(network, batch.steps(0, 1), 0), 0);
      State state = network.initialState(1);
      Pass pass =
          recompute
              ? new RecomputedPass(network, batch, state, 0)
              : new SequencePass<>(network, batch, state, 0);
      long first = Allocation.bytesOf(() -> updater.update(pass, 0));
      return first - Allocation.bytesOf(() -> updater.update(pass, 0));
    }
  }

  @Test
  void refusesABatchWithoutTargets() {
    try (Workers workers = new Workers(1)) {
      Network network = network();
      Updater updater = new Updater(network, PLAIN, KernelChoice.best(), workers);
      Batch empty =
          Batch.of(List.of(Melodies.any(1, network.config(), Seeded.random(1))), VOCABULARY);
      Pass pass = new SequencePass<>(network, empty, 0);
      assertThrows(IllegalArgumentException.class, () -> updater.update(pass, 1));
    }
  }

  @Test
  void everyRuleLearnsTheMadeUpLanguage() throws Exception {
    for (Rule rule : Rule.values()) {
      try (Workers workers = new Workers(1)) {
        Network network = network();
        TrainingPlan plan =
            PLAIN.withOptimizer(OptimizerChoice.of(rule)).withClipping(Clipping.byNorm(1));
        Updater updater = new Updater(network, plan, KernelChoice.best(), workers);
        double rate = rule == Rule.SGD ? 0.3 : rule == Rule.RMSPROP ? 0.005 : 0.02;
        double first = 0;
        double last = 0;
        for (int update = 0; update < 150; update++) {
          last = updater.update(new SequencePass<>(network, BATCH, 0), rate);
          first = update == 0 ? last : first;
        }
        // Only the first token of each melody is left to guess.
        double guess = TinyTokenRun.TRAINING.size() * StrictMath.log(11);
        assertTrue(last < first / 3 && last < 1.3 * guess, rule + ": " + first + " → " + last);
      }
    }
  }
}
