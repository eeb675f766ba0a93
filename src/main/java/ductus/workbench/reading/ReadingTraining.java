package ductus.workbench.reading;

import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.ink.Handwriting;
import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.encoding.ReadingRows;
import ductus.ink.hand.Characters;
import ductus.ink.hand.Hand;
import ductus.ink.practice.PracticeText;
import ductus.ink.variation.Variation;
import ductus.math.KernelChoice;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.ModelHeader;
import ductus.model.Trainable;
import ductus.model.pen.Alphabet;
import ductus.model.reading.HandConfig;
import ductus.model.reading.HandNetwork;
import ductus.model.reading.ReaderConfig;
import ductus.model.reading.ReaderNetwork;
import ductus.train.DivergenceException;
import ductus.train.EpochMetrics;
import ductus.train.Lessons;
import ductus.train.Trainer;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import ductus.workbench.RecordedRun;
import ductus.workbench.RunFolder;
import ductus.workbench.handwriting.HandFolder;
import ductus.workbench.reading.ReadingTrainingConfig.Subject;
import ductus.workbench.reading.lessons.LineLessons;
import ductus.workbench.reading.lessons.Relatives;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A training run of a network that reads lines, for their text or for their hand, on lines composed
 * of the hands of some folders.
 */
public final class ReadingTraining {
  private static final int READER_LAYERS = 2;
  private static final double READER_DROPOUT = 0.2;
  private static final int EMBEDDING_SIZE = 48;
  private static final int DOTLESS_I = 'ı';
  private static final int ENROLLING_LINES = 16;
  private static final int ENROLLING_CHARACTERS = 40;
  private static final long ENROLLING_KEY = -2;

  private final ReadingTrainingConfig config;
  private final List<Hand> hands;
  private final String programVersion;

  /**
   * Prepares a run.
   *
   * @param folder what the configuration's folders hold
   * @param programVersion for the model's header
   * @throws BadFileException if there are fewer than two hands, or others than when the run began
   */
  public ReadingTraining(ReadingTrainingConfig config, HandFolder folder, String programVersion)
      throws BadFileException {
    Path source = Path.of(config.folders().get(0));
    hands = folder.without(config.withoutHands()).hands();
    if (hands.size() < 2) {
      throw new BadFileException(
          source, "training needs two hands at least, found " + hands.size());
    }
    String digest = Sha256.hex(hands.toString().getBytes(StandardCharsets.UTF_8));
    if (!config.digest().isEmpty() && !config.digest().equals(digest)) {
      throw new BadFileException(
          source, "holds other hands than when this run began; begin a new run with another --out");
    }
    this.config = config.withDigest(digest);
    this.programVersion = programVersion;
  }

  /** Names of the hands that are learned. */
  public List<String> hands() {
    return hands.stream().map(Hand::name).toList();
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
    Course<?> course = config.subject() == Subject.TEXT ? reader() : namer();
    return run(course, folder, resume, threads, listener, stop);
  }

  /** A network, what it learns from, and what its file says of it. */
  private record Course<C>(
      Trainable network, Lessons lessons, String encoding, C shape, String target) {}

  private Course<ReaderConfig> reader() {
    ReaderNetwork network =
        new ReaderNetwork(
            new ReaderConfig(
                alphabet(),
                ReadingRows.FEATURES,
                READER_LAYERS,
                config.hiddenSize(),
                READER_DROPOUT));
    return new Course<>(
        network,
        LineLessons.inReading(network, hands, config.plan(), config.batches()),
        ReaderNetwork.ENCODING,
        network.config(),
        "character");
  }

  private Course<HandConfig> namer() {
    List<Hand> all = Relatives.with(hands, config.plan().seed());
    HandNetwork network =
        new HandNetwork(
            new HandConfig(
                all.stream().map(Hand::name).toList(),
                ReadingRows.FEATURES,
                config.hiddenSize(),
                EMBEDDING_SIZE));
    return new Course<>(
        network,
        LineLessons.inHands(network, all, alphabet(), config.plan(), config.batches()),
        HandNetwork.ENCODING,
        network.config(),
        "line");
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

  private TrainingProgress run(
      Course<?> course,
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
      TrainingProgress progress =
          new RecordedRun(
                  folder,
                  trainer,
                  course.network(),
                  course.target(),
                  metrics -> header(course, metrics),
                  RecordedRun.Sampling.NONE,
                  listener)
              .run(resume, stop);
      if (config.subject() == Subject.HAND && progress.bestEpoch() > 0) {
        enroll(folder, workers);
      }
      return progress;
    }
  }

  /** Has the best network know the hands by lines that it has not seen. */
  private void enroll(RunFolder folder, Workers workers) throws BadFileException, IOException {
    HandNetwork best = ReadingModels.hands(folder.model().toString()).network();
    HandNaming naming = new HandNaming(best, KernelChoice.best(), workers);
    RandomGenerator random = Randomness.of(PlaceRandom.key(config.plan().seed(), ENROLLING_KEY));
    for (Hand hand : hands) {
      naming.enroll(hand.name(), lines(hand, random));
    }
    naming.write(folder.path().resolve(ReadingModels.ENROLLED));
  }

  /** Lines of a hand by which it may be known. */
  public static List<Handwriting> lines(Hand hand, RandomGenerator random) {
    LineComposer composer = new LineComposer(hand, Variation.natural(), PenEncoding.SPACING);
    PracticeText texts = new PracticeText(hand.characters());
    return Stream.generate(() -> texts.draw(ENROLLING_CHARACTERS, random))
        .limit(ENROLLING_LINES)
        .map(text -> composer.compose(text, random).handwriting())
        .toList();
  }

  private ModelHeader<?> header(Course<?> course, EpochMetrics metrics) {
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
