package ductus.train;

import ductus.file.BadFileException;
import ductus.file.TensorFile;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.Melodies;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** A small training run on a made-up language, for tests. */
final class TinyTokenRun {
  static final int VOCABULARY = 12;

  static final List<Sequence> TRAINING = Melodies.circles(24, VOCABULARY, 1);
  static final List<Sequence> VALIDATION = Melodies.circles(10, VOCABULARY, 2);

  private TinyTokenRun() {}

  /** Two layers of 20 with dropout, so that nothing is left out of a checkpoint. */
  static Network network() {
    return new Network(
        new NetworkConfig(VOCABULARY, 3, 1, 8, NetworkConfig.LSTM, 2, 20, 0.2, false));
  }

  static TrainingPlan plan(int epochs, int timeSteps) {
    return plan(epochs, timeSteps, new LearningRate(0.01, 10, LearningRate.Shape.COSINE), 42);
  }

  static TrainingPlan plan(int epochs, int timeSteps, LearningRate rate, long seed) {
    return TrainingPlan.of(epochs, seed, new Batching(8, timeSteps), rate);
  }

  static Trainer trainer(Network network, TrainingPlan plan, Path checkpoint, Workers workers) {
    return trainer(network, plan, checkpoint, KernelChoice.best(), workers);
  }

  private static Trainer trainer(
      Network network, TrainingPlan plan, Path checkpoint, Kernels kernels, Workers workers) {
    BatchSource lessons = new TokenBatches(network, plan, TRAINING, VALIDATION);
    return new Trainer(network, plan, lessons, checkpoint, kernels, workers);
  }

  /** Runs from the checkpoint, if there is one, to the end. */
  static TrainingProgress run(TrainingPlan plan, Path checkpoint, int threads)
      throws BadFileException, DivergenceException, IOException {
    return run(plan, checkpoint, KernelChoice.best(), threads, TrainingListener.NONE, () -> false);
  }

  /** Runs from the checkpoint, if there is one, to the end or the stop. */
  static TrainingProgress run(
      TrainingPlan plan,
      Path checkpoint,
      Kernels kernels,
      int threads,
      TrainingListener listener,
      BooleanSupplier stop)
      throws BadFileException, DivergenceException, IOException {
    try (Workers workers = new Workers(threads)) {
      Trainer trainer = trainer(network(), plan, checkpoint, kernels, workers);
      trainer.resume();
      return trainer.run(listener, stop);
    }
  }

  /** Weights and moments in a checkpoint, as bits; equal if and only if all of them are. */
  static Map<String, List<Integer>> bits(Path checkpoint) throws BadFileException, IOException {
    Map<String, List<Integer>> bits = new TreeMap<>();
    TensorFile.read(checkpoint)
        .matrices()
        .forEach(
            (name, matrix) -> {
              Integer[] floats = new Integer[matrix.getNumElements()];
              Arrays.setAll(floats, i -> Float.floatToRawIntBits(matrix.data[i]));
              bits.put(name, List.of(floats));
            });
    return bits;
  }
}
