package ductus.bench;

import ductus.bench.history.BenchHistory;
import ductus.bench.history.Commit;
import ductus.bench.kernel.KernelBenchmarks;
import ductus.bench.kernel.KernelSpeed;
import ductus.bench.measure.BenchProgress;
import ductus.bench.report.BenchFiles;
import ductus.bench.report.BenchReport;
import ductus.bench.report.BenchText;
import ductus.bench.side.AbsentPeerException;
import ductus.bench.side.OwnSide;
import ductus.bench.side.Peer;
import ductus.bench.side.Side;
import ductus.cli.console.Console;
import ductus.cli.console.ErrorMessages;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Progress;
import ductus.cli.console.Terminal;
import ductus.cli.console.VectorModule;
import ductus.cli.option.OutOption;
import ductus.file.BadFileException;
import ductus.file.Home;
import ductus.format.NumberText;
import ductus.math.KernelChoice;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./ductus bench}: measures Ductus on this machine, beside other frameworks. */
@Command(
    name = "ductus bench",
    description = {
      "Measures training and generation on this machine, beside its limits and beside other"
          + " frameworks: the same synthetic batches, sizes, optimizer and precision, in turns.",
      "",
      "Peers are fetched through Maven the first time; one that cannot be had is left out.",
      ""
    },
    footer = {
      "",
      "Exit status: 0 done; 1 failed; 2 wrong usage; 3 done, but a peer that should be here was"
          + " left out."
    })
public final class Bench implements Callable<Integer> {
  private static final Path HISTORY = Path.of("src", "docs", "bench-history.csv");

  @Spec private CommandSpec spec;

  @ArgGroup(validate = false, heading = "What is measured:%n", order = 1)
  private PlanOptions plan = new PlanOptions();

  @Option(
      names = "--kernels",
      description = "Measures kernels and layers one by one with JMH instead, without peers.")
  private boolean kernels;

  @Option(
      names = "--record",
      description =
          "Adds the figures to src/docs/bench-history.csv of this clone, by commit and machine;"
              + " later runs show them beside theirs.")
  private boolean recorded;

  @Mixin private OutOption out = new OutOption();

  @Option(
      names = "--json",
      order = 100,
      description = "Print the result as one JSON object on standard output.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      order = 101,
      description = "No messages and no progress; errors are printed all the same.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      order = 102,
      description = "Say more, and where an error came from.")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      order = 104,
      description = "Print this help.")
  boolean help;

  /** Starts the bench and ends the process with its exit status. */
  public static void main(String[] arguments) {
    VectorModule.load();
    System.exit(commandLine().execute(arguments));
  }

  /** The whole command line, ready to execute. */
  static CommandLine commandLine() {
    ErrorMessages complaints = new ErrorMessages();
    return new CommandLine(new Bench())
        .setParameterExceptionHandler(complaints)
        .setExecutionExceptionHandler(complaints)
        .setAbbreviatedOptionsAllowed(false)
        .setExpandAtFiles(false)
        .setUsageHelpLongOptionsMaxWidth(30)
        .setUsageHelpAutoWidth(true);
  }

  @Override
  public Integer call() throws BadFileException, IOException {
    plan.check(spec.commandLine());
    if (kernels && out.path().isPresent()) {
      throw new ParameterException(
          spec.commandLine(), "--kernels writes no files: leave --out away, or take --json");
    }
    if (kernels && recorded) {
      throw new ParameterException(
          spec.commandLine(), "--record must be left away with --kernels, which compares nothing");
    }
    Console console = console();
    console.noticeOfKernels(KernelChoice.best());
    return kernels ? measureKernels(console) : measure(console);
  }

  private Console console() {
    return new Console(
        spec.commandLine().getOut(),
        spec.commandLine().getErr(),
        Terminal.isStandardError(),
        json ? Console.Results.JSON : Console.Results.TEXT,
        quiet
            ? Console.Verbosity.QUIET
            : verbose ? Console.Verbosity.VERBOSE : Console.Verbosity.NORMAL);
  }

  private int measure(Console console) throws BadFileException, IOException {
    // Looked at first: a quarter of an hour is too long to wait for a complaint.
    BenchHistory history = BenchHistory.read(Home.folder().resolve(HISTORY));
    String commit = recorded ? commit() : "";
    List<Side> sides = new ArrayList<>();
    sides.add(OwnSide.side());
    boolean complete = addPeers(sides, console);
    BenchRun run = new BenchRun(plan.plan(), sides, logs());
    console.say("This takes about " + NumberText.seconds(run.seconds()));
    BenchReport report;
    try (BenchProgress progress = new BenchProgress(console, run.seconds())) {
      report = run.run(progress);
      complete &= !progress.hasFailed();
    }
    List<Path> files =
        BenchFiles.write(report, out.path().orElseGet(() -> BenchFiles.newName(report.date())));
    console.printJson(report);
    console.print(BenchText.of(report));
    history.compare(report).ifPresent(text -> console.print(System.lineSeparator() + text));
    if (recorded) {
      history.add(report, commit);
      console.say("Recorded in " + HISTORY);
    }
    files.forEach(file -> console.say("Wrote " + file));
    return complete ? ExitStatus.DONE : ExitStatus.LEFT_OUT;
  }

  private String commit() {
    return Commit.of(Home.folder())
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "--record must be used in a clone, with git, but "
                        + Home.folder()
                        + " is none"));
  }

  /** Returns whether all peers that should be here are. */
  private boolean addPeers(List<Side> sides, Console console) throws IOException {
    boolean complete = true;
    for (Peer peer : plan.peers()) {
      try {
        sides.add(peer.obtain(Home.folder(), console));
      } catch (AbsentPeerException absent) {
        console.warn("left out " + peer.option() + ": " + absent.getMessage());
        complete &= absent.isExpected() && !plan.namesPeers();
      }
    }
    return complete;
  }

  private int measureKernels(Console console) throws IOException {
    List<KernelSpeed> speeds;
    try (Progress progress = console.progress("Measuring")) {
      speeds = KernelBenchmarks.run(plan.plan(), logs(), progress);
    }
    console.printJson(Map.of("kernels", speeds));
    console.print(KernelSpeed.table(speeds).toString());
    return ExitStatus.DONE;
  }

  private static Path logs() {
    return Home.folder().resolve("target").resolve("bench").resolve("logs");
  }
}
