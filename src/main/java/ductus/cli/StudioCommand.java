package ductus.cli;

import ductus.cli.console.Browser;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.StopSignal;
import ductus.cli.console.Version;
import ductus.cli.option.CommonOptions;
import ductus.math.KernelChoice;
import ductus.provenance.OutputNames;
import ductus.studio.Studio;
import ductus.studio.StudioSettings;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ductus studio}: the local page. */
@Command(
    name = "studio",
    description = {
      "Opens a page in the browser that composes, plays and keeps what was made; Ctrl-C stops.",
      "",
      "Only this machine can reach it, and only with the address that is printed.",
      ""
    })
final class StudioCommand implements Callable<Integer> {
  private static final int LOOK_MILLIS = 100;

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
      String address = studio.address();
      common.console().print(address);
      common.console().printJson(Map.of("address", address));
      if (!noBrowser && !Browser.open(studio.address())) {
        common.console().say("No browser could be opened: open this address in one");
      }
      common.console().say("Ctrl-C stops");
      while (!stop.isGiven()) {
        Thread.sleep(LOOK_MILLIS);
      }
    }
    return ExitStatus.DONE;
  }
}
