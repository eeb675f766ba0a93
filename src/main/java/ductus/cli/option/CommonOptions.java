package ductus.cli.option;

import ductus.cli.console.Console;
import ductus.cli.console.Terminal;
import ductus.cli.usage.UsageComplaint;
import ductus.math.KernelChoice;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every command has; to be included with {@code @Mixin}. */
public final class CommonOptions {
  private static final int CORES = Runtime.getRuntime().availableProcessors();

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      order = 104,
      description = "Print this help.")
  boolean help;

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

  private int threads = CORES;
  private @Nullable Console console;

  @Option(
      names = "--threads",
      paramLabel = "N",
      order = 103,
      description = "Processor cores to use; all by default. Results do not depend on it.")
  void setThreads(int wanted) {
    if (wanted < 1 || wanted > CORES) {
      throw new ParameterException(
          spec.commandLine(),
          "--threads must be 1 to " + CORES + ", the cores of this machine, but was " + wanted);
    }
    threads = wanted;
  }

  /** Kernels that can be asked for. */
  private enum KernelName {
    VECTOR,
    EJML
  }

  @Option(
      names = "--kernels",
      paramLabel = "NAME",
      order = 103,
      description =
          "What computes: vector (Java's Vector API, where it is there) or ejml, slower and with"
              + " other last bits.")
  void setKernels(KernelName kernels) {
    System.setProperty(KernelChoice.PROPERTY, kernels.name().toLowerCase(Locale.ROOT));
  }

  /** Cores to use, 1 or more. */
  public int threads() {
    return threads;
  }

  /** Where results and messages go, as these options ask for. */
  public Console console() {
    if (console == null) {
      console =
          new Console(
              spec.commandLine().getOut(),
              spec.commandLine().getErr(),
              Terminal.isStandardError(),
              json ? Console.Results.JSON : Console.Results.TEXT,
              quiet
                  ? Console.Verbosity.QUIET
                  : verbose ? Console.Verbosity.VERBOSE : Console.Verbosity.NORMAL);
    }
    return console;
  }

  /**
   * A complaint about how the command was called: one line, a hint at {@code --help}, and exit
   * status 2.
   */
  public ParameterException wrongUsage(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  /**
   * A complaint about a value, led by the option that it came from: what is wrong begins with the
   * option's words, as in {@code --weight-decay: weight decay must be ...}.
   */
  public ParameterException wrongValue(IllegalArgumentException wrong) {
    return wrongUsage(
        UsageComplaint.led(
            spec.commandLine().getParseResult(), String.valueOf(wrong.getMessage())));
  }
}
