package ductus.bench.side;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a program for this Java is started. */
final class JavaProgram {
  private JavaProgram() {}

  /**
   * A process.
   *
   * @param flags for the JVM
   */
  static ProcessBuilder of(
      String classPath, String mainClass, List<String> arguments, List<String> flags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(flags);
    command.addAll(List.of("-cp", classPath, mainClass));
    command.addAll(arguments);
    return new ProcessBuilder(command);
  }
}
