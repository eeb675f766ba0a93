package ductus.cli.setting;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
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

  /** The options of pictures that are made of pixels. */
  public static final List<String> OF_PNG = List.of("--dpi");

  /** The options of pictures that move. */
  public static final List<String> OF_ANIMATION = List.of("--pen-speed");

  private static final String OF_SOUND = "--soundfont";

  /** Options in front of what is written: a file that is only read asks for no format. */
  private static final Set<String> WHERE = Set.of("--to", "-t", "--out", "-o");

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
    if (!asksFor("png", words)) {
      useless.addAll(OF_PNG);
    }
    if (!asksFor("animated-svg|anim\\.svg", words)) {
      useless.addAll(OF_ANIMATION);
    }
    return useless;
  }

  private static boolean sounds(CommandLine command, List<String> words) {
    boolean wav = words.stream().anyMatch(word -> word.matches("--wav|(--to=|-t)?wav|.*\\.wav"));
    return command.getCommandName().equals("play") != wav;
  }

  private static boolean plots(CommandLine command, List<String> words) {
    return command.getCommandName().equals("plot") || asksFor("gcode|hpgl|ebb", words);
  }

  /**
   * Whether a format is asked for, by its name or by the ending of what is to be written.
   *
   * @param formats a pattern of names and endings
   */
  private static boolean asksFor(String formats, List<String> words) {
    Pattern asking = Pattern.compile("(--to=|-t|.*[,.])?(" + formats + ")(,.*)?");
    return IntStream.range(0, words.size())
        .filter(i -> words.get(i).startsWith("-") || (i > 0 && WHERE.contains(words.get(i - 1))))
        .anyMatch(i -> asking.matcher(words.get(i)).matches());
  }
}
