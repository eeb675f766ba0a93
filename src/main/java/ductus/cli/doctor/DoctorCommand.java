package ductus.cli.doctor;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Version;
import ductus.cli.doctor.CheckFinding.State;
import ductus.cli.option.CommonOptions;
import ductus.cli.setting.OptionKeys;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ductus doctor}. */
@Command(
    name = "doctor",
    description = {
      "Says what Ductus finds on this machine, what it misses, and how to get that.",
      "",
      "Lines with ok are fine; with -- something is missing that one can do without, with !! what"
          + " is needed: then the exit status is 1.",
      ""
    })
public final class DoctorCommand implements Callable<Integer> {
  private static final long MOST_MILLIS = 10_000;
  private static final int WIDEST = 14;

  @Spec private CommandSpec spec;

  @Mixin private CommonOptions common = new CommonOptions();

  /**
   * What was found.
   *
   * @param healthy whether all that is needed is there
   */
  record Diagnosis(String version, boolean healthy, List<CheckFinding> findings) {}

  @Override
  public Integer call() throws InterruptedException {
    OptionKeys keys = new OptionKeys(spec.root().commandLine());
    List<CheckFinding> findings =
        new Checkup(MOST_MILLIS)
            .add("Ductus", MachineChecks::ductus)
            .add("Java", MachineChecks::java)
            .add("Kernels", MachineChecks::kernels)
            .add("Processor", MachineChecks::processor)
            .add("Products", SpeedCheck::products)
            .add("Threads", SpeedCheck::threads)
            .add("Memory", MachineChecks::memory)
            .add("Models", MachineChecks::models)
            .add("JFugue", SoundChecks::jfugue)
            .add("Synthesizer", SoundChecks::synthesizer)
            .add("SoundFont", SoundChecks::soundFont)
            .add("Sound device", SoundChecks::device)
            .add("MIDI ports", SoundChecks::midi)
            .add("Fonts", MachineChecks::fonts)
            .add("Terminal", MachineChecks::terminal)
            .add("Settings", () -> FolderChecks.settings(keys))
            .add("Hands", FolderChecks::hands)
            .add("Cache", FolderChecks::cache)
            .add("Results", FolderChecks::generated)
            .add("Disk", FolderChecks::disk)
            .findings();
    boolean healthy = findings.stream().noneMatch(each -> each.state() == State.MISSING);
    Console console = common.console();
    for (CheckFinding finding : findings) {
      String indent = " ".repeat(WIDEST - finding.thing().length());
      console.print(
          String.format(
              Locale.ROOT,
              "[%s] %s%s%s",
              finding.state().mark(),
              finding.thing(),
              indent,
              finding.found()));
      if (finding.remedy() != null) {
        console.print(" ".repeat(WIDEST + 5) + "-> " + finding.remedy());
      }
    }
    console.printJson(new Diagnosis(Version.text(), healthy, findings));
    return healthy ? ExitStatus.DONE : ExitStatus.FAILED;
  }
}
