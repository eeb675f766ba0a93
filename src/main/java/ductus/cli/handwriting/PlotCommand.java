package ductus.cli.handwriting;

import ductus.cli.console.Console;
import ductus.cli.console.ExitStatus;
import ductus.cli.console.Progress;
import ductus.cli.console.StopSignal;
import ductus.cli.option.CommonOptions;
import ductus.file.BadFileException;
import ductus.format.NumberText;
import ductus.ink.plotter.PlotterMachine.Bed;
import ductus.ink.plotter.PlotterProfile;
import ductus.ink.plotter.PlotterProfile.Language;
import ductus.ink.plotter.board.EbbBoard;
import ductus.ink.plotter.board.GcodeBoard;
import ductus.ink.plotter.board.PlotJob;
import ductus.ink.plotter.board.PlotJob.Extent;
import ductus.ink.plotter.board.PlotOperator;
import ductus.ink.plotter.board.SerialPort;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ductus plot FILE --port PORT}: a page over a serial port. */
@Command(
    name = "plot",
    description = {
      "Sends a page to a plotter: .ebb to an AxiDraw, .gcode to Grbl or Marlin.",
      "",
      "The pen must be above the corner where X and Y are 0, and up. Enter lets the plotter wait,"
          + " and go on; so does an AxiDraw's button. Ctrl-C lifts the pen and brings it back.",
      ""
    },
    footer = {
      "",
      "Example: ductus write --text letter.txt --paper a4 --to ebb --out letter.ebb",
      "         ductus plot letter.ebb --port /dev/ttyACM0"
    })
public final class PlotCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "What write or export made: .ebb or .gcode.")
  private Path file = Path.of("");

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Where the plotter is: /dev/ttyACM0, /dev/cu.usbmodem1101, COM3.")
  private @Nullable String port;

  @Option(
      names = "--baud",
      paramLabel = "N",
      description = "Speed of the port; ${DEFAULT-VALUE}. An AxiDraw does not mind.")
  private int baud = 115_200;

  @Option(
      names = "--bed",
      paramLabel = "WxH",
      description = "How far the plotter reaches, in mm; of an AxiDraw 300x218.")
  private @Nullable String bed;

  @Option(
      names = "--unlock",
      description = "Takes the alarm of a Grbl away that was not homed ($X).")
  private boolean unlock;

  @Option(names = "--dry-run", description = "Says what would be plotted; needs no plotter.")
  private boolean dryRun;

  @Mixin private CommonOptions common = new CommonOptions();

  /** The terminal as what stands beside the plotter. */
  private record Terminal(Console console, Progress progress, StopSignal stop)
      implements PlotOperator {
    @Override
    public void say(String line) {
      console.say(line);
    }

    /** With {@code --quiet}, too: the plotter waits. */
    @Override
    public void ask(String line) {
      console.warn(line);
    }

    @Override
    public void reach(long done, long total) {
      progress.reach(done, total);
    }

    @Override
    public boolean isStopping() {
      return stop.isGiven();
    }

    @Override
    public boolean hasSigned() {
      try {
        boolean signed = false;
        while (System.in.available() > 0) {
          signed |= System.in.read() == '\n';
        }
        return signed;
      } catch (IOException closed) {
        return false;
      }
    }
  }

  @Override
  public Integer call() throws BadFileException, IOException {
    if (!(baud >= 300 && baud <= 4_000_000)) {
      throw common.wrongUsage("--baud must be 300 to 4000000 but was " + baud);
    }
    PlotJob job = PlotJob.read(file);
    boolean ebb = job.language() == Language.EBB;
    if (ebb && unlock) {
      throw common.wrongUsage("--unlock goes with G-code, and " + file + " is none");
    }
    Bed reach = bed != null ? Bed.parse(bed) : ebb ? PlotterProfile.AXIDRAW.machine().bed() : null;
    if (reach != null) {
      job.requireWithin(reach);
    }
    Console console = common.console();
    console.say(words(job.extent()));
    if (dryRun) {
      console.printJson(json(job, false));
      return ExitStatus.DONE;
    }
    if (port == null) {
      throw common.wrongUsage("--port must say where the plotter is; " + SerialPort.knownInWords());
    }
    boolean done;
    try (StopSignal stop = new StopSignal(PlotOperator.LONGEST_STOP);
        SerialPort opened = SerialPort.open(port, baud);
        Progress progress = console.progress("Plotting")) {
      Terminal terminal = new Terminal(console, progress, stop);
      done =
          ebb
              ? EbbBoard.plot(opened, job, terminal)
              : GcodeBoard.plot(opened, job, unlock, terminal);
    }
    console.printJson(json(job, done));
    return done ? ExitStatus.DONE : ExitStatus.FAILED;
  }

  private String words(Extent extent) {
    return String.format(
        Locale.ROOT,
        "%s: %s%s%s, from %.1f, %.1f to %.1f, %.1f mm",
        file,
        NumberText.count(extent.commands(), "command"),
        extent.seconds() > 0 ? ", " + NumberText.seconds(extent.seconds()) : "",
        extent.pauses() > 0 ? ", " + NumberText.count(extent.pauses(), "pause") : "",
        extent.least().x(),
        extent.least().y(),
        extent.most().x(),
        extent.most().y());
  }

  private static Map<String, Object> json(PlotJob job, boolean done) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", job.file().toString());
    json.put("extent", job.extent());
    json.put("done", done);
    return json;
  }
}
