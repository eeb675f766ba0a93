package ductus.cli.classification;

import ductus.cli.console.Console;
import ductus.cli.console.TrainingWatch;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.RunOptions;
import ductus.cli.option.SeedOption;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.CellConfig;
import ductus.model.CoreConfig;
import ductus.run.RunFolder;
import ductus.run.ThreadCount;
import ductus.task.tagging.TagEvaluation;
import ductus.task.tagging.TagTraining;
import ductus.task.tagging.TagTrainingConfig;
import ductus.task.tagging.WordTagger;
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

/** {@code ductus tag train FILE.tsv}. */
@Command(
    name = "train",
    description = {
      "Trains a network that tags words, on a file of tagged sentences: UTF-8, a word a line, a"
          + " tab, its tag; an empty line behind each sentence. A tenth of the sentences is held"
          + " out, and tagged at the end.",
      ""
    },
    footer = {
      "",
      "The run's folder holds the best model so far, a checkpoint, and the losses as CSV and"
          + " picture. Ctrl-C stops it; --resume goes on."
    })
final class TagTrainCommand implements Callable<Integer> {
  private static final int WARMUP = 30;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE.tsv",
      description = "What to learn from; not needed with --resume.")
  private @Nullable Path data;

  @Option(
      names = "--cell",
      paramLabel = "CELL",
      description =
          "Recurrent layers of "
              + CellConfig.CHOICES
              + "; or feed-forward. With +bidirectional they read in both directions;"
              + " lstm+bidirectional.")
  private String cell = "lstm" + CoreConfig.BIDIRECTIONAL;

  @Option(names = "--embedding", paramLabel = "N", description = "Size of a word's vector; 48.")
  private int embedding = 48;

  @Option(
      names = "--layers",
      paramLabel = "N",
      description = "Layers, 1 to 3; with feed-forward also 0; 1.")
  private int layers = 1;

  @Option(names = "--hidden", paramLabel = "N", description = "Hidden size of a direction; 48.")
  private int hidden = 48;

  @Option(names = "--dropout", paramLabel = "R", description = "Behind each layer; 0.5.")
  private double dropout = 0.5;

  @Option(names = "--epochs", paramLabel = "N", description = "Passes over all sentences; 30.")
  private int epochs = 30;

  @Option(names = "--batch", paramLabel = "N", description = "Sentences together; 32.")
  private int batch = 32;

  @Option(names = "--learning-rate", paramLabel = "R", description = "The highest; 0.006.")
  private double learningRate = 0.006;

  @Option(
      names = "--validation",
      paramLabel = "P",
      description = "Share of the sentences that is held out to measure by; 0.1.")
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
      @Nullable Double baseline,
      double seconds,
      boolean stopped) {}

  @Override
  public Integer call() throws BadFileException, DivergenceException, IOException {
    place.requireOut(common);
    if (!place.resume()) {
      given();
    }
    try (RunFolder run = place.open("tagger", data != null)) {
      TagTrainingConfig config = run.hasRun() ? run.readConfig(TagTrainingConfig.class) : config();
      return train(config, run);
    }
  }

  private Path given() {
    if (data == null) {
      throw common.wrongUsage("Missing FILE.tsv: what is to be learned from?");
    }
    return data;
  }

  private TagTrainingConfig config() {
    Path from = given();
    try {
      return new TagTrainingConfig(
          from.toAbsolutePath().normalize().toString(),
          embedding,
          new CoreConfig(cell, layers, hidden, dropout, false),
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

  private int train(TagTrainingConfig config, RunFolder folder)
      throws BadFileException, DivergenceException, IOException {
    Console console = common.console();
    TagTraining training = training(config);
    int status = console.warnOfLeftOut(training.file().leftOut());
    int threads =
        ThreadCount.of(
            config.core().hiddenSize(), config.plan().batching().size(), common.threads());
    TrainingWatch watch = new TrainingWatch(console, "tag train", folder, "word");
    TrainingWatch.Outcome outcome =
        watch.over(
            training.description(),
            training.weights(),
            (listener, stop) -> training.run(folder, place.resume(), threads, listener, stop));
    watch.print(outcome, "sentences");
    TagEvaluation evaluation = null;
    if (!outcome.stopped() && Files.exists(folder.model())) {
      evaluation = heldOut(training, folder.model());
      console.print(TagText.right(evaluation, "held-out words"));
    }
    TagEvaluation.Share baseline = evaluation == null ? null : evaluation.baseline();
    console.printJson(
        new Result(
            folder.path().toString(),
            folder.model().toString(),
            training.weights(),
            outcome.progress().epoch(),
            outcome.progress().bestEpoch(),
            outcome.nats(),
            evaluation == null ? null : evaluation.words().accuracy(),
            baseline == null ? null : baseline.accuracy(),
            outcome.progress().seconds(),
            outcome.stopped()));
    return status;
  }

  private TagTraining training(TagTrainingConfig config) throws BadFileException, IOException {
    try {
      return new TagTraining(config, Version.text());
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
  }

  /** Tags what was held out with the best model of the run. */
  private static TagEvaluation heldOut(TagTraining training, Path model)
      throws BadFileException, IOException {
    try (Workers workers = new Workers(1)) {
      return TagEvaluation.of(
          new WordTagger(
              WordTagger.open(WordTagger.find(model.toString())), KernelChoice.best(), workers),
          training.file(),
          training.heldOut(),
          training.learned());
    }
  }
}
