package ductus.cli.language;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.console.TrainingWatch;
import ductus.cli.console.Version;
import ductus.cli.format.TrainingEstimateText;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.MasterOption;
import ductus.cli.option.SeedOption;
import ductus.cli.option.TextTrainingOptions;
import ductus.cli.train.RunOptions;
import ductus.cluster.SharedRun;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.model.cell.CellConfig;
import ductus.run.LearningRun;
import ductus.run.RunFolder;
import ductus.run.TrainingEstimate;
import ductus.task.language.TextCorpus;
import ductus.task.language.TextTraining;
import ductus.task.language.TextTrainingConfig;
import ductus.train.DivergenceException;
import ductus.train.TrainingProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus text train FOLDER}. */
@Command(
    name = "train",
    abbreviateSynopsis = true,
    description = {
      "Trains a language model on a folder of UTF-8 text files (.txt, .text, .md).",
      "",
      "Texts are cut into passages of about 2,000 characters; a tenth of them is held out.",
      ""
    },
    footer = {
      "",
      "Example: ductus text train corpora/texts --out generated/prose",
      "",
      "The run's folder holds the best model so far, a checkpoint, samples to read, and the"
          + " losses as CSV and picture. Ctrl-C stops it; --resume goes on."
    })
final class TextTrainCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      description = "Text files, also in folders below it, or one file; not needed with --resume.")
  private @Nullable Path folder;

  @Option(
      names = "--dry-run",
      description =
          "Prints what the run would take, memory and tokens a second (measured by a few updates,"
              + " three seconds), and writes nothing.")
  private boolean dryRun;

  @Mixin private TextTrainingOptions training = new TextTrainingOptions();
  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private MasterOption master = new MasterOption();
  @Mixin private RunOptions place = new RunOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  /** What a run has come to; without a loss where it was stopped in its first epoch. */
  private record Result(
      String run,
      String model,
      int passages,
      int heldOut,
      int vocabulary,
      long weights,
      int epochs,
      int bestEpoch,
      String target,
      @Nullable Double validationNats,
      double seconds,
      boolean stopped) {}

  @Override
  public Integer call() throws BadFileException, DivergenceException, IOException {
    if (place.resume() && dryRun) {
      throw common.wrongUsage("--dry-run plans a new run; leave out --resume");
    }
    if (master.isGiven() && dryRun) {
      throw common.wrongUsage("--dry-run is for this machine; leave out --master");
    }
    place.requireOut(common);
    if (dryRun) {
      return forecast(settings(TextTrainingConfig.USUAL));
    }
    try (RunFolder run = place.open("text", folder != null)) {
      TextTrainingConfig settings =
          run.hasRun() ? settingsOf(run) : settings(TextTrainingConfig.USUAL);
      return train(settings, run);
    }
  }

  private TextTrainingConfig settings(TextTrainingConfig base) {
    Path source = folder;
    if (source == null) {
      if (base.corpus().folder().isEmpty()) {
        throw common.wrongUsage("Missing FOLDER: where are the texts?");
      }
      source = Path.of(base.corpus().folder());
    }
    try {
      return training.over(
          base, source.toAbsolutePath().normalize(), seed.orElse(base.plan().seed()));
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
  }

  /** A run goes on as it began; settings that are named again must be the same. */
  private TextTrainingConfig settingsOf(RunFolder run) throws BadFileException, IOException {
    TextTrainingConfig begun = run.readConfig(TextTrainingConfig.class);
    if (!settings(begun).equals(begun.withDigest(""))) {
      throw common.wrongUsage(
          "--resume goes on with the settings in "
              + run.path().resolve("config.json")
              + ", but others are asked for; leave them out, or begin a new run");
    }
    return begun;
  }

  private TextCorpus read(TextTrainingConfig settings) throws BadFileException, IOException {
    try (Progress progress = common.console().progress("Reading")) {
      return TextCorpus.read(
          Path.of(settings.corpus().folder()), common.threads(), progress::reach);
    }
  }

  private int forecast(TextTrainingConfig settings)
      throws BadFileException, DivergenceException, IOException {
    CellConfig.parse(settings.network().cell()).caution().ifPresent(common.console()::warn);
    TextCorpus corpus = read(settings);
    int status = common.console().warnOfLeftOut(corpus.leftOut());
    common.console().noticeOfKernels(KernelChoice.best());
    TrainingEstimate forecast =
        new TextTraining(settings, corpus, Version.text()).forecast(common.threads());
    common.console().print(TrainingEstimateText.of(forecast));
    common.console().printJson(forecast);
    forecast.memory().requireFits(forecast.heapBytes());
    return status;
  }

  private int train(TextTrainingConfig settings, RunFolder folder)
      throws BadFileException, DivergenceException, IOException {
    CellConfig.parse(settings.network().cell()).caution().ifPresent(common.console()::warn);
    TextCorpus corpus = read(settings);
    Console console = common.console();
    int status = console.warnOfLeftOut(corpus.leftOut());
    TextTraining learning = new TextTraining(settings, corpus, Version.text());
    LearningRun run = master.place(learning, SharedRun.TaskKind.TEXT);
    run.requireMemory();
    TrainingWatch watch = new TrainingWatch(console, "text train", folder, learning.target());
    TrainingWatch.Outcome outcome =
        watch.over(
            material(learning),
            learning.size(),
            (listener, stop) -> run.run(folder, place.resume(), common.threads(), listener, stop));
    watch.print(outcome, "passages");
    TrainingProgress progress = outcome.progress();
    console.printJson(
        new Result(
            folder.path().toString(),
            folder.model().toString(),
            learning.pieces(),
            learning.heldOut(),
            learning.vocabularySize(),
            learning.size(),
            progress.epoch(),
            progress.bestEpoch(),
            learning.target(),
            outcome.nats(),
            progress.seconds(),
            outcome.stopped()));
    return status;
  }

  private static String material(TextTraining learning) {
    return String.format(
        Locale.ROOT,
        "%s: %d passages, %d held out; %,d different tokens",
        learning.description(),
        learning.pieces(),
        learning.heldOut(),
        learning.vocabularySize());
  }
}
