package ductus.bench.side;

import ductus.bench.contender.Workload;
import ductus.cli.console.Console;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A peer whose program and libraries Maven puts into {@code target/}, by a profile of the project's
 * POM.
 */
final class MavenPeer {
  private static final Pattern ERROR = Pattern.compile("\\[ERROR\\] (.*)");

  private final Path folder;

  private MavenPeer(Path folder) {
    this.folder = folder;
  }

  /**
   * Builds the program where its sources are newer.
   *
   * @param home the project's folder
   */
  static MavenPeer build(Peer which, Path home, Console console)
      throws AbsentPeerException, IOException {
    String profile = "bench-" + which.option();
    // The POM names the native code for this platform only.
    if (!System.getProperty("os.name").equals("Linux")
        || !System.getProperty("os.arch").equals("amd64")) {
      throw AbsentPeerException.notForThisMachine(
          "its native code is fetched for Linux on x86-64 only");
    }
    MavenPeer peer = new MavenPeer(home.resolve("target").resolve(profile));
    Path sources = home.resolve("src").resolve("bench");
    List<Path> made =
        List.of(
            home.resolve("pom.xml"), sources.resolve("contender"), sources.resolve(which.option()));
    Path built = peer.folder.resolve("built");
    if (!Files.exists(built) || newest(made) > Files.getLastModifiedTime(built).toMillis()) {
      console.say("Fetching and building " + which + " ...");
      runMaven(home, profile);
      Files.writeString(built, "");
    }
    return peer;
  }

  private static long newest(List<Path> roots) throws IOException {
    long newest = 0;
    for (Path root : roots) {
      try (Stream<Path> files = Files.walk(root)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          newest = Math.max(newest, Files.getLastModifiedTime(file).toMillis());
        }
      }
    }
    return newest;
  }

  private static void runMaven(Path home, String profile) throws AbsentPeerException, IOException {
    Path log = Files.createDirectories(home.resolve("target")).resolve(profile + ".log");
    ProcessBuilder maven =
        new ProcessBuilder("mvn", "-B", "-ntp", "-C", "-q", "-Pquick," + profile, "package")
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
    try {
      if (maven.start().waitFor() != 0) {
        throw AbsentPeerException.broken(reason(log) + " (all of it: " + log + ")");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AbsentPeerException.broken("stopped");
    }
  }

  private static String reason(Path log) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines
          .map(line -> ERROR.matcher(line.replaceAll("\u001b\\[[0-9;]*m", "")))
          .filter(Matcher::find)
          .map(match -> match.group(1))
          .findFirst()
          .orElse("Maven failed");
    }
  }

  /** Where the libraries may unpack their native code. */
  String natives() {
    return folder.resolve("natives").toString();
  }

  /** The version of a library, from the name of its file. */
  String version(String artifact, String classifier) throws AbsentPeerException, IOException {
    Pattern name = Pattern.compile(Pattern.quote(artifact) + "-(\\d.*?)" + classifier + "\\.jar");
    try (Stream<Path> jars = Files.list(folder.resolve("lib"))) {
      Optional<String> version =
          jars.map(jar -> name.matcher(String.valueOf(jar.getFileName())))
              .filter(Matcher::matches)
              .map(match -> match.group(1))
              .findFirst();
      if (version.isEmpty()) {
        throw AbsentPeerException.broken("Maven brought no " + artifact);
      }
      return version.get();
    }
  }

  /**
   * A process that takes a workload.
   *
   * @param flags for the JVM
   */
  ProcessBuilder program(
      String mainClass, Workload workload, List<String> flags, Map<String, String> environment) {
    ProcessBuilder program =
        JavaProgram.of(
            folder.resolve("classes") + File.pathSeparator + folder.resolve("lib").resolve("*"),
            mainClass,
            workload.arguments(),
            flags);
    program.environment().putAll(environment);
    program.environment().put("OMP_NUM_THREADS", String.valueOf(workload.threads()));
    return program;
  }
}
