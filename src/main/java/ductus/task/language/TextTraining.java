package ductus.task.language;

import ductus.corpus.Piece;
import ductus.corpus.Split;
import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.generate.Sampling;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.ModelHeader;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.model.Sequences;
import ductus.run.RecordedRun;
import ductus.run.RunFolder;
import ductus.run.SampledEpochs;
import ductus.run.ShareableRun;
import ductus.run.TokenCourse;
import ductus.run.TrainingEstimate;
import ductus.text.CharacterEncoding;
import ductus.text.TextEncoding;
import ductus.text.WordEncoding;
import ductus.train.DivergenceException;
import ductus.train.EpochMetrics;
import ductus.train.Trainer;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import ductus.train.parallel.Peers;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.BooleanSupplier;

/** A training run of a language model, from its passages to its model file. */
public final class TextTraining implements ShareableRun {
  private static final int SAMPLE_LENGTH = 500;

  private final TextTrainingConfig config;
  private final String programVersion;
  private final TextCorpus corpus;
  private final Split<String> split;
  private final TextEncoding encoding;
  private final TokenCourse course;

  /**
   * Prepares a run.
   *
   * @param corpus of the configuration's folder
   * @param programVersion for the model's header
   * @throws BadFileException if there are fewer than two passages, or others than when the run
   *     began
   */
  public TextTraining(TextTrainingConfig config, TextCorpus corpus, String programVersion)
      throws BadFileException {
    Path folder = Path.of(config.corpus().folder());
    if (corpus.passages().size() < 2) {
      throw new BadFileException(
          folder,
          "training needs two passages at least, more than 2,000 characters, but there are %,d"
              .formatted(corpus.characters()));
    }
    String digest = corpus.digest();
    if (!config.corpus().digest().isEmpty() && !config.corpus().digest().equals(digest)) {
      throw new BadFileException(
          folder, "holds other texts than when this run began; begin a new run with another --out");
    }
    this.config = config.withDigest(digest);
    this.programVersion = programVersion;
    this.corpus = corpus;
    split = corpus.split(config.corpus().validation(), config.plan().seed());
    List<String> learned = byHash(split.training());
    encoding =
        config.corpus().encoding().equals(WordEncoding.NAME)
            ? WordEncoding.learn(learned, config.corpus().mostWords())
            : CharacterEncoding.learn(learned);
    course =
        new TokenCourse(
            config.network().fitting(encoding),
            config.plan(),
            encoded(learned),
            encoded(byHash(split.validation())));
  }

  private Sequences encoded(List<String> passages) {
    List<Sequence> sequences = passages.stream().map(encoding::encode).toList();
    return Sequences.of(sequences);
  }

  /** An order that does not depend on the names of files. */
  private static List<String> byHash(List<Piece<String>> pieces) {
    return pieces.stream().sorted(Comparator.comparing(Piece::hash)).map(Piece::value).toList();
  }

  @Override
  public TextTrainingConfig config() {
    return config;
  }

  @Override
  public TrainingPlan plan() {
    return config.plan();
  }

  @Override
  public int pieces() {
    return split.training().size();
  }

  @Override
  public int heldOut() {
    return split.validation().size();
  }

  @Override
  public String target() {
    return config.corpus().encoding().equals(WordEncoding.NAME) ? "token" : "character";
  }

  @Override
  public long size() {
    return course.shape().weights();
  }

  /** What it learns from, for people. */
  public String description() {
    return "%,d characters in %d files of %s"
        .formatted(
            corpus.characters(), corpus.files(), Path.of(config.corpus().folder()).getFileName());
  }

  /** Number of tokens that the network tells apart. */
  public int vocabularySize() {
    return encoding.vocabularySize();
  }

  /** Tokens to predict in an epoch. */
  public long targets() {
    return course.targets();
  }

  @Override
  public void requireMemory() {
    course.requireMemory();
  }

  /**
   * Foretells what the run would take, by its plan and, where that fits, by a few updates.
   *
   * @param threads most threads of the engine
   */
  public TrainingEstimate forecast(int threads) throws DivergenceException {
    return course.forecast(pieces(), heldOut(), threads);
  }

  @Override
  public TrainingProgress run(
      RunFolder folder,
      boolean resume,
      int threads,
      TrainingListener listener,
      BooleanSupplier stop,
      Peers peers)
      throws BadFileException, DivergenceException, IOException {
    requireMemory();
    folder.writeConfig(config);
    Kernels kernels = KernelChoice.best();
    try (Workers workers = new Workers(course.crew(threads))) {
      Network network = new Network(course.shape());
      Trainer trainer =
          new Trainer(
              network,
              config.plan(),
              course.lessons(network, peers),
              folder.checkpoint(),
              kernels,
              workers,
              peers);
      SampledEpochs sampled = new SampledEpochs(targets());
      RecordedRun.Sampling sampling =
          metrics -> {
            if (sampled.includes(metrics.epoch())) {
              TextRequest request =
                  new TextRequest("", Sampling.PLAIN, SAMPLE_LENGTH, config.plan().seed());
              AtomicFile.write(
                  folder.samples().resolve("epoch-%04d.txt".formatted(metrics.epoch())),
                  new TextSampling(network, encoding, kernels, workers).draw(request) + "\n");
            }
          };
      return new RecordedRun(folder, trainer, network, target(), this::header, sampling, listener)
          .run(resume, stop);
    }
  }

  private ModelHeader<TextNetworkConfig> header(EpochMetrics metrics) {
    return new ModelHeader<>(
        ModelHeader.FORMAT,
        encoding.name(),
        encoding.version(),
        new TextNetworkConfig(course.shape(), encoding.vocabulary()),
        new ModelHeader.TrainingSummary(
            programVersion,
            description(),
            null,
            config.plan().seed(),
            metrics.epoch(),
            metrics.validationNats()),
        split.training().stream().map(Piece::hash).sorted().toList());
  }
}
