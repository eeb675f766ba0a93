package ductus.cli;

import ductus.cli.console.MusicReading;
import ductus.cli.console.Version;
import ductus.cli.format.TrainingEstimateText;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.MasterOption;
import ductus.cli.option.SeedOption;
import ductus.cli.option.TrainingOptions;
import ductus.cli.train.RunOptions;
import ductus.cluster.SharedRun;
import ductus.corpus.Corpus;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.model.cell.CellConfig;
import ductus.model.frame.FrameNetwork;
import ductus.music.frames.Frames;
import ductus.run.LearningRun;
import ductus.run.RunFolder;
import ductus.run.ShareableRun;
import ductus.run.TrainingEstimate;
import ductus.task.music.frames.KeyTraining;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicKinds;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.kind.PolyKind;
import ductus.task.music.request.MusicTrainingConfig;
import ductus.task.music.training.MusicTraining;
import ductus.train.DivergenceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus train FOLDER}. */
@Command(
    name = "train",
    abbreviateSynopsis = true,
    description = "Trains a model on a folder of music.",
    footer = {
      "",
      "The run's folder holds the best model so far, a checkpoint, samples to listen to, and the"
          + " losses as CSV and picture. Ctrl-C stops it; --resume goes on."
    })
final class TrainCommand implements Callable<Integer> {
  @Parameters(
      arity = "0..1",
      paramLabel = "FOLDER",
      description =
          "MIDI files, also in folders below it, or a corpus that 'ductus corpus' made, or, for the"
              + " encoding poly, a JSON file of frames; not needed with --resume or --config.")
  private @Nullable Path folder;

  @Option(
      names = "--config",
      paramLabel = "FILE.json",
      description = "Takes all settings from a run's config.json; other options change them.")
  private @Nullable Path config;

  @Option(
      names = "--dry-run",
      description =
          "Prints what the run would take, memory and tokens a second (measured by a few updates,"
              + " three seconds), and writes nothing.")
  private boolean dryRun;

  @Option(
      names = "--until",
      paramLabel = "EPOCH",
      description =
          "Ends behind this epoch for now; the plan stays that of all --epochs, and --resume goes"
              + " on.")
  private @Nullable Integer until;

  @Mixin private TrainingOptions training = new TrainingOptions();
  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private MasterOption master = new MasterOption();
  @Mixin private RunOptions place = new RunOptions();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws BadFileException, DivergenceException, IOException {
    if (place.resume() && dryRun) {
      throw common.wrongUsage("--dry-run plans a new run; leave out --resume");
    }
    if (until != null && until < 1) {
      throw common.wrongUsage("--until must be 1 or more but was " + until);
    }
    place.requireOut(common);
    if (dryRun) {
      MusicTrainingConfig settings = settings();
      CellConfig.parse(settings.network().cell()).caution().ifPresent(common.console()::warn);
      if (hasIndependentKeys(settings)) {
        throw common.wrongUsage("--dry-run does not go with independent keys");
      }
      return forecast(MusicKinds.named(settings.corpus().encoding()), settings);
    }
    try (RunFolder run = place.open("run", folder != null || config != null)) {
      MusicTrainingConfig settings = run.hasRun() ? settingsOf(run) : settings();
      CellConfig.parse(settings.network().cell()).caution().ifPresent(common.console()::warn);
      if (hasIndependentKeys(settings)) {
        return trainKeys(settings, run);
      }
      return train(MusicKinds.named(settings.corpus().encoding()), settings, run);
    }
  }

  private static boolean hasIndependentKeys(MusicTrainingConfig settings) {
    return settings.corpus().encoding().equals(FrameNetwork.ENCODING);
  }

  private <T> int train(MusicKind<T> kind, MusicTrainingConfig settings, RunFolder run)
      throws BadFileException, DivergenceException, IOException {
    Corpus<MusicPiece<T>> corpus =
        MusicReading.read(kind, settings, common.console(), common.threads());
    int status = common.console().warnOfLeftOut(corpus.leftOut());
    MusicTraining<T> training = new MusicTraining<>(kind, settings, corpus, Version.text());
    train(training, run);
    return status;
  }

  private int trainKeys(MusicTrainingConfig settings, RunFolder run)
      throws BadFileException, DivergenceException, IOException {
    Corpus<MusicPiece<Frames>> corpus =
        MusicReading.read(new PolyKind(), settings, common.console(), common.threads());
    int status = common.console().warnOfLeftOut(corpus.leftOut());
    train(new KeyTraining(settings, corpus, Version.text()), run);
    return status;
  }

  private void train(ShareableRun training, RunFolder run)
      throws BadFileException, DivergenceException, IOException {
    int last = until == null ? Integer.MAX_VALUE : until;
    LearningRun learning = master.place(training, SharedRun.TaskKind.MUSIC, last);
    TrainingTask.Result result = new TrainingTask(common).run(learning, run, place.resume(), last);
    result.print(common.console());
    common.console().printJson(result);
  }

  private <T> int forecast(MusicKind<T> kind, MusicTrainingConfig settings)
      throws BadFileException, DivergenceException, IOException {
    Corpus<MusicPiece<T>> corpus =
        MusicReading.read(kind, settings, common.console(), common.threads());
    int status = common.console().warnOfLeftOut(corpus.leftOut());
    common.console().noticeOfKernels(KernelChoice.best());
    TrainingEstimate forecast =
        new MusicTraining<>(kind, settings, corpus, Version.text()).forecast(common.threads());
    common.console().print(TrainingEstimateText.of(forecast));
    common.console().printJson(forecast);
    if (master.isGiven()) {
      common
          .console()
          .print(TrainingEstimateText.ofCluster(forecast, settings.plan().batching().shards()));
      return status;
    }
    forecast.memory().requireFits(forecast.heapBytes());
    return status;
  }

  /** A run goes on as it began; settings that are named again must be the same. */
  private MusicTrainingConfig settingsOf(RunFolder run) throws BadFileException, IOException {
    MusicTrainingConfig begun = run.readConfig(MusicTrainingConfig.class);
    MusicTrainingConfig base =
        config == null ? begun : RunFolder.readConfig(config, MusicTrainingConfig.class);
    Path source = folder == null ? Path.of(begun.corpus().folder()) : folder;
    MusicTrainingConfig asked = over(base, source);
    if (!asked.equals(begun.withDigest(""))) {
      throw common.wrongUsage(
          "--resume goes on with the settings in "
              + run.path().resolve("config.json")
              + ", but others are asked for; leave them out, or begin a new run");
    }
    return begun;
  }

  private MusicTrainingConfig settings() throws BadFileException, IOException {
    MusicTrainingConfig base =
        config == null ? recipe() : RunFolder.readConfig(config, MusicTrainingConfig.class);
    Path source = folder;
    if (source == null) {
      if (base.corpus().folder().isEmpty()) {
        throw common.wrongUsage("Missing FOLDER: where are the MIDI files?");
      }
      source = Path.of(base.corpus().folder());
    }
    return over(base, source);
  }

  private MusicTrainingConfig recipe() {
    try {
      return training.recipe();
    } catch (IllegalArgumentException unknown) {
      throw common.wrongValue(unknown);
    }
  }

  private MusicTrainingConfig over(MusicTrainingConfig base, Path source) {
    try {
      return training.over(
          base, source.toAbsolutePath().normalize(), seed.orElse(base.plan().seed()));
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
  }
}
