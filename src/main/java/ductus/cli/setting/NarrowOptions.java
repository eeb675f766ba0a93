package ductus.cli.setting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import picocli.CommandLine;

/**
 * Options that are of use for some formats only. Typed beside anything else they are a mistake; as
 * settings of the user they are left out then.
 */
public final class NarrowOptions {
  /** The options that say what plotter is told how. */
  public static final List<String> OF_PLOTTERS =
      List.of(
          "--plotter",
          "--pen-up",
          "--pen-down",
          "--feed",
          "--travel",
          "--acceleration",
          "--bed",
          "--origin",
          "--plot-ruling");

  private static final String OF_SOUND = "--soundfont";

  private NarrowOptions() {}

  /**
   * The options that are of no use in a command line.
   *
   * @param typed its words
   * @param set other words of it, which are settings
   */
  static Set<String> useless(CommandLine command, List<String> typed, List<String> set) {
    List<String> words = Stream.concat(typed.stream(), set.stream()).toList();
    Set<String> useless = new HashSet<>();
    if (!sounds(command, words)) {
      useless.add(OF_SOUND);
    }
    if (!plots(command, words)) {
      useless.addAll(OF_PLOTTERS);
    }
    return useless;
  }

  private static boolean sounds(CommandLine command, List<String> words) {
    boolean wav = words.stream().anyMatch(word -> word.matches("--wav|(--to=|-t)?wav|.*\\.wav"));
    return command.getCommandName().equals("play") != wav;
  }

  private static boolean plots(CommandLine command, List<String> words) {
    return command.getCommandName().equals("plot")
        || words.stream()
            .anyMatch(word -> word.matches("(--to=|-t|.*[,.])?(gcode|hpgl|ebb)(,.*)?"));
  }
}
