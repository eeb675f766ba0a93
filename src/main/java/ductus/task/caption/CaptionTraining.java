package ductus.task.caption;

import ductus.corpus.Corpus;
import ductus.corpus.LeftOut;
import ductus.corpus.Piece;
import ductus.corpus.Split;
import ductus.file.BadFileException;
import ductus.ink.Handwriting;
import ductus.math.Workers;
import ductus.model.ModelHeader;
import ductus.model.caption.CaptionConfig;
import ductus.model.caption.CaptionNetwork;
import ductus.model.caption.CaptionedPicture;
import ductus.model.pen.Alphabet;
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
import java.util.List;
import java.util.Locale;

/** A training run of a network that writes captions. */
final class CaptionTraining implements TrainingSetup<CaptionNetwork> {
  private final CaptionTrainingConfig config;
  private final String programVersion;
  private final List<LeftOut> leftOut;
  private final List<Piece<Handwriting>> learned;
  private final List<Piece<Handwriting>> heldOut;
  private final CaptionConfig shape;

  /**
   * Prepares a run: reads what it learns.
   *
   * @throws BadFileException if there are not two sketches or more
   */
  CaptionTraining(CaptionTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    programVersion = preparing.programVersion();
    Path path = Path.of(config.data());
    SketchSet set = SketchSet.read(path, preparing.reading());
    leftOut = set.leftOut();
    if (set.sketches().size() < 2) {
      throw new BadFileException(
          path, "must have two sketches or more to learn from but has " + set.sketches().size());
    }
    this.config = config.withLearned(config.learned().withDigest(set.digest()));
    shape =
        new CaptionConfig(
            new Alphabet(set.characters()),
            set.longest(),
            config.attention(),
            config.embeddingSize(),
            config.encoder());
    config.plan().requireFitting(config.encoder().dropout(), shape.weights());
    Split<Handwriting> split =
        Corpus.of(set.sketches()).split(config.validation(), 0, config.plan().seed());
    learned = split.training();
    heldOut = split.validation();
  }

  @Override
  public CaptionTrainingConfig config() {
    return config;
  }

  @Override
  public TrainingMaterial material() {
    return new TrainingMaterial(
        learned.size(), heldOut.size(), "sketches", "character", description(), leftOut);
  }

  private String description() {
    return String.format(Locale.ROOT, "%,d sketches, %,d held out", learned.size(), heldOut.size());
  }

  @Override
  public long weights() {
    return shape.weights();
  }

  @Override
  public CaptionNetwork network() {
    return new CaptionNetwork(shape);
  }

  @Override
  public BatchSource batches(CaptionNetwork network, Peers peers) {
    return new ExampleBatches<>(
        SequenceTeaching.of(network),
        config.plan(),
        learned.stream().map(each -> new CaptionExample(each.value(), seen(each))).toList(),
        heldOut.stream().map(this::seen).toList());
  }

  private CaptionedPicture seen(Piece<Handwriting> sketch) {
    return new CaptionedPicture(
        SketchView.of(sketch.value()),
        shape.target().numbers(SketchSet.caption(sketch).codePoints().toArray()));
  }

  @Override
  public ModelHeader<?> header(CaptionNetwork network, EpochMetrics metrics) {
    return new ModelHeader<>(
        CaptionNetwork.ENCODING,
        SketchView.VERSION,
        shape,
        summary(programVersion, description(), metrics),
        learned.stream().map(Piece::hash).sorted().toList());
  }

  /** Says what is held out. */
  @Override
  public Report examine(Path model) throws BadFileException, IOException {
    try (Workers workers = new Workers(1)) {
      SketchCaptioner captioner =
          new SketchCaptioner(
              SketchCaptioner.open(SketchCaptioner.find(model.toString())),
              SketchCaptioner.USUAL_BEAM,
              workers);
      CaptionEvaluation evaluation = CaptionEvaluation.of(captioner, heldOut, learned);
      return new Report(evaluation, evaluation.text("held-out sketches"));
    }
  }
}
