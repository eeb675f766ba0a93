package ductus.task.handwriting.training;

import ductus.corpus.LeftOut;
import ductus.corpus.hand.HandFolder;
import ductus.corpus.line.CorpusLine;
import ductus.corpus.line.LineFolder;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.format.NumberText;
import ductus.ink.encoding.PenEncoding;
import ductus.ink.practice.HeldOutText;
import ductus.ink.recognition.ReadingModels;
import ductus.model.ModelHeader;
import ductus.model.pen.HandWeights;
import ductus.model.pen.PenNetwork;
import ductus.model.pen.PenNetworkConfig;
import ductus.model.pen.PenStyle;
import ductus.nn.Parameter;
import ductus.task.LeftAside;
import ductus.task.Preparing;
import ductus.task.TrainingMaterial;
import ductus.task.TrainingSetup;
import ductus.task.handwriting.synthesis.HandModel;
import ductus.train.BatchSource;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.parallel.Peers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A training run of a network that writes, on lines composed of hands and on lines that people
 * wrote.
 */
public final class PenTraining implements TrainingSetup<PenNetwork> {
  private final PenTrainingConfig config;
  private final TaughtHands hands;
  private final List<LeftOut> leftOut;
  private final @Nullable HandModel begun;
  private final PenNetworkConfig shape;
  private final String programVersion;

  /**
   * Prepares a run on composed lines alone.
   *
   * @param folder what the configuration's folders hold
   * @param programVersion for the model's header
   * @throws BadFileException if the model that it begins as does not know the hands' characters
   */
  public PenTraining(PenTrainingConfig config, HandFolder folder, String programVersion)
      throws BadFileException, IOException {
    this(
        config,
        new TaughtHands(folder.hands().stream().map(ComposedLessons::new).toList(), List.of()),
        HandFolder.digest(folder.hands()),
        folder.leftOut(),
        programVersion);
  }

  private PenTraining(
      PenTrainingConfig config,
      TaughtHands hands,
      String digest,
      List<LeftOut> leftOut,
      String programVersion)
      throws BadFileException, IOException {
    this.hands = hands;
    this.leftOut = leftOut;
    this.programVersion = programVersion;
    begun = config.from() == null ? null : HandModel.open(config.from());
    shape =
        begun == null
            ? NetworkFitting.of(config.network(), hands, config.plan().seed())
            : NetworkFitting.like(begun, hands, Path.of(config.folders().get(0)));
    config.plan().requireFitting(0, shape.weights());
    this.config =
        config
            .withLearned(config.learned().withDigest(digest))
            .withNetwork(begun == null ? config.network() : PenShape.of(shape));
  }

  /**
   * Reads what the configuration's folders hold, and prepares a run on it.
   *
   * @throws BadFileException if there is neither a hand nor a person who wrote enough, or if the
   *     model that it begins as does not know their characters
   */
  public static PenTraining read(PenTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    List<Path> folders = config.folders().stream().map(Path::of).toList();
    HandFolder found = HandFolder.search(folders, preparing.stages().begin("Looking"));
    HandFolder drawn = found.without(config.without());
    LineFolder lines = LineFolder.read(folders, preparing.threads(), preparing.reading());
    LeftAside.requireThere(config.without(), found, lines);
    if (lines.lines().isEmpty()) {
      return new PenTraining(
          config, HandFolder.required(drawn, folders), preparing.programVersion());
    }
    List<CorpusLine> learned = lines.split(config.plan().seed(), config.without()).learned();
    WrittenCorpus written =
        WrittenCorpus.of(
            learned,
            ReadingModels.reader(ReadingModels.PEOPLE).network(),
            preparing.threads(),
            preparing.stages().begin("Aligning"));
    written.notices(lines).forEach(preparing.stages()::notice);
    List<LeftOut> leftOut = new ArrayList<>(drawn.leftOut());
    leftOut.addAll(lines.leftOut());
    TaughtHands hands =
        new TaughtHands(
            drawn.hands().stream().map(ComposedLessons::new).toList(), written.lessons());
    if (hands.all().isEmpty()) {
      throw new BadFileException(
          folders.get(0),
          "has nobody who wrote %d characters in lines that can be learned, and no hands"
              .formatted(WrittenCorpus.FEWEST));
    }
    String digest = HandFolder.digest(drawn.hands()) + LineFolder.digest(learned);
    return new PenTraining(
        config,
        hands,
        Sha256.hex(digest.getBytes(StandardCharsets.US_ASCII)),
        leftOut,
        preparing.programVersion());
  }

  @Override
  public PenTrainingConfig config() {
    return config;
  }

  /** The shape of the network, with its alphabet, styles and scale. */
  public PenNetworkConfig shape() {
    return shape;
  }

  @Override
  public TrainingMaterial material() {
    return new TrainingMaterial(
        shape.styles().size(),
        shape.styles().size() * PenBatches.HELD_OUT,
        "texts",
        "pen point",
        inWords(),
        leftOut);
  }

  private String inWords() {
    List<String> words = new ArrayList<>();
    if (!hands.composed().isEmpty()) {
      words.add(NumberText.count(hands.composed().size(), "hand"));
    }
    if (!hands.written().isEmpty()) {
      words.add(String.format(Locale.ROOT, "lines of %,d people", hands.written().size()));
    }
    return String.join(", ", words);
  }

  @Override
  public String pieceName() {
    return "hands";
  }

  @Override
  public long weights() {
    return shape.weights();
  }

  @Override
  public PenNetwork network() {
    return new PenNetwork(shape);
  }

  @Override
  public BatchSource batches(PenNetwork network, Peers peers) {
    return new PenBatches(
        network,
        hands,
        config.plan(),
        config.batches(),
        config.longest(),
        begun != null,
        HeldOutText.sentences(),
        peers);
  }

  /**
   * Takes over a model's weights; a hand that it has not learned begins as its first one that is
   * joined, or not, as well.
   */
  @Override
  public void setFirstWeights(PenNetwork network) {
    if (begun == null) {
      return;
    }
    PenNetwork known = begun.network();
    for (Parameter parameter : network.parameters()) {
      for (Parameter same : known.parameters()) {
        if (same.name().equals(parameter.name())
            && same.value().getNumElements() == parameter.value().getNumElements()) {
          parameter.value().setTo(same.value());
        }
      }
    }
    List<PenStyle> styles = network.config().styles();
    for (int hand = 0; hand < styles.size(); hand++) {
      PenStyle style = styles.get(hand);
      HandWeights.like(known, like(style, known.config()), style).copyTo(network, hand);
    }
  }

  private static int like(PenStyle style, PenNetworkConfig known) {
    int same = known.styleNames().indexOf(style.name());
    return same >= 0
        ? same
        : IntStream.range(0, known.styles().size())
            .filter(hand -> known.styles().get(hand).joined() == style.joined())
            .findFirst()
            .orElse(0);
  }

  @Override
  public ModelHeader<PenNetworkConfig> header(PenNetwork network, EpochMetrics metrics) {
    return new ModelHeader<>(
        PenEncoding.NAME,
        PenEncoding.VERSION,
        shape,
        summary(programVersion, inWords(), metrics),
        List.of());
  }

  @Override
  public Map<String, Object> facts() {
    return Map.of("hands", shape.styleNames());
  }
}
