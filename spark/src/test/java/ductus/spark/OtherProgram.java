package ductus.spark;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A program beside the tests, with the same class path and settings. */
final class OtherProgram {
  private OtherProgram() {}

  /** The command that starts a class with arguments. */
  static List<String> command(Class<?> main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(
                option ->
                    option.matches("--add-(opens|exports).*") || option.startsWith("-Dspark."))
            .toList());
    for (String kept : List.of("ductus.home", "ductus.corpora")) {
      command.add("-D" + kept + "=" + System.getProperty(kept));
    }
    command.add("-cp");
    command.add(System.getProperty("ductus.class.path", System.getProperty("java.class.path")));
    command.add(main.getName());
    command.addAll(List.of(arguments));
    return command;
  }
}
