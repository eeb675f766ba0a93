package ductus.api;

import ductus.format.ProgramVersion;
import ductus.math.PlaceRandom;
import ductus.model.ModelHeader;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequence;
import ductus.model.Sequences;
import ductus.task.LearnedData;
import ductus.task.TrainingMaterial;
import ductus.task.TrainingSetup;
import ductus.train.BatchSource;
import ductus.train.MemoryPlan;
import ductus.train.TokenBatches;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.parallel.Peers;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A training run on sequences of tokens. */
final class TokenTraining implements TrainingSetup<Network> {
  /** The name of what is learned, in the run's configuration. */
  static final String TASK = "tokens";

  private static final double VALIDATION = 0.1;
  private static final TrainingPlan USUAL =
      TrainingPlan.of(
              40, 1, new Batching(16, 0), new LearningRate(4e-3, 20, LearningRate.Shape.COSINE))
          .withPatience(10);

  private final TokenTrainingConfig config;
  private final TokenEncoding encoding;
  private final Sequences learned;
  private final Sequences measured;

  TokenTraining(TokenCorpus corpus, TrainingSettings settings) {
    encoding = new TokenEncoding(corpus.vocabulary());
    TrainingPlan plan = settings.over(USUAL);
    config =
        new TokenTrainingConfig(
            new LearnedData(List.of(), corpus.digest(), VALIDATION),
            settings.over(NetworkConfig.of(encoding, 32, NetworkConfig.LSTM, 1, 128, 0.1)),
            plan);
    List<Sequence> drawn =
        IntStream.range(0, corpus.size())
            .boxed()
            .sorted(Comparator.comparing(number -> PlaceRandom.bits(plan.seed(), number)))
            .map(number -> encoding.encode(corpus.sequence(number)))
            .toList();
    int heldOut = (int) Math.ceil(VALIDATION * drawn.size());
    measured = Sequences.of(drawn.subList(0, heldOut));
    learned = Sequences.of(drawn.subList(heldOut, drawn.size()));
  }

  @Override
  public TokenTrainingConfig config() {
    return config;
  }

  @Override
  public TrainingMaterial material() {
    return new TrainingMaterial(
        learned.size(),
        measured.size(),
        "sequences",
        "token",
        String.format(Locale.ROOT, "%d sequences, %d held out", learned.size(), measured.size()),
        List.of());
  }

  @Override
  public long weights() {
    return config.network().weights();
  }

  @Override
  public MemoryPlan memory() {
    return MemoryPlan.of(config.network(), config.plan(), learned, measured);
  }

  @Override
  public Network network() {
    return new Network(config.network());
  }

  @Override
  public BatchSource batches(Network network, Peers peers) {
    return new TokenBatches(network, config.plan(), learned, measured, peers);
  }

  @Override
  public ModelHeader<NetworkConfig> header(Network network, EpochMetrics metrics) {
    return new ModelHeader<>(
        encoding.name(),
        encoding.version(),
        config.network(),
        summary(ProgramVersion.text(), learned.size() + " sequences of tokens", metrics),
        List.of());
  }
}
