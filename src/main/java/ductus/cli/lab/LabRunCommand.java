package ductus.cli.lab;

import ductus.cli.console.ExitStatus;
import ductus.cli.lab.LabRun.ExaminationReport;
import ductus.cli.option.CommonOptions;
import ductus.cli.option.OutOption;
import ductus.file.BadFileException;
import ductus.lab.Assignments;
import ductus.lab.trial.Assignment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code ductus lab run FILE.json}: runs that a file schedules. */
@Command(
    name = "run",
    description = {
      "Runs examinations one after the other as a file says, each into a folder of its name:",
      "",
      "  {\"runs\": [{\"name\": \"wide\", \"examination\": \"memory\", \"seeds\": [1, 2, 3],",
      "    \"minutes\": 20, \"full\": false, \"settings\": {\"hiddenSize\": 128}}]}",
      "",
      "Only the examination must be named; the settings of an examination stand in the NAME.json"
          + " beside its results. No trial is begun once a run's minutes are over.",
      ""
    },
    footer = {
      "",
      "Ctrl-C stops it; the same command with --out goes on behind the trials that are done."
    })
final class LabRunCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "The runs, as JSON.")
  private Path file = Path.of("");

  @Mixin private OutOption out = new OutOption();
  @Mixin private CommonOptions common = new CommonOptions();

  /** What the runs have come to. */
  private record Report(String file, List<ExaminationReport> runs) {}

  @Override
  public Integer call() throws BadFileException, InterruptedException, IOException {
    List<Assignment<?>> assignments = Assignments.read(file);
    Path folder = out.madeFolder("lab-run");
    String again = String.format(Locale.ROOT, "ductus lab run \"%s\" --out \"%s\"", file, folder);
    List<ExaminationReport> reports = new LabRun(common).runAll(assignments, folder, again);
    common.console().printJson(new Report(file.toString(), reports));
    return ExitStatus.DONE;
  }
}
