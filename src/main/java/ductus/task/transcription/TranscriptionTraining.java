package ductus.task.transcription;

import ductus.corpus.Piece;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.file.Sha256;
import ductus.math.Randomness;
import ductus.model.ModelHeader;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.music.audio.SoundBank;
import ductus.task.Preparing;
import ductus.task.TrainingMaterial;
import ductus.task.TrainingSetup;
import ductus.train.BatchSource;
import ductus.train.ExampleBatches;
import ductus.train.SequenceTeaching;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.parallel.Peers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A training run of a network that hears notes, on scenes rendered before it begins. */
final class TranscriptionTraining implements TrainingSetup<SignalNetwork> {
  private static final int VALIDATION_SCENES = 24;
  private static final int VALIDATION_KEYS = 12;

  private final TranscriptionTrainingConfig config;
  private final String programVersion;
  private final TranscriptionCorpus tunes;
  private final List<KeyExample> training;
  private final List<SignalSequence> validation;
  private final String description;

  /**
   * Prepares a run: reads the tunes and renders the scenes.
   *
   * @throws BadFileException if there is nothing to learn from
   */
  TranscriptionTraining(TranscriptionTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    programVersion = preparing.programVersion();
    long seed = config.plan().seed();
    int threads = preparing.threads();
    tunes =
        TranscriptionCorpus.read(
            config.sources().stream().map(Path::of).toList(), seed, threads, preparing.reading());
    List<ScoreVoices> learned = TranscriptionCorpus.voices(tunes.training());
    List<ScoreVoices> kept = TranscriptionCorpus.voices(tunes.validation());
    this.config =
        config.withLearned(config.learned().withDigest(digest(config.soundFont(), learned, kept)));
    SoundBank bank =
        config.soundFont().isEmpty()
            ? SoundBank.BUILT_IN
            : SoundBank.read(Path.of(config.soundFont()));
    List<RenderedScene> heard =
        SceneRenderer.render(
            new SceneComposer(learned, Instrumentation.LEARNED),
            config.scenes(),
            bank,
            seed,
            threads,
            preparing.stages().begin("Rendering"));
    List<RenderedScene> heldOut =
        SceneRenderer.render(
            new SceneComposer(kept, Instrumentation.LEARNED),
            VALIDATION_SCENES,
            bank,
            seed + 1,
            threads,
            ReadingListener.NONE);
    training =
        heard.stream()
            .map(KeyExample::new)
            .flatMap(example -> Collections.nCopies(config.keys(), example).stream())
            .toList();
    RandomGenerator random = Randomness.of(seed);
    validation =
        heldOut.stream()
            .map(KeyExample::new)
            .flatMap(each -> Stream.generate(() -> each.draw(random)).limit(VALIDATION_KEYS))
            .toList();
    description =
        String.format(
            Locale.ROOT,
            "%,d scenes (%.1f hours) with %,d notes of %,d tunes, %,d held out",
            heard.size(),
            heard.stream().mapToInt(each -> each.frames().count()).sum() / 180_000.0,
            SceneRenderer.notes(heard),
            tunes.training().size(),
            tunes.validation().size());
  }

  /** A digest of the SoundFont and the tunes in their order, from which scenes are drawn. */
  private static String digest(String soundFont, List<ScoreVoices> learned, List<ScoreVoices> kept)
      throws IOException {
    String instruments = soundFont.isEmpty() ? "" : Sha256.hex(Path.of(soundFont));
    return Sha256.hexOfLines(
        Stream.concat(
            Stream.of(instruments),
            Stream.of(learned, kept).flatMap(List::stream).map(ScoreVoices::toString)));
  }

  @Override
  public TranscriptionTrainingConfig config() {
    return config;
  }

  @Override
  public TrainingMaterial material() {
    return new TrainingMaterial(
        tunes.training().size(),
        tunes.validation().size(),
        "tunes",
        "frame",
        description,
        tunes.leftOut());
  }

  @Override
  public long weights() {
    return config.network().weights();
  }

  @Override
  public SignalNetwork network() {
    return new SignalNetwork(config.network());
  }

  @Override
  public BatchSource batches(SignalNetwork network, Peers peers) {
    return new ExampleBatches<>(SequenceTeaching.of(network), config.plan(), training, validation);
  }

  @Override
  public ModelHeader<?> header(SignalNetwork network, EpochMetrics metrics) {
    return new ModelHeader<>(
        NoteTranscriber.ENCODING,
        NoteTranscriber.VERSION,
        network.config(),
        summary(programVersion, description, metrics),
        tunes.training().stream().map(Piece::hash).distinct().sorted().toList());
  }
}
