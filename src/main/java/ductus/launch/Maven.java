package ductus.launch;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Maven 3.8 or newer, run in the project's folder with the JDK of the launcher.
 *
 * @param program what starts it
 * @param root the project's folder
 */
record Maven(Path program, Path root) {
  private static final String GET =
      "; get it from https://maven.apache.org and put its bin folder on the PATH";
  private static final Pattern VERSION = Pattern.compile("Apache Maven (\\d+)\\.(\\d+)[^\\s]*");
  private static final int MAJOR = 3;
  private static final int MINOR = 8;

  /** From this Java on Maven's own libraries make it warn. */
  private static final int WARNING_JAVA = 24;

  /**
   * Finds Maven on the PATH.
   *
   * @throws LaunchFailure if there is none, or only an older one
   */
  static Maven find(Path root) throws LaunchFailure, InterruptedException {
    Optional<Path> program =
        Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
            .filter(folder -> !folder.isBlank())
            .flatMap(folder -> Stream.of("mvn.cmd", "mvn").map(Path.of(folder)::resolve))
            .filter(Maven::isProgram)
            .findFirst();
    if (program.isEmpty()) {
      throw LaunchFailure.failed("needs Maven 3.8 or newer to build, found none" + GET);
    }
    Maven maven = new Maven(program.get(), root);
    String said = maven.say("-v");
    Matcher version = VERSION.matcher(said);
    if (!version.find()) {
      throw LaunchFailure.failed(
          "needs Maven 3.8 or newer to build, found one that does not start" + GET);
    }
    int major = Integer.parseInt(version.group(1));
    int minor = Integer.parseInt(version.group(2));
    if (major < MAJOR || (major == MAJOR && minor < MINOR)) {
      throw LaunchFailure.failed(
          "needs Maven 3.8 or newer to build, found %s%s"
              .formatted(version.group().substring("Apache Maven ".length()), GET));
    }
    return maven;
  }

  /** On Windows a file without an ending is a script for another system. */
  private static boolean isProgram(Path file) {
    boolean windows = File.separatorChar == '\\';
    return Files.isRegularFile(file) && (!windows || file.toString().endsWith(".cmd"));
  }

  private ProcessBuilder process(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    ProcessBuilder process =
        new ProcessBuilder(command).directory(root.toFile()).redirectErrorStream(true);
    Map<String, String> environment = process.environment();
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    if (Runtime.version().feature() >= WARNING_JAVA) {
      environment.merge(
          "MAVEN_OPTS",
          "--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow",
          (own, ours) -> ours + " " + own);
    }
    return process;
  }

  private String say(String argument) throws InterruptedException {
    try {
      Process process = process(List.of(argument)).start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return said;
    } catch (IOException e) {
      return "";
    }
  }

  /** Runs it, its output into a file; returns its status. */
  int runInto(Path log, List<String> arguments) throws IOException, InterruptedException {
    return process(inBatch(arguments)).redirectOutput(log.toFile()).start().waitFor();
  }

  /** Runs it, its output to be seen; returns its status. */
  int run(List<String> arguments) throws IOException, InterruptedException {
    return process(inBatch(arguments)).inheritIO().start().waitFor();
  }

  /** What is fetched must have the checksum that the repository says. */
  private static List<String> inBatch(List<String> arguments) {
    List<String> all = new ArrayList<>(List.of("-B", "-ntp", "-C"));
    all.addAll(arguments);
    return all;
  }
}
