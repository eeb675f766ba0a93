package ductus.task.classification;

import ductus.corpus.LeftOut;
import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.metric.classification.Labeled;
import ductus.model.ModelHeader;
import ductus.run.Learner;
import ductus.run.RunFolder;
import ductus.train.DivergenceException;
import ductus.train.EpochMetrics;
import ductus.train.TrainingListener;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;

/**
 * A training run of a network that classifies.
 *
 * @param <T> what it classifies
 */
public final class ClassifierTraining<T> {
  private static final int MOST_NAMED = 12;

  private final ClassifierTrainingConfig config;
  private final InputKind<T> subject;
  private final String programVersion;
  private final LabeledSet<T> set;
  private final LabeledSet.Parts<T> parts;
  private final ClassNetwork<T> network;

  /**
   * Prepares a run: reads what it learns.
   *
   * @param programVersion for the model's header
   * @param threads that read
   * @throws BadFileException if there is nothing to tell apart
   */
  public ClassifierTraining(
      InputKind<T> subject,
      ClassifierTrainingConfig config,
      String programVersion,
      int threads,
      ReadingListener listener)
      throws BadFileException, IOException {
    this.subject = subject;
    this.config = config;
    this.programVersion = programVersion;
    Path path = Path.of(config.data());
    set = subject.read(path, threads, listener);
    set.requireClasses(path);
    parts = set.split(config.validation(), config.plan().seed());
    if (parts.heldOut().isEmpty()) {
      throw new BadFileException(
          path, "must have two %s or more of a class".formatted(subject.plural()));
    }
    network =
        subject.network(
            List.copyOf(set.counts().keySet()),
            parts.learned(),
            config.embeddingSize(),
            config.core());
  }

  /** What it learns from, for people. */
  public String description() {
    return "%,d %s, %,d held out: %s"
        .formatted(parts.learned().size(), subject.plural(), parts.heldOut().size(), classes());
  }

  private String classes() {
    TreeMap<String, Integer> counts = set.counts();
    return counts.size() > MOST_NAMED
        ? counts.size() + " classes"
        : counts.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
  }

  /** What could not be taken in, and why. */
  public List<LeftOut> leftOut() {
    return set.leftOut();
  }

  /** What it learns. */
  public List<Labeled<T>> learned() {
    return parts.learned();
  }

  /** What it does not learn. */
  public List<Labeled<T>> heldOut() {
    return parts.heldOut();
  }

  /** Number of weights of the network. */
  public long weights() {
    return network.weights().size();
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
            network.weights(),
            config.plan(),
            network.lessons(config.plan(), parts.learned(), parts.heldOut()),
            "label",
            this::header)
        .train(folder, resume, threads, listener, stop);
  }

  private ModelHeader<?> header(EpochMetrics metrics) {
    return new ModelHeader<>(
        ModelHeader.FORMAT,
        subject.encoding(),
        network.version(),
        network.config(),
        new ModelHeader.TrainingSummary(
            programVersion,
            description(),
            null,
            config.plan().seed(),
            metrics.epoch(),
            metrics.validationNats()),
        parts.learned().stream().map(Labeled::whole).distinct().sorted().toList());
  }
}
