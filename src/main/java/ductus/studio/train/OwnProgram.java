package ductus.studio.train;

import ductus.file.UserFolders;
import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * This very program in a process of its own that outlives this one: the same Java with the same
 * options but for those of the heap, which are the server's alone, from the same jar or classes.
 */
public final class OwnProgram {
  private static final String MAIN = "ductus.cli.Ductus";
  private static final Pattern HEAP =
      Pattern.compile("-XX:(.UseSerialGC|.ShrinkHeapInSteps|M(in|ax)HeapFreeRatio=.*)");
  private static final Path SHELL = Path.of("/bin/sh");
  private static final File NOTHING = new File(File.separatorChar == '/' ? "/dev/null" : "NUL");

  private OwnProgram() {}

  /**
   * Starts it.
   *
   * @param arguments of the command line
   * @param said file that gets all that it prints
   */
  public static Process start(List<String> arguments, Path said) throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(SHELL)) {
      // Ctrl-C in the terminal of the studio, or its closing, is not meant for what is learned.
      command.addAll(List.of(SHELL.toString(), "-c", "trap '' INT HUP; exec \"$@\"", "ductus"));
    }
    command.addAll(java());
    command.addAll(arguments);
    ProcessBuilder process =
        new ProcessBuilder(command)
            .redirectInput(NOTHING)
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    // What the page says is all that counts.
    process.environment().put(UserFolders.SETTINGS, "");
    process.environment().remove(UserFolders.OPTIONS);
    return process.start();
  }

  /** Whether an option of the server is one of its trainings, too. */
  private static boolean isForAll(String option) {
    return !option.startsWith("-agentlib:")
        && !option.startsWith("-Xm")
        && !HEAP.matcher(option).matches();
  }

  private static List<String> java() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(option -> isForAll(option))
        .forEach(command::add);
    String classes = System.getProperty("java.class.path");
    // Only as a program of its own is a jar's manifest obeyed.
    command.addAll(
        classes.endsWith(".jar") && !classes.contains(File.pathSeparator)
            ? List.of("-jar", classes)
            : List.of("-cp", classes, MAIN));
    return command;
  }
}
