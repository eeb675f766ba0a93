package ductus.task.classification.training;

import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.metric.classification.ClassEvaluation;
import ductus.metric.classification.Labeled;
import ductus.model.ModelHeader;
import ductus.task.Preparing;
import ductus.task.Report;
import ductus.task.TrainingMaterial;
import ductus.task.TrainingSetup;
import ductus.task.classification.ClassNetwork;
import ductus.task.classification.Classifier;
import ductus.task.classification.InputKind;
import ductus.task.classification.LabeledSet;
import ductus.task.classification.subject.InputKinds;
import ductus.train.BatchSource;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.parallel.Peers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A training run of a network that classifies.
 *
 * @param <T> what it classifies
 */
final class ClassifierTraining<T> implements TrainingSetup<ClassNetwork<T>> {
  private static final int MOST_NAMED = 12;

  private final ClassifierTrainingConfig config;
  private final InputKind<T> kind;
  private final String programVersion;
  private final LabeledSet<T> set;
  private final LabeledSet.Parts<T> parts;
  private final long weights;

  /**
   * Prepares a run: reads what it learns.
   *
   * @throws BadFileException if there is nothing to tell apart
   */
  ClassifierTraining(InputKind<T> kind, ClassifierTrainingConfig config, Preparing preparing)
      throws BadFileException, IOException {
    this.kind = kind;
    programVersion = preparing.programVersion();
    Path path = Path.of(config.data());
    set = kind.read(path, preparing.threads(), preparing.reading());
    set.requireClasses(path);
    parts = set.split(config.validation(), config.plan().seed());
    if (parts.heldOut().isEmpty()) {
      boolean shared =
          set.things().stream().map(Labeled::whole).distinct().count() < set.things().size();
      throw new BadFileException(
          path,
          "must have two %s or more of a class%s"
              .formatted(kind.plural(), shared ? ", each in a file of its own" : ""));
    }
    this.config = config.withLearned(config.learned().withDigest(set.digest(kind::hash)));
    weights = network().size();
    this.config.plan().requireFitting(this.config.core().dropout(), weights);
  }

  @Override
  public ClassifierTrainingConfig config() {
    return config;
  }

  @Override
  public TrainingMaterial material() {
    return new TrainingMaterial(
        parts.learned().size(),
        parts.heldOut().size(),
        kind.plural(),
        "label",
        description(),
        set.leftOut());
  }

  private String description() {
    return String.format(
        Locale.ROOT,
        "%,d %s, %,d held out: %s",
        parts.learned().size(),
        kind.plural(),
        parts.heldOut().size(),
        classes());
  }

  private String classes() {
    TreeMap<String, Integer> counts = set.counts();
    return counts.size() > MOST_NAMED
        ? counts.size() + " classes"
        : counts.entrySet().stream()
            .map(entry -> entry.getKey() + " " + entry.getValue())
            .collect(Collectors.joining(", "));
  }

  @Override
  public long weights() {
    return weights;
  }

  @Override
  public ClassNetwork<T> network() {
    return kind.network(
        List.copyOf(set.counts().keySet()), parts.learned(), config.embeddingSize(), config.core());
  }

  @Override
  public BatchSource batches(ClassNetwork<T> network, Peers peers) {
    return network.batches(config.plan(), parts.learned(), parts.heldOut());
  }

  @Override
  public ModelHeader<?> header(ClassNetwork<T> network, EpochMetrics metrics) {
    return new ModelHeader<>(
        kind.encoding(),
        network.version(),
        network.config(),
        summary(programVersion, description(), metrics),
        parts.learned().stream().map(Labeled::whole).distinct().sorted().toList());
  }

  /** Classifies what was held out. */
  @Override
  public Report examine(Path model) throws BadFileException, IOException {
    ClassEvaluation evaluation;
    try (Workers workers = new Workers(1)) {
      evaluation =
          new Classifier<>(
                  kind.open(InputKinds.find(model.toString())).network(),
                  KernelChoice.best(),
                  workers)
              .evaluate(parts.heldOut())
              .beside(kind.baseline(parts.learned()), parts.heldOut());
    }
    return new Report(
        new Shares(evaluation.accuracy(), evaluation.majority(), evaluation.baseline()),
        evaluation.text("held-out " + kind.plural(), kind.rule()));
  }

  /**
   * Shares of what was held out that are right.
   *
   * @param accuracy by the network
   * @param majority if always the most frequent class is said
   * @param baseline by a simple rule
   */
  private record Shares(double accuracy, double majority, @Nullable Double baseline) {}
}
