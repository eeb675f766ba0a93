package ductus.task.language.training;

import ductus.corpus.Piece;
import ductus.corpus.ReadingListener;
import ductus.corpus.Split;
import ductus.corpus.Steps;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.metric.baseline.UnigramModel;
import ductus.model.ModelHeader;
import ductus.model.Network;
import ductus.model.NetworkConfig;
import ductus.model.Sequences;
import ductus.run.RunFolder;
import ductus.run.SampledEpochs;
import ductus.task.Preparing;
import ductus.task.TrainingMaterial;
import ductus.task.TrainingSetup;
import ductus.task.language.TextCorpus;
import ductus.task.language.TextGeneration.TextRequest;
import ductus.task.language.TextModel.TextNetworkConfig;
import ductus.task.language.TextSampling;
import ductus.text.CharacterEncoding;
import ductus.text.TextEncoding;
import ductus.text.WordEncoding;
import ductus.train.BatchSource;
import ductus.train.MemoryPlan;
import ductus.train.TokenBatches;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.parallel.Peers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** A training run of a language model. */
public final class TextTraining implements TrainingSetup<Network> {
  private static final int SAMPLE_LENGTH = 500;

  private final TextTrainingConfig config;
  private final String programVersion;
  private final TextCorpus corpus;
  private final Split<String> split;
  private final TextEncoding encoding;
  private final NetworkConfig shape;
  private final Sequences learned;
  private final Sequences measured;

  /**
   * Prepares a run.
   *
   * @param corpus of the configuration's folder
   * @param preparing told how far the counting of the tokens is
   * @throws BadFileException if there are fewer than two passages
   */
  public TextTraining(TextTrainingConfig config, TextCorpus corpus, Preparing preparing)
      throws BadFileException {
    Path folder = Path.of(config.corpus().folder());
    if (corpus.passages().size() < 2) {
      throw new BadFileException(
          folder,
          "training needs two passages at least, more than 2,000 characters, but there are %,d"
              .formatted(corpus.characters()));
    }
    Steps splitting = new Steps(preparing.stages().begin("Splitting"), 3);
    this.config = config.withLearned(config.learned().withDigest(corpus.digest()));
    splitting.run();
    programVersion = preparing.programVersion();
    this.corpus = corpus;
    split = corpus.split(config.corpus().validation(), config.plan().seed());
    splitting.run();
    List<String> passages = byHash(split.training());
    splitting.run();
    Steps counting = new Steps(preparing.stages().begin("Counting"), passages.size());
    encoding =
        config.corpus().encoding().equals(WordEncoding.NAME)
            ? WordEncoding.learn(counting.over(passages), config.corpus().mostWords())
            : CharacterEncoding.learn(counting.over(passages));
    shape = config.network().fitting(encoding);
    Steps measuring = new Steps(preparing.stages().begin("Measuring"), corpus.passages().size());
    learned = new PassageSequences(encoding, passages, measuring);
    measured = new PassageSequences(encoding, byHash(split.validation()), measuring);
  }

  /** The passages in an order that does not depend on the names of files. */
  private static List<String> byHash(List<Piece<String>> pieces) {
    return pieces.stream().sorted(Comparator.comparing(Piece::hash)).map(Piece::value).toList();
  }

  @Override
  public TextTrainingConfig config() {
    return config;
  }

  @Override
  public TrainingMaterial material() {
    int pieces = split.training().size();
    int heldOut = split.validation().size();
    return new TrainingMaterial(
        pieces,
        heldOut,
        "passages",
        config.corpus().encoding().equals(WordEncoding.NAME) ? "token" : "character",
        String.format(
            Locale.ROOT,
            "%s: %d passages, %d held out; %,d different tokens",
            texts(),
            pieces,
            heldOut,
            encoding.vocabularySize()),
        corpus.leftOut());
  }

  private String texts() {
    return String.format(
        Locale.ROOT,
        "%,d characters in %d files of %s",
        corpus.characters(),
        corpus.files(),
        Path.of(config.corpus().folder()).getFileName());
  }

  @Override
  public long weights() {
    return shape.weights();
  }

  /** Tokens to predict in an epoch. */
  public long targets() {
    return learned.targets();
  }

  @Override
  public MemoryPlan memory() {
    return MemoryPlan.of(shape, config.plan(), learned, measured);
  }

  @Override
  public Network network() {
    return new Network(shape);
  }

  @Override
  public OptionalDouble countingNats(ReadingListener listener) {
    Steps steps = new Steps(listener, learned.size() + measured.size());
    return OptionalDouble.of(UnigramModel.nats(shape.vocabularySize(), learned, measured, steps));
  }

  @Override
  public BatchSource batches(Network network, Peers peers) {
    return new TokenBatches(network, config.plan(), learned, measured, peers);
  }

  /** Writes some text to read. */
  @Override
  public void sample(Network network, EpochMetrics metrics, RunFolder folder, Workers workers)
      throws IOException {
    if (new SampledEpochs(targets()).includes(metrics.epoch())) {
      TextRequest request =
          new TextRequest("", Sampling.PLAIN, SAMPLE_LENGTH, config.plan().seed());
      TextSampling sampling = new TextSampling(network, encoding, KernelChoice.best(), workers);
      AtomicFile.write(
          folder.samples().resolve(String.format(Locale.ROOT, "epoch-%04d.txt", metrics.epoch())),
          sampling.draw(request) + "\n");
    }
  }

  @Override
  public ModelHeader<TextNetworkConfig> header(Network network, EpochMetrics metrics) {
    return new ModelHeader<>(
        encoding.name(),
        encoding.version(),
        new TextNetworkConfig(shape, encoding.vocabulary()),
        summary(programVersion, texts(), metrics),
        split.training().stream().map(Piece::hash).sorted().toList());
  }

  /** The size of the vocabulary. */
  @Override
  public Map<String, Object> facts() {
    return Map.of("vocabulary", encoding.vocabularySize());
  }
}
