package ductus.cli.lab;

import ductus.cli.console.ExitStatus;
import ductus.cli.lab.LabRun.ExaminationReport;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.cli.option.SeedOption;
import ductus.file.BadFileException;
import ductus.format.Table;
import ductus.lab.Assignments;
import ductus.lab.Examinations;
import ductus.lab.trial.Assignment;
import ductus.lab.trial.Examination;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus lab NAME}: a classic examination, all cells side by side. */
@Command(
    name = "lab",
    description = {
      "Runs a classic examination of recurrent networks, every cell side by side: prints a table,"
          + " and writes results.csv, curves.csv, a picture, and a file that says where the results"
          + " come from. Without NAME it lists the examinations; all runs every one of them, each"
          + " into a folder of its name.",
      "",
      "Ctrl-C stops it; the same command with --out goes on behind the trials that are done.",
      ""
    },
    subcommands = LabRunCommand.class,
    footer = {"", "Example: ductus lab gradients --out gradients"})
public final class LabCommand implements Callable<Integer> {
  /** The word that asks for every examination. */
  private static final String ALL = "all";

  @Parameters(arity = "0..1", paramLabel = "NAME", description = "The examination, or all.")
  private @Nullable String name;

  @Option(
      names = "--full",
      description = "The long run behind the course's figures, up to an hour a seed.")
  private boolean full;

  @Option(
      names = "--seeds",
      paramLabel = "N",
      description = "How many seeds, from --seed or else 1 on; or a list such as 1,5,7.")
  private @Nullable String seeds;

  @Mixin private SeedOption seed = new SeedOption();
  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  /** What all examinations have come to, for machines. */
  private record Reports(List<ExaminationReport> runs) {}

  /** An examination, for machines. */
  private record Entry(String name, String question, List<String> labels, List<String> measures) {}

  /** The examinations as a list. */
  private record Listing(List<Entry> examinations) {}

  @Override
  public Integer call() throws BadFileException, InterruptedException, IOException {
    if (name == null) {
      return list();
    }
    boolean all = name.equals(ALL);
    List<Assignment<?>> assignments = new ArrayList<>();
    for (Examination<?> each : all ? Examinations.all() : List.of(examination(name))) {
      assignments.add(withSeeds(Assignments.builtIn(each, full)));
    }
    Path given = out.madeFolder("lab-" + name);
    String again =
        String.format(
                Locale.ROOT, "ductus lab %s%s --out \"%s\"", name, full ? " --full" : "", given)
            + (seeds == null ? "" : " --seeds " + seeds)
            + (seed.isGiven() ? " --seed " + seed.orElse(1) : "");
    LabRun run = new LabRun(common);
    if (all) {
      common.console().printJson(new Reports(run.runAll(assignments, given, again)));
    } else {
      common.console().printJson(run.run(assignments.get(0), given, again));
    }
    return ExitStatus.DONE;
  }

  private Examination<?> examination(String wanted) {
    try {
      return Examinations.named(wanted);
    } catch (IllegalArgumentException unknown) {
      throw common.wrongUsage(String.valueOf(unknown.getMessage()));
    }
  }

  private int list() {
    Table table = new Table("NAME", "QUESTION");
    for (Examination<?> each : Examinations.all()) {
      table.row(each.name(), each.question());
    }
    common.console().print(table.toString());
    common
        .console()
        .printJson(
            new Listing(
                Examinations.all().stream()
                    .map(
                        each ->
                            new Entry(
                                each.name(),
                                each.question(),
                                each.labels(),
                                each.measures().stream().map(m -> m.name()).toList()))
                    .toList()));
    return ExitStatus.DONE;
  }

  private Assignment<?> withSeeds(Assignment<?> built) {
    if (seeds == null) {
      return seed.isGiven()
          ? built.withSeeds(SeedChoice.from(seed.orElse(1), built.seeds().size()))
          : built;
    }
    try {
      return built.withSeeds(SeedChoice.parse(seeds, seed.orElse(1)));
    } catch (IllegalArgumentException wrong) {
      throw common.wrongUsage("--seeds: " + wrong.getMessage());
    }
  }
}
