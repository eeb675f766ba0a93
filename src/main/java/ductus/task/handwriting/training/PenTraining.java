package ductus.task.handwriting.training;

import ductus.corpus.hand.HandFolder;
import ductus.file.BadFileException;
import ductus.ink.compose.ComposedLine;
import ductus.ink.compose.LineComposer;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.hand.Hand;
import ductus.ink.practice.HeldOutText;
import ductus.ink.practice.TrainingText;
import ductus.ink.variation.HandVariation;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.ModelHeader;
import ductus.model.pen.Alphabet;
import ductus.model.pen.HandWeights;
import ductus.model.pen.OffsetScale;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenNetworkConfig;
import ductus.model.pen.PenStyle;
import ductus.model.place.FoundModel;
import ductus.nn.Parameter;
import ductus.run.RecordedRun;
import ductus.run.RunFolder;
import ductus.run.ShareableRun;
import ductus.run.ThreadCount;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.train.BatchSource;
import ductus.train.DivergenceException;
import ductus.train.EpochMetrics;
import ductus.train.MemoryPlan;
import ductus.train.Trainer;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import ductus.train.parallel.Peers;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** A training run of a network that writes, on lines composed of the hands of a folder. */
public final class PenTraining implements ShareableRun {
  /** Lines of each hand by which offsets are scaled, and their characters. */
  private static final int SCALED_BY = 20;

  private static final int SCALED_LENGTH = 30;
  private static final long SCALE_KEY = -2;

  private final PenTrainingConfig config;
  private final List<LineComposer> composers;
  private final String programVersion;

  private PenTraining(
      PenTrainingConfig config, List<LineComposer> composers, String programVersion) {
    this.config = config;
    this.composers = composers;
    this.programVersion = programVersion;
  }

  /**
   * Prepares a new run.
   *
   * @param folder where the hands are from
   * @param hands one or more
   * @param longest characters of the longest lines
   * @param batches of an epoch
   * @param programVersion for the model's header
   */
  public static PenTraining of(
      Path folder,
      List<Hand> hands,
      PenShape shape,
      int longest,
      int batches,
      TrainingPlan plan,
      String programVersion)
      throws BadFileException {
    if (hands.isEmpty()) {
      throw new BadFileException(folder, "training needs a hand at least, found none");
    }
    List<LineComposer> composers = composers(hands);
    PenNetworkConfig network =
        new PenNetworkConfig(
            shape.windowComponents() == 0
                ? null
                : new PenNetworkConfig.TextWindow(
                    alphabet(hands), shape.windowComponents(), shape.characterSize()),
            hands.stream().map(PenTraining::style).toList(),
            shape.styleSize(),
            scale(composers, plan.seed()),
            shape.layers(),
            shape.hiddenSize(),
            shape.mixtures(),
            shape.cell());
    PenTrainingConfig config =
        new PenTrainingConfig(
            folder.toAbsolutePath().toString(),
            HandFolder.digest(hands),
            longest,
            batches,
            network,
            plan,
            null);
    return new PenTraining(config, composers, programVersion);
  }

  /**
   * Prepares a new run that begins as a model which has learned other hands, or fewer forms of
   * their characters.
   *
   * @param folder where the hands are from
   * @param hands one or more, of characters that the model knows
   * @param from the model, by path or name
   * @param longest characters of the longest lines
   * @param batches of an epoch
   * @param programVersion for the model's header
   */
  public static PenTraining from(
      Path folder,
      List<Hand> hands,
      String from,
      int longest,
      int batches,
      TrainingPlan plan,
      String programVersion)
      throws BadFileException, IOException {
    FoundModel found = FoundModel.find(from, List.of(HandModel.SHIPPED));
    PenNetworkConfig known = HandModel.of(found).network().config();
    for (Hand hand : hands) {
      for (int character : hand.characters()) {
        if (!known.textWindow().alphabet().has(character)) {
          throw new BadFileException(
              folder,
              "the hand %s has %s, which the model %s does not know: train without --from"
                  .formatted(hand.name(), Character.toString(character), from));
        }
      }
    }
    PenTrainingConfig config =
        new PenTrainingConfig(
            folder.toAbsolutePath().toString(),
            HandFolder.digest(hands),
            longest,
            batches,
            known.withStyles(hands.stream().map(PenTraining::style).toList()),
            plan,
            found.place().lastingName());
    return new PenTraining(config, composers(hands), programVersion);
  }

  /**
   * Prepares a run to go on.
   *
   * @param hands of its folder
   * @throws BadFileException if they are others than when it began
   */
  public static PenTraining resumed(
      PenTrainingConfig config, List<Hand> hands, String programVersion) throws BadFileException {
    if (!HandFolder.digest(hands).equals(config.digest())) {
      throw new BadFileException(
          Path.of(config.folder()),
          "holds other hands than when this run began; begin a new run with another --out");
    }
    return new PenTraining(config, composers(hands), programVersion);
  }

  private static List<LineComposer> composers(List<Hand> hands) {
    return hands.stream()
        .map(hand -> new LineComposer(hand, HandVariation.natural(), PenEncoding.SPACING))
        .toList();
  }

  private static PenStyle style(Hand hand) {
    return PenStyle.of(hand.name(), hand.joined(), hand.counts());
  }

  /** All characters of any of the hands, and the space. */
  private static Alphabet alphabet(List<Hand> hands) {
    TreeSet<Integer> characters = new TreeSet<>();
    characters.add((int) ' ');
    hands.forEach(hand -> characters.addAll(hand.characters()));
    return new Alphabet(joined(characters));
  }

  private static String joined(SortedSet<Integer> characters) {
    return characters.stream().map(Character::toString).collect(Collectors.joining());
  }

  /** Mean and deviation of the offsets of some lines of all hands. */
  private static OffsetScale scale(List<LineComposer> composers, long seed) {
    RandomGenerator random = Randomness.of(PlaceRandom.key(seed, SCALE_KEY));
    double sumX = 0;
    double sumY = 0;
    double squaresX = 0;
    double squaresY = 0;
    long count = 0;
    for (LineComposer composer : composers) {
      TrainingText practice = new TrainingText(composer.hand().characters());
      for (int i = 0; i < SCALED_BY; i++) {
        ComposedLine line = composer.compose(practice.draw(SCALED_LENGTH, random), random);
        for (int p = 1; p < line.points(); p++) {
          double deltaX = line.x(p) - line.x(p - 1);
          double deltaY = line.y(p) - line.y(p - 1);
          sumX += deltaX;
          sumY += deltaY;
          squaresX += deltaX * deltaX;
          squaresY += deltaY * deltaY;
          count++;
        }
      }
    }
    double meanX = sumX / count;
    double meanY = sumY / count;
    return new OffsetScale(
        meanX,
        meanY,
        Math.sqrt(squaresX / count - meanX * meanX),
        Math.sqrt(squaresY / count - meanY * meanY));
  }

  @Override
  public PenTrainingConfig config() {
    return config;
  }

  @Override
  public TrainingPlan plan() {
    return config.plan();
  }

  /** Number of hands. */
  @Override
  public int pieces() {
    return composers.size();
  }

  /** Number of lines. */
  @Override
  public int heldOut() {
    return composers.size() * PenBatches.HELD_OUT;
  }

  @Override
  public String target() {
    return "pen point";
  }

  @Override
  public long size() {
    return config.network().weights();
  }

  /** Lines are as long as their characters; what is surely needed are the weights. */
  @Override
  public void requireMemory() {
    MemoryPlan.ofWeights(size(), plan()).requireFits(Runtime.getRuntime().maxMemory());
  }

  /** How many of so many threads are of use. */
  int crew(int threads) {
    return ThreadCount.of(config.network().hiddenSize(), plan().batching().shardSize(), threads);
  }

  /** What a network learns in this run. */
  public BatchSource lessons(PenNetwork network) {
    return lessons(network, Peers.NONE);
  }

  private BatchSource lessons(PenNetwork network, Peers peers) {
    return new PenBatches(
        network,
        composers,
        config.plan(),
        config.batches(),
        config.longest(),
        HeldOutText.sentences(),
        peers);
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
    folder.writeConfig(config);
    Kernels kernels = KernelChoice.best();
    try (Workers workers = new Workers(crew(threads))) {
      PenNetwork network = new PenNetwork(config.network());
      Trainer trainer =
          new Trainer(
              network,
              config.plan(),
              lessons(network, peers),
              folder.checkpoint(),
              kernels,
              workers,
              peers);
      if (config.from() != null) {
        begin(network, HandModel.open(config.from()));
      }
      return new RecordedRun(
              folder, trainer, network, target(), this::header, RecordedRun.Sampling.NONE, listener)
          .run(resume, stop);
    }
  }

  /** Takes over a model's weights; a hand that it has not learned begins as its first one. */
  private static void begin(PenNetwork network, HandModel model) {
    for (Parameter parameter : network.parameters()) {
      for (Parameter known : model.network().parameters()) {
        if (known.name().equals(parameter.name())
            && known.value().getNumElements() == parameter.value().getNumElements()) {
          parameter.value().setTo(known.value());
        }
      }
    }
    List<PenStyle> styles = network.config().styles();
    for (int hand = 0; hand < styles.size(); hand++) {
      PenStyle style = styles.get(hand);
      int known = Math.max(0, model.network().config().styleNames().indexOf(style.name()));
      HandWeights.like(model.network(), known, style).copyTo(network, hand);
    }
  }

  private ModelHeader<PenNetworkConfig> header(EpochMetrics metrics) {
    return new ModelHeader<>(
        ModelHeader.FORMAT,
        PenEncoding.NAME,
        PenEncoding.VERSION,
        config.network(),
        new ModelHeader.TrainingSummary(
            programVersion,
            "lines composed of %d hands".formatted(composers.size()),
            null,
            config.plan().seed(),
            metrics.epoch(),
            metrics.validationNats()),
        List.of());
  }
}
