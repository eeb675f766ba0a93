package ductus.spark.training;

import ductus.cluster.SharedTraining;
import ductus.math.KernelChoice;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.model.Sequences;
import ductus.train.TokenBatches;
import ductus.train.Trainer;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * One epoch on made-up sequences: the second size of the bench, with a batch of 64.
 *
 * @param shards of a batch
 * @param updates of the epoch
 */
record PaceTraining(int shards, int updates) implements SharedTraining {
  static final int BATCH = 64;
  static final int TIME = 64;
  static final NetworkConfig NETWORK =
      new NetworkConfig(128, 0, 0, 128, NetworkConfig.LSTM, 2, 256, 0, false);
  private static final long serialVersionUID = 1L;

  @Override
  public Replica prepare() {
    TrainingPlan plan =
        TrainingPlan.of(
            1,
            1,
            new Batching(BATCH, 0).withShards(shards),
            new LearningRate(0.002, 1, LearningRate.Shape.CONSTANT));
    Sequences training = Sequences.of(sequences(updates * BATCH));
    Sequences validation = Sequences.of(sequences(1));
    return (folder, resume, threads, listener, stop, peers) -> {
      try (Workers workers = new Workers(threads)) {
        Network network = new Network(NETWORK);
        TokenBatches lessons = new TokenBatches(network, plan, training, validation, peers);
        return new Trainer(
                network, plan, lessons, folder.checkpoint(), KernelChoice.best(), workers, peers)
            .run(listener, stop);
      }
    };
  }

  private static List<Sequence> sequences(int number) {
    RandomGenerator random = Randomness.of(1);
    return Stream.generate(() -> random.ints(TIME + 1, 0, NETWORK.vocabularySize()).toArray())
        .map(tokens -> new Sequence(tokens, new int[0], 0))
        .limit(number)
        .toList();
  }
}
