package ductus.task.recognition;

import ductus.corpus.hand.HandFolder;
import ductus.file.BadFileException;
import ductus.ink.encoding.ReadingRows;
import ductus.ink.hand.Characters;
import ductus.ink.hand.Hand;
import ductus.ink.recognition.ReadingModels;
import ductus.ink.recognition.WriterIdentification;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.ModelHeader;
import ductus.model.Trainable;
import ductus.model.pen.Alphabet;
import ductus.model.reading.HandConfig;
import ductus.model.reading.HandNetwork;
import ductus.model.reading.ReaderConfig;
import ductus.model.reading.ReaderNetwork;
import ductus.run.RecordedRun;
import ductus.run.RunFolder;
import ductus.task.recognition.ReadingTrainingConfig.ReadingTarget;
import ductus.task.recognition.lessons.HandAugmentation;
import ductus.task.recognition.lessons.LineBatches;
import ductus.train.BatchSource;
import ductus.train.DivergenceException;
import ductus.train.EpochMetrics;
import ductus.train.Trainer;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A training run of a network that reads lines, for their text or for their hand, on lines composed
 * of the hands of some folders.
 */
public final class ReadingTraining {
  private static final int READER_LAYERS = 2;
  private static final double READER_DROPOUT = 0.2;
  private static final int EMBEDDING_SIZE = 48;
  private static final int DOTLESS_I = 'ı';

  private final ReadingTrainingConfig config;
  private final List<Hand> hands;
  private final String programVersion;
  private final NetworkSetup<?> course;

  /**
   * Prepares a run.
   *
   * @param folder what the configuration's folders hold
   * @param programVersion for the model's header
   * @throws BadFileException if there are fewer than two hands, or others than when the run began,
   *     or the model that it begins with does not fit
   */
  public ReadingTraining(ReadingTrainingConfig config, HandFolder folder, String programVersion)
      throws BadFileException, IOException {
    Path source = Path.of(config.folders().get(0));
    hands = folder.without(config.withoutHands()).hands();
    if (hands.size() < 2) {
      throw new BadFileException(
          source, "training needs two hands at least, found " + hands.size());
    }
    String digest = HandFolder.digest(hands);
    if (!config.digest().isEmpty() && !config.digest().equals(digest)) {
      throw new BadFileException(
          source, "holds other hands than when this run began; begin a new run with another --out");
    }
    this.config = config.withDigest(digest);
    this.programVersion = programVersion;
    course = config.subject() == ReadingTarget.TEXT ? reader() : namer();
  }

  /** Names of the hands that are learned. */
  public List<String> hands() {
    return hands.stream().map(Hand::name).toList();
  }

  /** Number of weights of the network. */
  public long weights() {
    return course.network().size();
  }

  /** What decides the run. */
  public ReadingTrainingConfig config() {
    return config;
  }

  /**
   * Trains.
   *
   * @param folder that gets the run's files
   * @param resume whether to go on from the folder's checkpoint, if there is one
   * @param threads of the engine
   * @param listener told of every batch and epoch
   * @param stop asked after each batch
   */
  public TrainingProgress run(
      RunFolder folder,
      boolean resume,
      int threads,
      TrainingListener listener,
      BooleanSupplier stop)
      throws BadFileException, DivergenceException, IOException {
    folder.writeConfig(config);
    return train(folder, resume, threads, listener, stop);
  }

  /**
   * A network, what it learns from, and what its file says of it.
   *
   * @param begun the network whose weights it begins with, if there is one
   */
  private record NetworkSetup<C>(
      Trainable network,
      BatchSource lessons,
      String encoding,
      C shape,
      @Nullable Trainable begun) {}

  private NetworkSetup<ReaderConfig> reader() throws BadFileException, IOException {
    ReaderNetwork begun =
        config.from().isEmpty() ? null : ReadingModels.reader(config.from()).network();
    if (begun != null && begun.config().hiddenSize() != config.hiddenSize()) {
      throw unfit("hidden size " + config.hiddenSize(), begun.config().hiddenSize());
    }
    ReaderNetwork network =
        new ReaderNetwork(
            new ReaderConfig(
                begun == null ? alphabet() : begun.config().alphabet(),
                ReadingRows.FEATURES,
                begun == null ? READER_LAYERS : begun.config().layers(),
                config.hiddenSize(),
                READER_DROPOUT));
    return new NetworkSetup<>(
        network,
        LineBatches.inReading(network, hands, config.plan(), config.batches(), begun != null),
        ReaderNetwork.ENCODING,
        network.config(),
        begun);
  }

  private NetworkSetup<HandConfig> namer() throws BadFileException, IOException {
    List<Hand> all = HandAugmentation.with(hands, config.plan().seed());
    HandConfig shape =
        new HandConfig(
            all.stream().map(Hand::name).toList(),
            ReadingRows.FEATURES,
            config.hiddenSize(),
            EMBEDDING_SIZE);
    HandNetwork begun =
        config.from().isEmpty() ? null : ReadingModels.hands(config.from()).network();
    if (begun != null && !begun.config().equals(shape)) {
      throw unfit("hidden size and hands of the run", begun.config());
    }
    HandNetwork network = new HandNetwork(shape);
    return new NetworkSetup<>(
        network,
        LineBatches.inHands(
            network, all, alphabet(), config.plan(), config.batches(), begun != null),
        HandNetwork.ENCODING,
        shape,
        begun);
  }

  /** All characters that two hands have, as somebody writes them, and the space. */
  private Alphabet alphabet() {
    TreeSet<Integer> characters = new TreeSet<>();
    TreeSet<Integer> once = new TreeSet<>();
    for (Hand hand : hands) {
      for (int character : hand.characters()) {
        boolean plain = Characters.plain(Character.toString(character)).codePointAt(0) == character;
        if (plain && !once.add(character)) {
          characters.add(character);
        }
      }
    }
    characters.remove(DOTLESS_I);
    characters.add((int) ' ');
    return new Alphabet(characters.stream().map(Character::toString).collect(Collectors.joining()));
  }

  private TrainingProgress train(
      RunFolder folder,
      boolean resume,
      int threads,
      TrainingListener listener,
      BooleanSupplier stop)
      throws BadFileException, DivergenceException, IOException {
    try (Workers workers = new Workers(threads)) {
      Trainer trainer =
          new Trainer(
              course.network(),
              config.plan(),
              course.lessons(),
              folder.checkpoint(),
              KernelChoice.best(),
              workers);
      if (course.begun() != null) {
        takeOver(course.begun(), course.network());
      }
      TrainingProgress progress =
          new RecordedRun(
                  folder,
                  trainer,
                  course.network(),
                  config.subject().target(),
                  metrics -> header(course, metrics),
                  RecordedRun.Sampling.NONE,
                  listener)
              .run(resume, stop);
      if (config.subject() == ReadingTarget.HAND && progress.bestEpoch() > 0) {
        enroll(folder, workers);
      }
      return progress;
    }
  }

  private BadFileException unfit(String expected, Object actual) {
    return new BadFileException(
        Path.of(config.from()),
        "a model to begin with must have %s but has %s".formatted(expected, actual));
  }

  private static void takeOver(Trainable from, Trainable to) {
    for (int i = 0; i < to.parameters().size(); i++) {
      to.parameters().get(i).value().setTo(from.parameters().get(i).value());
    }
  }

  /** Has the best network know the hands by lines that it has not seen. */
  private void enroll(RunFolder folder, Workers workers) throws BadFileException, IOException {
    HandNetwork best = ReadingModels.hands(folder.model().toString()).network();
    WriterIdentification naming = new WriterIdentification(best, KernelChoice.best(), workers);
    naming.enroll(hands, config.plan().seed());
    naming.write(folder.path().resolve(ReadingModels.ENROLLED));
  }

  private ModelHeader<?> header(NetworkSetup<?> course, EpochMetrics metrics) {
    return new ModelHeader<>(
        ModelHeader.FORMAT,
        course.encoding(),
        ReadingRows.VERSION,
        course.shape(),
        new ModelHeader.TrainingSummary(
            programVersion,
            "lines composed of %d hands".formatted(hands.size()),
            null,
            config.plan().seed(),
            metrics.epoch(),
            metrics.validationNats()),
        List.of());
  }
}
