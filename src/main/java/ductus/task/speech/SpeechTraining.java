package ductus.task.speech;

import ductus.corpus.Corpus;
import ductus.corpus.LeftOut;
import ductus.corpus.Piece;
import ductus.corpus.Split;
import ductus.file.BadFileException;
import ductus.math.Workers;
import ductus.model.ModelHeader;
import ductus.model.speech.SpeechConfig;
import ductus.model.speech.SpeechNetwork;
import ductus.model.speech.SpokenSequence;
import ductus.nn.head.CtcHead;
import ductus.task.Preparing;
import ductus.task.Report;
import ductus.task.TrainingMaterial;
import ductus.task.TrainingSetup;
import ductus.train.BatchSource;
import ductus.train.ExampleBatches;
import ductus.train.SequenceTeaching;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.parallel.Peers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A training run of a network that hears words. */
final class SpeechTraining implements TrainingSetup<SpeechNetwork> {
  private final SpeechTrainingConfig config;
  private final String programVersion;
  private final List<LeftOut> leftOut;
  private final List<Piece<Utterance>> learned;
  private final List<Piece<Utterance>> heldOut;
  private final SpeechConfig shape;

  /**
   * Prepares a run: reads what it learns.
   *
   * @throws BadFileException if there are not two recordings or more
   */
  SpeechTraining(SpeechTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    programVersion = preparing.programVersion();
    Path path = Path.of(config.data());
    SpokenSet set = SpokenSet.read(path, preparing.threads(), preparing.reading());
    this.config = config.withLearned(config.learned().withDigest(set.digest()));
    shape = new SpeechConfig(set.words(), SpokenFrames.FEATURES, config.core());
    leftOut = new ArrayList<>(set.leftOut());
    List<Piece<Utterance>> fitting = new ArrayList<>();
    for (Piece<Utterance> each : set.utterances()) {
      int least = CtcHead.leastSteps(shape.labels(each.value().words()));
      if (each.value().sound().steps() < least) {
        leftOut.add(
            new LeftOut(
                each.path(),
                "is too short for the " + each.value().words().size() + " words of its text"));
      } else {
        fitting.add(each);
      }
    }
    if (fitting.size() < 2) {
      throw new BadFileException(
          path, "must have two recordings or more to learn from but has " + fitting.size());
    }
    Split<Utterance> split = Corpus.of(fitting).split(config.validation(), 0, config.plan().seed());
    learned = split.training();
    heldOut = split.validation();
  }

  @Override
  public SpeechTrainingConfig config() {
    return config;
  }

  @Override
  public TrainingMaterial material() {
    return new TrainingMaterial(
        learned.size(), heldOut.size(), "recordings", "word", description(), leftOut);
  }

  private String description() {
    return String.format(
        Locale.ROOT,
        "%,d recordings, %,d held out; %,d words",
        learned.size(),
        heldOut.size(),
        shape.words().size());
  }

  @Override
  public long weights() {
    return shape.weights();
  }

  @Override
  public SpeechNetwork network() {
    return new SpeechNetwork(shape);
  }

  @Override
  public BatchSource batches(SpeechNetwork network, Peers peers) {
    List<SpokenExample> examples =
        learned.stream()
            .map(each -> SpokenExample.of(each.value().sound(), labels(each.value())))
            .toList();
    List<SpokenSequence> measures =
        heldOut.stream()
            .map(each -> new SpokenSequence(each.value().sound().rows(), labels(each.value())))
            .toList();
    return new ExampleBatches<>(SequenceTeaching.of(network), config.plan(), examples, measures);
  }

  private int[] labels(Utterance utterance) {
    return shape.labels(utterance.words());
  }

  @Override
  public ModelHeader<?> header(SpeechNetwork network, EpochMetrics metrics) {
    return new ModelHeader<>(
        SpeechNetwork.ENCODING,
        SpokenFrames.VERSION,
        shape,
        summary(programVersion, description(), metrics),
        learned.stream().map(Piece::hash).sorted().toList());
  }

  /** Hears what was held out. */
  @Override
  public Report examine(Path model) throws BadFileException, IOException {
    try (Workers workers = new Workers(1)) {
      SpeechReader reader =
          new SpeechReader(SpeechReader.open(SpeechReader.find(model.toString())), workers);
      SpeechEvaluation evaluation = SpeechEvaluation.of(reader, heldOut, learned);
      return new Report(evaluation, evaluation.text("held-out recordings"));
    }
  }
}
