package ductus.task.recognition;

import ductus.file.BadFileException;
import ductus.ink.encoding.ReadingRows;
import ductus.ink.recognition.ReadingModels;
import ductus.model.ModelHeader;
import ductus.model.reading.ReaderConfig;
import ductus.model.reading.ReaderNetwork;
import ductus.task.recognition.lessons.CorpusLineSource;
import ductus.task.recognition.lessons.LineBatches;
import ductus.train.BatchSource;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.parallel.Peers;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A training run of a network that reads the text of lines. */
final class ReaderTraining extends ReadingTraining<ReaderNetwork> {
  private static final int LAYERS = 2;
  private static final double DROPOUT = 0.2;

  private final @Nullable ReaderNetwork begun;
  private final ReaderConfig shape;
  private final CorpusLineSource lines;
  private final CorpusLineSource heldOut;

  /**
   * Prepares a run.
   *
   * @param programVersion for the model's header
   * @throws BadFileException if the model that it begins with does not fit
   */
  ReaderTraining(ReadingTrainingConfig config, ReadingCorpus hands, String programVersion)
      throws BadFileException, IOException {
    super(config, hands, programVersion);
    begun = config.from().isEmpty() ? null : ReadingModels.reader(config.from()).network();
    if (begun != null && begun.config().hiddenSize() != config.hiddenSize()) {
      throw unfit("hidden size " + config.hiddenSize(), begun.config().hiddenSize());
    }
    shape =
        new ReaderConfig(
            begun == null ? hands.alphabet() : begun.config().alphabet(),
            ReadingRows.FEATURES,
            begun == null ? LAYERS : begun.config().layers(),
            config.hiddenSize(),
            DROPOUT);
    config.plan().requireFitting(DROPOUT, shape.weights());
    lines = new CorpusLineSource(hands.lines(), shape.alphabet());
    heldOut = new CorpusLineSource(hands.heldOut(), shape.alphabet());
    if (hands.hands().isEmpty() && (lines.size() == 0 || heldOut.size() == 0)) {
      throw new BadFileException(
          Path.of(config.folders().get(0)),
          "has too few lines: %d to learn from and %d to measure by can be spelled with characters that stand in %d and more"
              .formatted(lines.size(), heldOut.size(), ReadingCorpus.OFTEN));
    }
  }

  @Override
  @Nullable ReaderNetwork begun() {
    return begun;
  }

  @Override
  public long weights() {
    return shape.weights();
  }

  @Override
  public ReaderNetwork network() {
    return new ReaderNetwork(shape);
  }

  @Override
  public BatchSource batches(ReaderNetwork network, Peers peers) {
    return LineBatches.inReading(
        network,
        learned().hands(),
        lines,
        heldOut,
        config().plan(),
        config().batches(),
        begun != null,
        peers);
  }

  @Override
  public ModelHeader<?> header(ReaderNetwork network, EpochMetrics metrics) {
    return header(ReaderNetwork.ENCODING, shape, metrics);
  }
}
