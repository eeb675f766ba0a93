package ductus.task.recognition;

import ductus.file.BadFileException;
import ductus.ink.encoding.ReadingRows;
import ductus.ink.hand.Hand;
import ductus.ink.recognition.ReadingModels;
import ductus.ink.recognition.WriterIdentification;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.ModelHeader;
import ductus.model.reading.HandConfig;
import ductus.model.reading.HandNetwork;
import ductus.run.RunFolder;
import ductus.task.recognition.lessons.HandAugmentation;
import ductus.task.recognition.lessons.LineBatches;
import ductus.train.BatchSource;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.TrainingProgress;
import ductus.train.parallel.Peers;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A training run of a network that tells the hands of lines apart. */
final class WriterTraining extends ReadingTraining<HandNetwork> {
  private static final int EMBEDDING_SIZE = 48;

  private final List<Hand> augmented;
  private final @Nullable HandNetwork begun;
  private final HandConfig shape;

  /**
   * Prepares a run.
   *
   * @param programVersion for the model's header
   * @throws BadFileException if the model that it begins with does not fit
   */
  WriterTraining(ReadingTrainingConfig config, ReadingCorpus hands, String programVersion)
      throws BadFileException, IOException {
    super(config, hands, programVersion);
    augmented = HandAugmentation.with(hands.hands(), config.plan().seed());
    shape =
        new HandConfig(
            augmented.stream().map(Hand::name).toList(),
            ReadingRows.FEATURES,
            config.hiddenSize(),
            EMBEDDING_SIZE);
    begun = config.from().isEmpty() ? null : ReadingModels.hands(config.from()).network();
    if (begun != null && !begun.config().equals(shape)) {
      throw unfit("hidden size and hands of the run", begun.config());
    }
    config.plan().requireFitting(0, shape.weights());
  }

  @Override
  @Nullable HandNetwork begun() {
    return begun;
  }

  @Override
  public long weights() {
    return shape.weights();
  }

  @Override
  public HandNetwork network() {
    return new HandNetwork(shape);
  }

  @Override
  public BatchSource batches(HandNetwork network, Peers peers) {
    return LineBatches.inHands(
        network,
        augmented,
        learned().alphabet(),
        config().plan(),
        config().batches(),
        begun != null,
        peers);
  }

  @Override
  public ModelHeader<?> header(HandNetwork network, EpochMetrics metrics) {
    return header(HandNetwork.ENCODING, shape, metrics);
  }

  /** Has the best network know the hands by lines that it has not seen. */
  @Override
  public void complete(RunFolder folder, TrainingProgress progress, Workers workers)
      throws BadFileException, IOException {
    if (progress.bestEpoch() == 0) {
      return;
    }
    HandNetwork best = ReadingModels.hands(folder.model().toString()).network();
    WriterIdentification naming = new WriterIdentification(best, KernelChoice.best(), workers);
    naming.enroll(learned().hands(), config().plan().seed());
    naming.write(folder.path().resolve(ReadingModels.ENROLLED));
  }
}
