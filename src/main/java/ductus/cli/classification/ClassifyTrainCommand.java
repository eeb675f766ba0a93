package ductus.cli.classification;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.console.TrainingWatch;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.SeedOption;
import ductus.cli.train.RunOptions;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.metric.classification.ClassEvaluation;
import ductus.model.CoreConfig;
import ductus.model.cell.CellConfig;
import ductus.run.RunFolder;
import ductus.run.ThreadCount;
import ductus.task.classification.Classifier;
import ductus.task.classification.ClassifierTraining;
import ductus.task.classification.ClassifierTrainingConfig;
import ductus.task.classification.InputKind;
import ductus.task.classification.subject.InputKinds;
import ductus.train.DivergenceException;
import ductus.train.plan.Batching;
import ductus.train.plan.LearningRate;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus classify train DATA}. */
@Command(
    name = "train",
    description = {
      "Trains a network that classifies texts, tunes, bars of tunes, or lines or letters of ink."
          + " DATA is a folder that has a folder of files for each class; or a CSV or TSV file with"
          + " the columns text and label, or file and label. Letters may have their names in the"
          + " ink. A tenth of each class is held out, and classified at the end.",
      ""
    },
    footer = {
      "",
      "The run's folder holds the best model so far, a checkpoint, and the losses as CSV and"
          + " picture. Ctrl-C stops it; --resume goes on.",
      "A network without recurrence, to compare with: --cell feed-forward+mean --layers 0"
    })
final class ClassifyTrainCommand implements Callable<Integer> {
  private static final int WARMUP = 30;

  @Parameters(
      arity = "0..1",
      paramLabel = "DATA",
      description = "What to learn from; not needed with --resume.")
  private @Nullable Path data;

  @Option(
      names = "--of",
      paramLabel = "WHAT",
      description =
          "What is classified: texts, tunes, bars (of tunes), lines (of ink) or letters (of ink);"
              + " by default what is in DATA.")
  private @Nullable String what;

  @Option(
      names = "--cell",
      paramLabel = "CELL",
      description =
          "Recurrent layers of "
              + CellConfig.CHOICES
              + "; or feed-forward. With +bidirectional they read in both directions, with +mean"
              + " the mean over all steps decides, not the last; lstm+bidirectional+mean, of bars"
              + " and letters feed-forward.")
  private @Nullable String cell;

  @Option(names = "--embedding", paramLabel = "N", description = "Size of a word's vector; 24.")
  private int embedding = 24;

  @Option(
      names = "--layers",
      paramLabel = "N",
      description = "Layers, 1 to 3; with feed-forward also 0; 1.")
  private int layers = 1;

  @Option(
      names = "--hidden",
      paramLabel = "N",
      description = "Hidden size of a direction; 32, of bars 48, of letters 128.")
  private @Nullable Integer hidden;

  @Option(
      names = "--dropout",
      paramLabel = "R",
      description = "Behind each layer; 0.5, of bars, lines and letters 0.3.")
  private @Nullable Double dropout;

  @Option(names = "--epochs", paramLabel = "N", description = "Passes over all examples; 20.")
  private int epochs = 20;

  @Option(names = "--batch", paramLabel = "N", description = "Examples together; 8.")
  private int batch = 8;

  @Option(names = "--learning-rate", paramLabel = "R", description = "The highest; 0.01.")
  private double learningRate = 0.01;

  @Option(
      names = "--validation",
      paramLabel = "P",
      description = "Share of each class that is held out to measure by; 0.1.")
  private double validation = 0.1;

  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private RunOptions place = new RunOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  /** What a run has come to; without figures where it was stopped in its first epoch. */
  private record Result(
      String run,
      String model,
      long weights,
      int epochs,
      int bestEpoch,
      @Nullable Double validationNats,
      @Nullable Double accuracy,
      @Nullable Double majority,
      @Nullable Double baseline,
      double seconds,
      boolean stopped) {}

  @Override
  public Integer call() throws BadFileException, DivergenceException, IOException {
    place.requireOut(common);
    if (!place.resume()) {
      given();
    }
    try (RunFolder run = place.open("classifier", data != null)) {
      ClassifierTrainingConfig config =
          run.hasRun() ? run.readConfig(ClassifierTrainingConfig.class) : config();
      return train(subject(config, run), config, run);
    }
  }

  private static InputKind<?> subject(ClassifierTrainingConfig config, RunFolder run)
      throws BadFileException {
    try {
      return InputKinds.of(config.subject());
    } catch (IllegalArgumentException wrong) {
      throw new BadFileException(run.path(), String.valueOf(wrong.getMessage()));
    }
  }

  private Path given() {
    if (data == null) {
      throw common.wrongUsage("Missing DATA: what is to be learned from?");
    }
    return data;
  }

  private ClassifierTrainingConfig config() throws BadFileException {
    Path from = given();
    try {
      InputKind<?> subject = what == null ? InputKinds.in(from) : InputKinds.named(what);
      CoreConfig usual = subject.usualLayers();
      return new ClassifierTrainingConfig(
          subject.encoding(),
          from.toAbsolutePath().normalize().toString(),
          embedding,
          new CoreConfig(
              cell == null ? usual.cell() : cell,
              layers,
              hidden == null ? usual.hiddenSize() : hidden,
              dropout == null ? usual.dropout() : dropout,
              false),
          validation,
          TrainingPlan.of(
              epochs,
              seed.orElse(1),
              new Batching(batch, 0),
              new LearningRate(learningRate, WARMUP, LearningRate.Shape.COSINE)));
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
  }

  private <T> int train(InputKind<T> subject, ClassifierTrainingConfig config, RunFolder folder)
      throws BadFileException, DivergenceException, IOException {
    Console console = common.console();
    ClassifierTraining<T> training;
    try (Progress progress = console.progress("Reading")) {
      training =
          new ClassifierTraining<>(
              subject, config, Version.text(), common.threads(), progress::reach);
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
    int status = console.warnOfLeftOut(training.leftOut());
    int threads =
        ThreadCount.of(
            config.core().hiddenSize(), config.plan().batching().size(), common.threads());
    TrainingWatch watch = new TrainingWatch(console, "classify train", folder, "label");
    TrainingWatch.Outcome outcome =
        watch.over(
            training.description(),
            training.weights(),
            (listener, stop) -> training.run(folder, place.resume(), threads, listener, stop));
    watch.print(outcome, subject.plural());
    ClassEvaluation evaluation = null;
    if (!outcome.stopped() && Files.exists(folder.model())) {
      evaluation = heldOut(subject, training, folder.model());
      console.print(ClassText.right(evaluation, "held-out " + subject.plural(), subject.rule()));
    }
    console.printJson(
        new Result(
            folder.path().toString(),
            folder.model().toString(),
            training.weights(),
            outcome.progress().epoch(),
            outcome.progress().bestEpoch(),
            outcome.nats(),
            evaluation == null ? null : evaluation.accuracy(),
            evaluation == null ? null : evaluation.majority(),
            evaluation == null ? null : evaluation.baseline(),
            outcome.progress().seconds(),
            outcome.stopped()));
    return status;
  }

  /** Classifies what was held out with the best model of the run. */
  private static <T> ClassEvaluation heldOut(
      InputKind<T> subject, ClassifierTraining<T> training, Path model)
      throws BadFileException, IOException {
    try (Workers workers = new Workers(1)) {
      Classifier<T> classifier =
          new Classifier<>(
              subject.open(InputKinds.find(model.toString())).network(),
              KernelChoice.best(),
              workers);
      return classifier
          .evaluate(training.heldOut())
          .beside(subject.baseline(training.learned())::label, training.heldOut());
    }
  }
}
