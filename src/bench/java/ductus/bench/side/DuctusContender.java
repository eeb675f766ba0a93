package ductus.bench.side;

import ductus.bench.contender.Contender;
import ductus.bench.contender.Setting;
import ductus.bench.contender.Turns;
import ductus.bench.contender.Workload;
import ductus.cli.console.VectorModule;
import ductus.generate.Sampling;
import ductus.generate.TokenSampler;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.Batch;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.nn.Indices;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.train.DivergenceException;
import ductus.train.SequencePass;
import ductus.train.Updater;
import ductus.train.plan.Batching;
import ductus.train.plan.Clipping;
import ductus.train.plan.LearningRate;
import ductus.train.plan.OptimizerChoice;
import ductus.train.plan.Regularization;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.ejml.data.FMatrixRMaj;

/** Our own side. The only class of the bench that knows how Ductus trains and generates. */
public final class DuctusContender implements Contender {
  private static final int[] NO_FEATURES = {};
  private static final Sampling PLAIN = new Sampling(1, 0, 1);
  private static final long SEED = 1;

  private final Setting setting;
  private final Network network;
  private final Updater updater;
  private final Tape tape;
  private final TokenSampler sampler;
  private final boolean[] allowed;
  private final RandomGenerator random = Randomness.of(SEED);
  private final Indices input = new Indices(new int[1], 1);
  private final State generated;

  /** A network with its first weights. */
  public DuctusContender(Workload workload) {
    setting = workload.setting();
    Kernels kernels = KernelChoice.best();
    Workers workers = new Workers(workload.threads());
    network = new Network(config(setting, workload.cell()));
    network.initialize(Randomness.of(SEED));
    updater = new Updater(network, plan(setting), kernels, workers);
    tape = new Tape(kernels, workers);
    sampler = new TokenSampler(setting.vocabulary());
    allowed = new boolean[setting.vocabulary()];
    Arrays.fill(allowed, true);
    generated = network.initialState(1);
  }

  /** Takes turns. */
  public static void main(String[] arguments) throws IOException {
    VectorModule.load();
    Turns.take(arguments, DuctusContender::new);
  }

  /** Whether a network can have cells of this name. */
  public static boolean knows(String cell) {
    try {
      config(Setting.COMPARED.get(0), cell);
      return true;
    } catch (IllegalArgumentException unknown) {
      return false;
    }
  }

  private static NetworkConfig config(Setting setting, String cell) {
    return new NetworkConfig(
        setting.vocabulary(),
        0,
        0,
        setting.embedding(),
        cell,
        setting.layers(),
        setting.hidden(),
        0,
        false);
  }

  private static TrainingPlan plan(Setting setting) {
    return new TrainingPlan(
        1,
        1,
        SEED,
        new Batching(setting.batch(), 0),
        new LearningRate(LEARNING_RATE, 0, LearningRate.Shape.CONSTANT),
        OptimizerChoice.of(OptimizerChoice.Rule.ADAM),
        Clipping.byNorm(CLIP_NORM),
        Regularization.NONE);
  }

  @Override
  public double train(int[][] windows) {
    List<Sequence> sequences =
        Stream.of(windows).map(window -> new Sequence(window, NO_FEATURES, 0)).toList();
    Batch batch = Batch.of(sequences, setting.vocabulary());
    State state = network.initialState(batch.size());
    try {
      return updater.update(new SequencePass<>(network, batch, state, 0), LEARNING_RATE)
          / batch.targetCount();
    } catch (DivergenceException diverged) {
      throw new IllegalStateException(diverged);
    }
  }

  @Override
  public int generate(int token) {
    input.rows()[0] = token;
    tape.begin(1, 1, generated);
    FMatrixRMaj logits = network.step(input, tape);
    return sampler.draw(logits.data, allowed, PLAIN, random);
  }
}
