package ductus.task.recognition;

import ductus.file.BadFileException;
import ductus.ink.encoding.ReadingRows;
import ductus.model.ModelHeader;
import ductus.model.Trainable;
import ductus.task.TrainingMaterial;
import ductus.task.TrainingSetup;
import ductus.train.TrainingListener.EpochMetrics;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A training run of a network that reads lines: composed of the hands of some folders, or written
 * by people.
 *
 * @param <N> kind of network
 */
abstract sealed class ReadingTraining<N extends Trainable> implements TrainingSetup<N>
    permits ReaderTraining, WriterTraining {
  private final ReadingTrainingConfig config;
  private final ReadingCorpus learned;
  private final String programVersion;

  ReadingTraining(ReadingTrainingConfig config, ReadingCorpus learned, String programVersion) {
    this.config = config.withLearned(config.learned().withDigest(learned.digest()));
    this.learned = learned;
    this.programVersion = programVersion;
  }

  @Override
  public final ReadingTrainingConfig config() {
    return config;
  }

  final ReadingCorpus learned() {
    return learned;
  }

  @Override
  public final TrainingMaterial material() {
    return learned.material(config.subject());
  }

  @Override
  public final String pieceName() {
    return learned.lines().isEmpty() ? "hands" : "lines";
  }

  @Override
  public final Map<String, Object> facts() {
    return Map.of("hands", learned.names());
  }

  /** The network whose weights the run begins with; null where they are drawn at random. */
  abstract @Nullable N begun();

  @Override
  public final void setFirstWeights(N network) {
    N begun = begun();
    if (begun != null) {
      network.setWeights(begun);
    }
  }

  /** The header of a model whose network has a shape. */
  final <C> ModelHeader<C> header(String encoding, C shape, EpochMetrics metrics) {
    return new ModelHeader<>(
        encoding,
        ReadingRows.VERSION,
        shape,
        summary(programVersion, learned.corpus(), metrics),
        learned.writers());
  }

  final BadFileException unfit(String expected, Object actual) {
    return new BadFileException(
        Path.of(config.from()),
        "a model to begin with must have %s but has %s".formatted(expected, actual));
  }
}
