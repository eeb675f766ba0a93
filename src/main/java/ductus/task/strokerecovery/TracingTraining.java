package ductus.task.strokerecovery;

import ductus.corpus.LeftOut;
import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.tracing.LetterPicture;
import ductus.ink.tracing.LetterVariation;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.model.ModelHeader;
import ductus.model.tracing.TracedLetter;
import ductus.model.tracing.TracerNetwork;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;

/** A training run of a network that draws what it sees. */
public final class TracingTraining {
  /** One letter in so many is held out, and always looks the same. */
  private static final int HELD_OUT = 10;

  private static final long SPLIT_KEY = -1;
  private static final double HELD_OUT_NIB = 0.1;

  private final TracingTrainingConfig config;
  private final String programVersion;
  private final LetterFiles files;
  private final List<LetterExample> training = new ArrayList<>();
  private final List<TracedLetter> heldOut = new ArrayList<>();
  private final TracerNetwork network;

  /**
   * Prepares a run.
   *
   * @param programVersion for the model's header
   * @throws BadFileException if there is too little to learn from
   */
  public TracingTraining(TracingTrainingConfig config, String programVersion)
      throws BadFileException, IOException {
    this.config = config;
    this.programVersion = programVersion;
    List<Path> sources = config.sources().stream().map(Path::of).toList();
    files = LetterFiles.read(sources, name -> !config.without().contains(name));
    split(sources.get(0));
    network = new TracerNetwork(config.network());
  }

  private void split(Path source) throws BadFileException {
    List<Handwriting> letters = new ArrayList<>(files.letters());
    if (letters.size() < 2) {
      throw new BadFileException(source, "must have two letters or more but has one");
    }
    Randomness.shuffle(letters, Randomness.of(PlaceRandom.key(config.plan().seed(), SPLIT_KEY)));
    int kept = Math.max(1, letters.size() / HELD_OUT);
    letters.subList(0, kept).stream()
        .map(letter -> LetterPicture.of(letter, HELD_OUT_NIB).traced())
        .forEach(heldOut::add);
    for (Handwriting letter : letters.subList(kept, letters.size())) {
      LetterExample lesson = LetterExample.of(letter);
      training.addAll(Collections.nCopies(config.variations(), lesson));
    }
  }

  /** What it learns from, for people. */
  public String description() {
    return "%,d letters, %,d held out"
        .formatted(training.size() / config.variations(), heldOut.size());
  }

  /** What decides the run. */
  public TracingTrainingConfig config() {
    return config;
  }

  /** What could not be learned from. */
  public List<LeftOut> leftOut() {
    return files.leftOut();
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
            new ExampleBatches<>(SequenceTeaching.of(network), config.plan(), training, heldOut),
            "pen point",
            this::header)
        .train(folder, resume, threads, listener, stop);
  }

  /**
   * A letter that looks otherwise each time.
   *
   * @param length points that it has about
   */
  private record LetterExample(Handwriting letter, int length) implements Example<TracedLetter> {
    static LetterExample of(Handwriting letter) {
      return new LetterExample(letter, LetterPicture.of(letter, HELD_OUT_NIB).traced().points());
    }

    @Override
    public TracedLetter draw(RandomGenerator random) {
      return LetterVariation.draw(letter, random).traced();
    }
  }

  private ModelHeader<?> header(EpochMetrics metrics) {
    return new ModelHeader<>(
        ModelHeader.FORMAT,
        TracerNetwork.ENCODING,
        TracerNetwork.VERSION,
        network.config(),
        new ModelHeader.TrainingSummary(
            programVersion,
            description(),
            null,
            config.plan().seed(),
            metrics.epoch(),
            metrics.validationNats()),
        List.of());
  }
}
