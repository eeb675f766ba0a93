package ductus.cli.sweep;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Progress;
import ductus.cli.console.StopSignal;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.MasterOption;
import ductus.cli.option.OutOption;
import ductus.cli.train.StageProgress;
import ductus.cli.train.TaskCommand.TaskCommandFinder;
import ductus.cluster.Cluster;
import ductus.cluster.ClusterException;
import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.math.KernelChoice;
import ductus.sweep.LocalTraining;
import ductus.sweep.RungTraining;
import ductus.sweep.Standing;
import ductus.sweep.Sweep;
import ductus.sweep.SweepFile;
import ductus.sweep.SweepFolder;
import ductus.sweep.SweepPlan;
import ductus.task.Preparing;
import ductus.task.Task;
import ductus.task.TrainingConfig;
import ductus.task.registry.Tasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ductus sweep FILE.json}. */
@Command(
    name = "sweep",
    description = {
      "Trains with many settings and seeds, as a file says, and prints one table, best first:",
      "",
      "  {\"folder\": \"corpora/melodies\", \"settings\": {\"epochs\": 27},",
      "    \"values\": {\"hidden\": [64, 128, 256], \"learning-rate\": [0.002, 0.004]},",
      "    \"seeds\": [1, 2, 3], \"halving\": {\"factor\": 3, \"first\": 3}}",
      "",
      "Settings are called as the options of train are. With halving, one configuration in three"
          + " goes on behind epochs 3, 9 and so on; without, all train to their end. Each run has a"
          + " folder of its own, which train --config makes again.",
      ""
    },
    footer = {"", "Ctrl-C stops it; the same command with --out and --resume goes on."})
public final class SweepCommand implements Callable<Integer> {
  /** Parts that progress is counted in. */
  private static final int PARTS = 10_000;

  @Parameters(paramLabel = "FILE", description = "The settings and seeds, as JSON.")
  private Path file = Path.of("");

  @Option(
      names = "--resume",
      description = "Goes on with the sweep in --out; without one it starts anew.")
  private boolean resume;

  @Spec private CommandSpec spec;
  @Mixin private MasterOption master = new MasterOption();
  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call()
      throws BadFileException, ClusterException, InterruptedException, IOException {
    if (resume && out.path().isEmpty()) {
      throw common.wrongUsage("--resume needs --out, the folder of the sweep to go on with");
    }
    SweepPlan plan =
        SweepFile.read(file, new TrainSettings((TaskCommandFinder) spec.root().userObject()));
    // The name of a file is refused at once, before anything is read.
    out.folder("sweep");
    return master.isGiven() ? there(plan) : here(plan);
  }

  private SweepFolder begun(SweepPlan plan) throws BadFileException, IOException {
    SweepFolder folder = new SweepFolder(out.madeFolder("sweep"));
    folder.begin(plan, resume, Version.text());
    return folder;
  }

  private int here(SweepPlan plan) throws BadFileException, InterruptedException, IOException {
    Task<?> task = Tasks.named(plan.task());
    int status = look(task, plan.configurations().get(0).training());
    SweepFolder folder = begun(plan);
    common.console().noticeOfKernels(KernelChoice.best());
    Sweep.Ending ending =
        run(plan, folder, new LocalTraining(task, Version.text(), common.threads()));
    return report(plan, folder, ending, status);
  }

  private int there(SweepPlan plan)
      throws BadFileException, ClusterException, InterruptedException, IOException {
    try (Cluster cluster = master.connect()) {
      SweepFolder folder = begun(plan);
      ClusterTraining training = new ClusterTraining(Tasks.named(plan.task()), cluster, folder);
      Sweep.Ending ending = run(plan, folder, training);
      return report(
          plan, folder, ending, training.hasLeftOut() ? ExitStatus.LEFT_OUT : ExitStatus.DONE);
    }
  }

  /**
   * Reads what all runs learn from once before they begin, and tells what is left out of it.
   *
   * @return {@link ExitStatus#LEFT_OUT} if something is
   */
  private <C extends TrainingConfig<C>> int look(Task<C> task, TrainingConfig<?> config)
      throws BadFileException, IOException {
    try (StageProgress stages = new StageProgress(common.console())) {
      Preparing preparing = new Preparing(common.threads(), Version.text(), stages);
      return common
          .console()
          .warnOfLeftOut(
              task.prepare(task.configType().cast(config), preparing).material().leftOut());
    }
  }

  private <E extends Exception> Sweep.Ending run(
      SweepPlan plan, SweepFolder folder, RungTraining<E> training)
      throws E, BadFileException, InterruptedException, IOException {
    common
        .console()
        .say(
            String.format(
                Locale.ROOT,
                "%s, %s; folder %s",
                NumberText.count(plan.configurations().size(), "configuration"),
                NumberText.count(plan.runs(), "run"),
                folder.path()));
    try (StopSignal stop = new StopSignal();
        Progress progress = common.console().progress("Sweep")) {
      return new Sweep<>(plan, folder, training, observer(progress), stop::isGiven).run();
    }
  }

  private Sweep.Observer observer(Progress progress) {
    Console console = common.console();
    return new Sweep.Observer() {
      @Override
      public void begins(int configurations, int until) {
        console.say(
            String.format(
                Locale.ROOT,
                "%s to epoch %d",
                NumberText.count(configurations, "configuration"),
                until));
      }

      @Override
      public void reached(double share, String note) {
        progress.note(note);
        progress.reach(Math.round(share * PARTS), PARTS);
      }

      @Override
      public void failed(String run, String why) {
        console.warn(String.format(Locale.ROOT, "%s: %s", run, why));
      }
    };
  }

  private int report(SweepPlan plan, SweepFolder folder, Sweep.Ending ending, int status) {
    List<Standing> standings = ending.standings();
    Console console = common.console();
    console.print(SweepText.of(plan, standings));
    console.say(
        String.format(Locale.ROOT, "%s, %s", folder.results(), folder.runs().getFileName()));
    if (ending.partial()) {
      console.say(
          String.format(
              Locale.ROOT,
              "Stopped; this goes on from here: ductus sweep \"%s\" --resume --out \"%s\"",
              file,
              folder.path()));
    }
    console.printJson(SweepReport.of(folder, ending));
    if (standings.stream().allMatch(each -> each.failures() == each.runs().size())) {
      return ExitStatus.FAILED;
    }
    boolean failures = standings.stream().anyMatch(each -> each.failures() > 0);
    return failures ? ExitStatus.LEFT_OUT : status;
  }
}
