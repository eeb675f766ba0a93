package ductus.task.transcription;

import ductus.corpus.LeftOut;
import ductus.corpus.Piece;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.math.Randomness;
import ductus.model.ModelHeader;
import ductus.model.signal.SignalConfig;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.model.signal.Target;
import ductus.music.audio.SoundBank;
import ductus.music.hearing.notes.KeyView;
import ductus.run.Learner;
import ductus.run.RunFolder;
import ductus.train.DivergenceException;
import ductus.train.EpochMetrics;
import ductus.train.ExampleBatches;
import ductus.train.SequenceTeaching;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** A training run of a network that hears notes, on scenes rendered before it begins. */
public final class TranscriptionTraining {
  private static final int VALIDATION_SCENES = 24;
  private static final int VALIDATION_KEYS = 12;

  private final TranscriptionTrainingConfig config;
  private final String programVersion;
  private final TranscriptionCorpus tunes;
  private final List<KeyExample> training;
  private final List<SignalSequence> validation;
  private final String description;
  private final SignalNetwork network;

  /**
   * Prepares a run: reads the tunes and renders the scenes.
   *
   * @param programVersion for the model's header
   * @param reading told of the reading of files
   * @param rendering told of the rendering of scenes
   * @throws BadFileException if there is nothing to learn from
   */
  public TranscriptionTraining(
      TranscriptionTrainingConfig config,
      String programVersion,
      int threads,
      ReadingListener reading,
      ReadingListener rendering)
      throws BadFileException, IOException {
    this.config = config;
    this.programVersion = programVersion;
    long seed = config.plan().seed();
    tunes =
        TranscriptionCorpus.read(
            config.sources().stream().map(Path::of).toList(), seed, threads, reading);
    SoundBank bank =
        config.soundFont().isEmpty()
            ? SoundBank.BUILT_IN
            : SoundBank.read(Path.of(config.soundFont()));
    List<RenderedScene> heard =
        SceneRenderer.render(
            new SceneComposer(
                TranscriptionCorpus.voices(tunes.training()), Instrumentation.LEARNED),
            config.scenes(),
            bank,
            seed,
            threads,
            rendering);
    List<RenderedScene> heldOut =
        SceneRenderer.render(
            new SceneComposer(
                TranscriptionCorpus.voices(tunes.validation()), Instrumentation.LEARNED),
            VALIDATION_SCENES,
            bank,
            seed + 1,
            threads,
            (done, total) -> {});
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
    network =
        new SignalNetwork(
            new SignalConfig(KeyView.SIZE, config.core(), Target.SWITCHES, KeyExample.OUTPUTS));
  }

  /** Files that could not be read, and why. */
  public List<LeftOut> leftOut() {
    return tunes.leftOut();
  }

  /** What it learns from, for people. */
  public String description() {
    return description;
  }

  /** Number of weights of the network. */
  public long weights() {
    return network.size();
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
            new ExampleBatches<>(SequenceTeaching.of(network), config.plan(), training, validation),
            "frame",
            this::header)
        .train(folder, resume, threads, listener, stop);
  }

  private ModelHeader<?> header(EpochMetrics metrics) {
    return new ModelHeader<>(
        ModelHeader.FORMAT,
        NoteTranscriber.ENCODING,
        NoteTranscriber.VERSION,
        network.config(),
        new ModelHeader.TrainingSummary(
            programVersion,
            description,
            null,
            config.plan().seed(),
            metrics.epoch(),
            metrics.validationNats()),
        tunes.training().stream().map(Piece::hash).distinct().sorted().toList());
  }
}
