package ductus.task.harmony;

import ductus.corpus.Corpus;
import ductus.corpus.LeftOut;
import ductus.corpus.Piece;
import ductus.corpus.ReadingListener;
import ductus.corpus.Split;
import ductus.file.BadFileException;
import ductus.math.Randomness;
import ductus.model.ModelHeader;
import ductus.model.tagging.TagSequence;
import ductus.model.tagging.TaggingNetwork;
import ductus.music.harmony.voices.Chorale;
import ductus.run.Learner;
import ductus.run.RunFolder;
import ductus.train.DivergenceException;
import ductus.train.EpochMetrics;
import ductus.train.Example;
import ductus.train.ExampleBatches;
import ductus.train.SequenceTeaching;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** A training run of a network that names the chords of tunes, or tells voices from voices. */
public final class HarmonyTraining {
  private static final double HELD_OUT = 0.1;

  private final HarmonyTrainingConfig config;
  private final String programVersion;
  private final TrainingInputs material;
  private final TaggingNetwork network;

  /** What is learned, and what it is measured by. */
  private record TrainingInputs(
      List<? extends Example<TagSequence>> training,
      List<TagSequence> validation,
      List<String> pieces,
      List<LeftOut> leftOut,
      String description) {}

  /**
   * Prepares a run.
   *
   * @param programVersion for the model's header
   * @param listener told of the reading of files
   * @throws BadFileException if there is nothing to learn from
   */
  public HarmonyTraining(
      HarmonyTrainingConfig config, String programVersion, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    this.config = config;
    this.programVersion = programVersion;
    Path source = Path.of(config.source());
    material =
        config.texture() == HarmonizationKind.CHORDS
            ? tunes(source, threads, listener)
            : chorales(source);
    network =
        config
            .texture()
            .network(
                config.embeddingSize(), config.layers(), config.hiddenSize(), config.dropout());
  }

  /** Files that could not be used, and why. */
  public List<LeftOut> leftOut() {
    return material.leftOut();
  }

  /** Number of weights of the network. */
  public long weights() {
    return network.size();
  }

  /** What it learns from, for people. */
  public String description() {
    return material.description();
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
    return new Learner(
            network,
            config.plan(),
            new ExampleBatches<>(
                SequenceTeaching.of(network),
                config.plan(),
                material.training(),
                material.validation()),
            config.texture().target(),
            this::header)
        .train(folder, resume, threads, listener, stop);
  }

  private TrainingInputs tunes(Path source, int threads, ReadingListener listener)
      throws BadFileException, IOException {
    Corpus<HarmonizedTune> corpus = Corpus.read(source, HarmonizedTune.KIND, threads, listener);
    if (corpus.pieces().size() < 2) {
      throw new BadFileException(
          source, "must have two tunes with chords or more but has " + corpus.pieces().size());
    }
    Split<HarmonizedTune> split = corpus.split(HELD_OUT, 0, config.plan().seed());
    return new TrainingInputs(
        split.training().stream().map(Piece::value).toList(),
        split.validation().stream().map(piece -> piece.value().tags()).toList(),
        split.training().stream().map(Piece::hash).sorted().toList(),
        corpus.leftOut(),
        "%d tunes with chords, %d of them held out"
            .formatted(corpus.pieces().size(), split.validation().size()));
  }

  private TrainingInputs chorales(Path source) throws BadFileException, IOException {
    ChoraleFile file = ChoraleFile.read(source);
    RandomGenerator random = Randomness.of(config.plan().seed());
    return new TrainingInputs(
        voices(file.training()),
        voices(file.validation()).stream().map(voice -> voice.draw(random)).toList(),
        List.of(),
        List.of(),
        "%d chorales; %d held out".formatted(file.training().size(), file.validation().size()));
  }

  private static List<MaskedVoice> voices(List<Chorale> chorales) {
    return chorales.stream().flatMap(chorale -> MaskedVoice.of(chorale).stream()).toList();
  }

  private ModelHeader<?> header(EpochMetrics metrics) {
    return new ModelHeader<>(
        ModelHeader.FORMAT,
        config.texture().encoding(),
        config.texture().version(),
        network.config(),
        new ModelHeader.TrainingSummary(
            programVersion,
            material.description(),
            null,
            config.plan().seed(),
            metrics.epoch(),
            metrics.validationNats()),
        material.pieces());
  }
}
