package ductus.task.strokerecovery;

import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.ink.tracing.LetterPicture;
import ductus.ink.tracing.LetterVariation;
import ductus.math.PlaceRandom;
import ductus.math.Randomness;
import ductus.model.ModelHeader;
import ductus.model.tracing.TracedLetter;
import ductus.model.tracing.TracerConfig;
import ductus.model.tracing.TracerNetwork;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;

/** A training run of a network that draws what it sees. */
public final class TracingTraining implements TrainingSetup<TracerNetwork> {
  /** A single thing that a loss is of, for people. */
  static final String TARGET = "pen point";

  /** The share of letters that are held out, one in so many; these always look the same. */
  private static final int HELD_OUT = 10;

  private static final long SPLIT_KEY = -1;
  private static final double HELD_OUT_NIB = 0.1;

  private final TracingTrainingConfig config;
  private final String programVersion;
  private final LetterFiles files;
  private final List<LetterExample> learned;
  private final List<TracedLetter> heldOut;

  /**
   * Prepares a run: reads what it learns.
   *
   * @param programVersion for the model's header
   * @throws BadFileException if there is too little to learn from
   */
  public TracingTraining(TracingTrainingConfig config, String programVersion)
      throws BadFileException, IOException {
    this.programVersion = programVersion;
    List<Path> sources = config.sources().stream().map(Path::of).toList();
    files = LetterFiles.read(sources, config.without());
    List<Handwriting> letters = new ArrayList<>(files.letters());
    if (letters.size() < 2) {
      throw new BadFileException(sources.get(0), "must have two letters or more but has one");
    }
    this.config = config.withLearned(config.learned().withDigest(files.digest()));
    Randomness.shuffle(letters, Randomness.of(PlaceRandom.key(config.plan().seed(), SPLIT_KEY)));
    int kept = Math.max(1, letters.size() / HELD_OUT);
    heldOut =
        letters.subList(0, kept).stream()
            .map(letter -> LetterPicture.of(letter, HELD_OUT_NIB).traced())
            .toList();
    learned = letters.subList(kept, letters.size()).stream().map(LetterExample::of).toList();
  }

  @Override
  public TracingTrainingConfig config() {
    return config;
  }

  @Override
  public TrainingMaterial material() {
    return new TrainingMaterial(
        learned.size(), heldOut.size(), "letters", TARGET, description(), files.leftOut());
  }

  private String description() {
    return String.format(Locale.ROOT, "%,d letters, %,d held out", learned.size(), heldOut.size());
  }

  @Override
  public long weights() {
    return config.network().weights();
  }

  @Override
  public TracerNetwork network() {
    return new TracerNetwork(config.network());
  }

  @Override
  public BatchSource batches(TracerNetwork network, Peers peers) {
    List<LetterExample> examples =
        learned.stream()
            .flatMap(letter -> Collections.nCopies(config.variations(), letter).stream())
            .toList();
    return new ExampleBatches<>(SequenceTeaching.of(network), config.plan(), examples, heldOut);
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

  @Override
  public ModelHeader<TracerConfig> header(TracerNetwork network, EpochMetrics metrics) {
    return new ModelHeader<>(
        TracerNetwork.ENCODING,
        TracerNetwork.VERSION,
        config.network(),
        summary(programVersion, description(), metrics),
        List.of());
  }
}
