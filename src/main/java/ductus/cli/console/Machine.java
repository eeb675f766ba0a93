package ductus.cli.console;

import ductus.format.NumberText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The machine and the Java that runs on it.
 *
 * @param processor as it names itself
 * @param cores that Java may use
 */
public record Machine(String processor, int cores, String system, String java) {
  private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

  /** This machine. */
  public static Machine here() {
    return new Machine(
        nameOfProcessor(),
        Runtime.getRuntime().availableProcessors(),
        System.getProperty("os.name") + " " + System.getProperty("os.arch"),
        System.getProperty("java.vm.name") + " " + System.getProperty("java.runtime.version"));
  }

  private static String nameOfProcessor() {
    if (Files.isReadable(CPU_INFO)) {
      try (Stream<String> lines = Files.lines(CPU_INFO)) {
        return lines
            .filter(line -> line.startsWith("model name"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElse("unknown processor");
      } catch (IOException unreadable) {
        return "unknown processor";
      }
    }
    return "unknown processor";
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%s, %s, %s, %s", processor, NumberText.count(cores, "core"), system, java);
  }
}
