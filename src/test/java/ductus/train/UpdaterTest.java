package ductus.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.math.KernelChoice;
import ductus.math.Seeded;
import ductus.math.Workers;
import ductus.model.Batch;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.train.optimizer.WeightNoise;
import ductus.train.plan.Clipping;
import ductus.train.plan.OptimizerChoice;
import ductus.train.plan.OptimizerChoice.Rule;
import ductus.train.plan.Regularization;
import ductus.train.plan.ScheduledSampling;
import ductus.train.plan.TrainingPlan;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;
import org.junit.jupiter.api.Test;

class UpdaterTest {
  private static final int VOCABULARY = 12;

  /** Plain descent at a rate of 1: what an update takes from the weights is the gradient. */
  private static final TrainingPlan PLAIN =
      TinyRun.plan(1, 0)
          .withOptimizer(new OptimizerChoice(Rule.SGD, 0, 0))
          .withClipping(Clipping.NONE);

  private static final Batch BATCH = Batch.of(TinyRun.TRAINING, VOCABULARY);

  /** Without dropout. */
  private static Network network() {
    Network network =
        new Network(new NetworkConfig(VOCABULARY, 3, 1, 8, NetworkConfig.LSTM, 2, 20, 0));
    network.initialize(Seeded.random(7));
    return network;
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
          .update(BATCH, network.zeroState(BATCH.size()), 1);
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
  void tellsTheLossBeforeTheUpdateAndLowersIt() throws Exception {
    try (Workers workers = new Workers(1)) {
      Network network = network();
      Updater updater = new Updater(network, PLAIN, KernelChoice.best(), workers);
      double before = Loss.of(network, TinyRun.TRAINING, updater.tape()).nats();
      State state = network.zeroState(BATCH.size());
      assertEquals(before, updater.update(BATCH, state, 0.5), 1e-5 * before);
      double after = Loss.of(network, TinyRun.TRAINING, updater.tape()).nats();
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
      tape.begin(BATCH.time(), BATCH.size(), network.zeroState(BATCH.size()));
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
    TinyRun.TRAINING.forEach(
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
      updater.update(BATCH, network.zeroState(BATCH.size()), 0.5);
      float[] second = weights.data.clone();
      double measured = Loss.of(network, TinyRun.VALIDATION, updater.tape()).nats();
      updater.exchangeAverage();
      for (int i = 0; i < first.length; i++) {
        // After one update the average keeps a tenth of the first weights.
        assertEquals(0.1 * first[i] + 0.9 * second[i], weights.data[i], 1e-6);
      }
      double shown = Loss.of(network, TinyRun.VALIDATION, updater.tape()).nats();
      assertTrue(Math.abs(measured - shown) > 1e-4, "the layers are packed with the average");
      updater.exchangeAverage();
      for (int i = 0; i < first.length; i++) {
        assertEquals(second[i], weights.data[i], 0);
      }
      assertEquals(measured, Loss.of(network, TinyRun.VALIDATION, updater.tape()).nats());
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
          last = updater.update(BATCH, network.zeroState(BATCH.size()), rate);
          first = update == 0 ? last : first;
        }
        // Only the first token of each melody is left to guess.
        double guess = TinyRun.TRAINING.size() * StrictMath.log(11);
        assertTrue(last < first / 3 && last < 1.3 * guess, rule + ": " + first + " → " + last);
      }
    }
  }
}
