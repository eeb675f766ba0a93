package ductus.cli.translation;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.TrainingWatch;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.SeedOption;
import ductus.cli.train.RunOptions;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.CoreConfig;
import ductus.model.cell.CellConfig;
import ductus.model.translation.AttentionChoice;
import ductus.run.RunFolder;
import ductus.run.ThreadCount;
import ductus.task.translation.TranslationEvaluation;
import ductus.task.translation.TranslationTraining;
import ductus.task.translation.TranslationTrainingConfig;
import ductus.task.translation.Translator;
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

/** {@code ductus translate train FILE.tsv}. */
@Command(
    name = "train",
    description = {
      "Trains a network that translates, on a file of pairs: UTF-8, a pair a line, the source, a"
          + " tab, the target. A tenth of the sources, 1,000 at most, is held out, and translated"
          + " at the end.",
      ""
    },
    footer = {
      "",
      "The run's folder holds the best model so far, a checkpoint, and the losses as CSV and"
          + " picture. Ctrl-C stops it; --resume goes on."
    })
final class TranslateTrainCommand implements Callable<Integer> {
  private static final int WARMUP = 100;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE.tsv",
      description = "Pairs to learn from; not needed with --resume.")
  private @Nullable Path source;

  @Option(
      names = "--attention",
      paramLabel = "A",
      description = "additive (Bahdanau), multiplicative (Luong) or none; additive.")
  private AttentionChoice attention = AttentionChoice.ADDITIVE;

  @Option(
      names = "--cell",
      paramLabel = "CELL",
      description =
          "Recurrent layers of "
              + CellConfig.CHOICES
              + "; with +bidirectional the encoder reads in both directions;"
              + " lstm+bidirectional.")
  private String cell = "lstm" + CoreConfig.BIDIRECTIONAL;

  @Option(names = "--embedding", paramLabel = "N", description = "Embedding size; 32.")
  private int embedding = 32;

  @Option(
      names = "--layers",
      paramLabel = "N",
      description = "Layers of the encoder, and of the decoder, 1 to 3; 1.")
  private int layers = 1;

  @Option(names = "--hidden", paramLabel = "N", description = "Hidden size; 80.")
  private int hidden = 80;

  @Option(names = "--dropout", paramLabel = "R", description = "Behind each layer; 0.1.")
  private double dropout = 0.1;

  @Option(names = "--epochs", paramLabel = "N", description = "Passes over all pairs; 10.")
  private int epochs = 10;

  @Option(names = "--batch", paramLabel = "N", description = "Pairs together; 64.")
  private int batch = 64;

  @Option(names = "--learning-rate", paramLabel = "R", description = "The highest; 0.004.")
  private double learningRate = 0.004;

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
      @Nullable Double exactShare,
      double seconds,
      boolean stopped) {}

  @Override
  public Integer call() throws BadFileException, DivergenceException, IOException {
    place.requireOut(common);
    if (!place.resume()) {
      given();
    }
    try (RunFolder run = place.open("translator", source != null)) {
      TranslationTrainingConfig config =
          run.hasRun() ? run.readConfig(TranslationTrainingConfig.class) : config();
      common.console().printJson(run(config, new TranslationTraining(config, Version.text()), run));
      return ExitStatus.DONE;
    }
  }

  private Path given() {
    if (source == null) {
      throw common.wrongUsage("Missing FILE.tsv: what is to be learned from?");
    }
    return source;
  }

  private TranslationTrainingConfig config() {
    Path from = given();
    try {
      return new TranslationTrainingConfig(
          from.toAbsolutePath().normalize().toString(),
          attention,
          embedding,
          new CoreConfig(cell, layers, hidden, dropout, false),
          TrainingPlan.of(
              epochs,
              seed.orElse(1),
              new Batching(batch, 0),
              new LearningRate(learningRate, WARMUP, LearningRate.Shape.COSINE)));
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
  }

  private Result run(
      TranslationTrainingConfig config, TranslationTraining training, RunFolder folder)
      throws BadFileException, DivergenceException, IOException {
    Console console = common.console();
    int threads =
        ThreadCount.of(
            config.encoder().hiddenSize(), config.plan().batching().size(), common.threads());
    TrainingWatch watch = new TrainingWatch(console, "translate train", folder, "character");
    TrainingWatch.Outcome outcome =
        watch.over(
            training.description(),
            training.weights(),
            (listener, stop) -> training.run(folder, place.resume(), threads, listener, stop));
    watch.print(outcome, "pairs");
    Double exact = null;
    if (!outcome.stopped() && Files.exists(folder.model())) {
      TranslationEvaluation evaluation = heldOut(training, folder.model());
      console.print(PairText.exact(evaluation, "held-out pairs"));
      exact = evaluation.exactShare();
    }
    return new Result(
        folder.path().toString(),
        folder.model().toString(),
        training.weights(),
        outcome.progress().epoch(),
        outcome.progress().bestEpoch(),
        outcome.nats(),
        exact,
        outcome.progress().seconds(),
        outcome.stopped());
  }

  /** Translates what was held out with the best model of the run. */
  private static TranslationEvaluation heldOut(TranslationTraining training, Path model)
      throws BadFileException, IOException {
    try (Workers workers = new Workers(1)) {
      return TranslationEvaluation.of(
          new Translator(
              Translator.open(Translator.find(model.toString())).network(),
              TranslateCommand.USUAL_BEAM,
              KernelChoice.best(),
              workers),
          training.heldOut());
    }
  }
}
