package ductus.cli;

import ductus.cli.console.ExitStatus;
import ductus.cli.console.StopSignal;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.math.KernelChoice;
import ductus.provenance.OutputNames;
import ductus.studio.Studio;
import ductus.studio.StudioSettings;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ductus studio}: the local page. */
@Command(
    name = "studio",
    description = {
      "Opens a page in the browser that composes, plays and keeps what was made; Ctrl-C, or Quit in"
          + " the page, ends it.",
      "",
      "Only this machine can reach it, and only with the address that is printed. That lets one"
          + " browser in; then another is printed.",
      ""
    })
final class StudioCommand implements Callable<Integer> {
  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port of 127.0.0.1; " + StudioSettings.USUAL_PORT + ". 0 is any that is free.")
  private int port = StudioSettings.USUAL_PORT;

  @Option(names = "--no-browser", description = "Prints the address and opens no browser.")
  private boolean noBrowser;

  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (port < 0 || port > 65_535) {
      throw common.wrongUsage("--port must be 0 to 65535 but was " + port);
    }
    common.console().noticeOfKernels(KernelChoice.best());
    StudioSettings settings =
        new StudioSettings(OutputNames.defaultFolder(), port, Version.text(), common.threads());
    try (StopSignal stop = new StopSignal();
        Studio studio = new Studio(settings)) {
      new StudioSession(studio, common.console()).run(!noBrowser, stop);
    }
    return ExitStatus.DONE;
  }
}
