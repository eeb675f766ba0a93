package ductus.task.harmony;

import ductus.corpus.Corpus;
import ductus.corpus.LeftOut;
import ductus.corpus.Piece;
import ductus.corpus.Split;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.math.Randomness;
import ductus.model.ConditionedEncoding.Condition;
import ductus.model.ModelHeader;
import ductus.model.tagging.TagSequence;
import ductus.model.tagging.TaggingConfig;
import ductus.model.tagging.TaggingNetwork;
import ductus.music.harmony.tune.HarmonyStyle;
import ductus.music.harmony.voices.Chorale;
import ductus.task.Preparing;
import ductus.task.TrainingMaterial;
import ductus.task.TrainingSetup;
import ductus.train.BatchSource;
import ductus.train.Example;
import ductus.train.ExampleBatches;
import ductus.train.SequenceTeaching;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.parallel.Peers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A training run of a network that names the chords of tunes, or tells voices from voices. */
final class HarmonyTraining implements TrainingSetup<TaggingNetwork> {
  private static final double HELD_OUT = 0.1;

  private final HarmonyTrainingConfig config;
  private final String programVersion;
  private final TaggingConfig shape;
  private final TrainingInputs inputs;

  /**
   * What was read, as the network sees it.
   *
   * @param training examples to learn
   * @param validation what it is measured by
   * @param hashes of the pieces to learn, sorted, where they are known by them
   * @param styles of the tunes to learn, where they have some
   * @param material all of it, counted and described
   * @param digest of all of it
   */
  private record TrainingInputs(
      List<? extends Example<TagSequence>> training,
      List<TagSequence> validation,
      List<String> hashes,
      List<String> styles,
      TrainingMaterial material,
      String digest) {}

  /**
   * Prepares a run: reads what it learns.
   *
   * @throws BadFileException if there is nothing to learn from
   */
  HarmonyTraining(HarmonyTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    programVersion = preparing.programVersion();
    shape = config.network();
    inputs =
        config.texture() == HarmonizationKind.CHORDS ? tunes(config, preparing) : chorales(config);
    this.config = config.withLearned(config.learned().withDigest(inputs.digest()));
  }

  private static TrainingInputs tunes(HarmonyTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    Path source = Path.of(config.source());
    Corpus<HarmonizedTune> corpus =
        Corpus.read(source, HarmonizedTune.KIND, preparing.threads(), preparing.reading());
    if (corpus.pieces().size() < 2) {
      throw new BadFileException(
          source,
          "must have two tunes with chords or more but has %d".formatted(corpus.pieces().size())
              + (corpus.leftOut().isEmpty()
                  ? ""
                  : "; the first that was left out, " + corpus.leftOut().get(0)));
    }
    Split<HarmonizedTune> split =
        corpus.split(HELD_OUT, 0, config.plan().seed(), HarmonizedTune::families);
    List<String> styles = styles(split.training());
    return new TrainingInputs(
        split.training().stream().map(Piece::value).toList(),
        split.validation().stream().map(piece -> piece.value().tags()).toList(),
        split.training().stream().map(Piece::hash).sorted().toList(),
        styles,
        material(
            config,
            split.training().size(),
            split.validation().size(),
            String.format(
                Locale.ROOT,
                "%d tunes with chords (%s), %d of them held out",
                corpus.pieces().size(),
                String.join(", ", styles),
                split.validation().size()),
            corpus.leftOut()),
        Sha256.hexOfLines(corpus.pieces().stream().map(HarmonyTraining::line).sorted()));
  }

  private static String line(Piece<HarmonizedTune> piece) {
    return piece.hash() + piece.value().style() + Arrays.toString(piece.value().classes());
  }

  /** The styles of some tunes, in their order. */
  private static List<String> styles(List<Piece<HarmonizedTune>> tunes) {
    return Arrays.stream(HarmonyStyle.values())
        .filter(style -> tunes.stream().anyMatch(tune -> tune.value().style() == style))
        .map(HarmonyStyle::label)
        .toList();
  }

  /** Reads chorales; in which order they are decides what is hidden of those that are held out. */
  private static TrainingInputs chorales(HarmonyTrainingConfig config)
      throws BadFileException, IOException {
    ChoraleFile file = ChoraleFile.read(Path.of(config.source()));
    RandomGenerator random = Randomness.of(config.plan().seed());
    return new TrainingInputs(
        voices(file.training()),
        voices(file.validation()).stream().map(voice -> voice.draw(random)).toList(),
        List.of(),
        List.of(),
        material(
            config,
            file.training().size(),
            file.validation().size(),
            String.format(
                Locale.ROOT,
                "%d chorales; %d held out",
                file.training().size(),
                file.validation().size()),
            List.of()),
        Sha256.hexOfLines(
            Stream.of(file.training(), file.validation())
                .map(part -> part.stream().map(Chorale::pitches).map(Arrays::toString).toList())
                .map(List::toString)));
  }

  private static List<MaskedVoice> voices(List<Chorale> chorales) {
    return chorales.stream().flatMap(chorale -> MaskedVoice.of(chorale).stream()).toList();
  }

  private static TrainingMaterial material(
      HarmonyTrainingConfig config,
      int pieces,
      int heldOut,
      String description,
      List<LeftOut> leftOut) {
    return new TrainingMaterial(
        pieces, heldOut, "pieces", config.texture().target(), description, leftOut);
  }

  @Override
  public HarmonyTrainingConfig config() {
    return config;
  }

  @Override
  public TrainingMaterial material() {
    return inputs.material();
  }

  @Override
  public long weights() {
    return shape.weights();
  }

  @Override
  public TaggingNetwork network() {
    return new TaggingNetwork(shape);
  }

  @Override
  public BatchSource batches(TaggingNetwork network, Peers peers) {
    return new ExampleBatches<>(
        SequenceTeaching.of(network), config.plan(), inputs.training(), inputs.validation());
  }

  @Override
  public ModelHeader<?> header(TaggingNetwork network, EpochMetrics metrics) {
    return new ModelHeader<>(
        ModelHeader.FORMAT,
        config.texture().encoding(),
        config.texture().version(),
        shape,
        summary(programVersion, material().description(), metrics),
        inputs.hashes(),
        inputs.styles().isEmpty()
            ? null
            : List.of(new Condition(HarmonyModels.STYLE, inputs.styles())),
        null);
  }
}
