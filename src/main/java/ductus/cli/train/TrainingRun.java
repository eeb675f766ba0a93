package ductus.cli.train;

import ductus.cli.console.Console;
import ductus.cli.console.Progress;
import ductus.cli.console.TrainingWatch;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.model.CoreConfig;
import ductus.run.RunFolder;
import ductus.task.Preparing;
import ductus.task.Report;
import ductus.task.Task;
import ductus.task.Training;
import ductus.task.TrainingConfig;
import ductus.task.TrainingEstimate;
import ductus.task.TrainingMaterial;
import ductus.task.TrainingRequest;
import ductus.task.registry.Tasks;
import ductus.train.DivergenceException;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A call of a command that trains: prepares a run as its options ask, trains or estimates it, and
 * tells what has come of it.
 *
 * @param <C> all that decides a training run
 */
final class TrainingRun<C extends TrainingConfig<C>> {
  private final TaskCommand<C> command;
  private final Task<C> task;
  private final TrainingOptions options;
  private final CommonOptions common;
  private final Console console;

  TrainingRun(TaskCommand<C> command) {
    this.command = command;
    task = command.task();
    options = command.training();
    common = options.common();
    console = common.console();
  }

  int call() throws BadFileException, DivergenceException, IOException {
    boolean resume = options.place().resume();
    if (resume && options.isDryRun()) {
      throw common.wrongUsage("--dry-run plans a new run; leave out --resume");
    }
    if (options.until() < 1) {
      throw common.wrongUsage("--until must be 1 or more but was " + options.until());
    }
    options.place().requireOut(common);
    command.check();
    if (options.isDryRun()) {
      return estimate(prepareNew());
    }
    boolean begins = !command.sources().isEmpty() || options.config().isPresent();
    if (!resume && !begins) {
      throw common.wrongUsage(command.missing());
    }
    try (RunFolder folder = options.place().open(task.name(), begins)) {
      return train(folder.hasRun() ? prepare(settingsOf(folder)) : prepareNew(), folder);
    }
  }

  private C newSettings() throws BadFileException, IOException {
    Optional<Path> config = options.config();
    C base = config.isPresent() ? Tasks.read(task, config.get()) : usual();
    List<String> sources = sources(base);
    if (sources.isEmpty()) {
      throw common.wrongUsage(command.missing());
    }
    return over(base.withLearned(base.learned().withSources(sources)));
  }

  private C usual() {
    try {
      return command.usual();
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
  }

  /** A run goes on as it began; settings that are named again must be the same. */
  private C settingsOf(RunFolder folder) throws BadFileException, IOException {
    C begun = Tasks.read(task, folder.configPath());
    Optional<Path> config = options.config();
    C base = config.isPresent() ? Tasks.read(task, config.get()) : begun;
    C asked = over(base.withLearned(base.learned().withSources(sources(begun))));
    if (!asked.equals(begun.withLearned(begun.learned().withDigest("")))) {
      throw common.wrongUsage(
          "--resume goes on with the settings in "
              + folder.configPath()
              + ", but others are asked for; leave them out, or begin a new run");
    }
    return begun;
  }

  private List<String> sources(C base) {
    List<Path> given = command.sources();
    return given.isEmpty()
        ? base.learned().sources()
        : given.stream().map(path -> path.toAbsolutePath().normalize().toString()).toList();
  }

  private C over(C base) throws BadFileException, IOException {
    try {
      return options.over(command.withOwnOptions(base));
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
  }

  /** A new run; one of few pieces gets as many epochs as the task's least updates need. */
  private Training<?> prepareNew() throws BadFileException, IOException {
    C settings = newSettings();
    Training<?> training = prepare(settings);
    if (options.saysEpochs()) {
      return training;
    }
    TrainingMaterial material = training.setup().material();
    TrainingPlan plan = settings.plan();
    TrainingPlan longer = plan.withLeastUpdates(task.leastUpdates(), material.pieces());
    if (longer.equals(plan)) {
      return training;
    }
    console.say(
        String.format(
            Locale.ROOT,
            "%,d %s are few: %,d epochs instead of %,d, which come to %,d updates; --epochs says"
                + " otherwise",
            material.pieces(),
            material.measured(),
            longer.epochs(),
            plan.epochs(),
            task.leastUpdates()));
    return prepare(settings.withPlan(longer));
  }

  private Training<?> prepare(C settings) throws BadFileException, IOException {
    String cell = settings.sizes().cell();
    if (cell != null) {
      CoreConfig.caution(cell).ifPresent(console::warn);
    }
    Training<?> training;
    try (StageProgress stages = new StageProgress(console)) {
      training =
          Training.of(
              command.task(settings),
              settings,
              new Preparing(common.threads(), Version.text(), stages));
      options.requireMade(settings, training.setup().config());
    } catch (IllegalArgumentException wrong) {
      throw common.wrongValue(wrong);
    }
    if (!command.choice().isEmpty()) {
      console.say(command.choice());
    }
    return training;
  }

  /** What follows from an estimate, for programs that read it. */
  private record Room(long neededBytes, boolean fits) {}

  private int estimate(Training<?> training) throws DivergenceException {
    int status = console.warnOfLeftOut(training.setup().material().leftOut());
    console.noticeOfKernels(KernelChoice.best());
    TrainingEstimate estimate;
    try (Progress trial = console.progress("Trying")) {
      estimate = training.estimate(common.threads(), trial);
    }
    console.print(EstimateText.of(training.setup().material().description(), estimate));
    console.printJson(estimate, new Room(estimate.neededBytes(), estimate.fits()));
    if (options.master().isGiven()) {
      int shards = training.setup().config().plan().batching().shards();
      console.print(EstimateText.ofCluster(estimate, shards));
      return status;
    }
    estimate.memory().requireFits(estimate.heapBytes());
    return status;
  }

  private int train(Training<?> training, RunFolder folder)
      throws BadFileException, DivergenceException, IOException {
    TrainingMaterial material = training.setup().material();
    int status = console.warnOfLeftOut(material.leftOut());
    if (!options.master().isGiven()) {
      training.requireMemory();
    }
    TrainingWatch watch =
        new TrainingWatch(console, task.command(), folder, material.target())
            .until(options.until());
    TrainingWatch.Outcome outcome =
        watch.over(
            material.description(),
            training.setup().weights(),
            (listener, stop) ->
                options
                    .master()
                    .train(
                        training,
                        new TrainingRequest(
                            folder, options.place().resume(), common.threads(), listener, stop),
                        options.until()));
    watch.print(outcome, material.measured());
    Report report = examined(training, folder, outcome);
    console.printJson(
        TrainingResult.of(training, folder, outcome), training.setup().facts(), report.json());
    return status;
  }

  private Report examined(Training<?> training, RunFolder folder, TrainingWatch.Outcome outcome)
      throws BadFileException, IOException {
    if (outcome.stopped() || !Files.exists(folder.model())) {
      return Report.NONE;
    }
    Report report = training.setup().examine(folder.model());
    console.tell(report);
    return report;
  }
}
