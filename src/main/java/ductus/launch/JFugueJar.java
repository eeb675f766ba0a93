package ductus.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * JFugue, which is not on Maven Central: found by {@code JFUGUE_JAR}, or in the local Maven
 * repository, or done without.
 */
final class JFugueJar {
  private static final String VARIABLE = "JFUGUE_JAR";
  private static final String VERSION = "4.0.3";
  private static final String NAME = "jfugue-" + VERSION;

  /** The jar among the libraries. */
  static final String FILE = NAME + ".jar";

  private static final String SHA_256 =
      "aa3e366a797a60c4934361ffaed7f76ae6c71e70e183dc1af1bd4b4eafd9bd7d";
  private static final Path IN_PACKAGE = Path.of("usr", "share", "java", NAME + ".jar");
  private static final List<String> WITH = List.of();
  private static final List<String> WITHOUT = List.of("-Dwithout.jfugue");

  private final Maven maven;
  private final Map<String, String> environment = System.getenv();

  JFugueJar(Maven maven) {
    this.maven = maven;
  }

  /**
   * Puts JFugue into the local Maven repository, if it is to be had.
   *
   * @return what Maven must be told
   * @throws LaunchFailure if {@code JFUGUE_JAR} names something else
   */
  List<String> install() throws LaunchFailure, IOException, InterruptedException {
    String named = environment.get(VARIABLE);
    if (named != null && isUnwanted(named)) {
      return without("JFUGUE_JAR is " + (named.isEmpty() ? "empty" : named));
    }
    if (isInstalled()) {
      return WITH;
    }
    if (named == null) {
      return without("it is not on Maven Central");
    }
    Path temporary = Files.createTempDirectory("ductus.");
    try {
      Path jar = Path.of(named).toAbsolutePath();
      if (!Files.isRegularFile(jar)) {
        throw LaunchFailure.failed("JFUGUE_JAR must name a file but was " + jar);
      }
      if (named.endsWith(".deb")) {
        jar = unpacked(jar, temporary);
      }
      check(jar);
      installInto(jar, temporary.resolve("log"));
      return WITH;
    } finally {
      ProjectFolder.delete(temporary);
    }
  }

  /** Is there a place to take it from that the user names? */
  static boolean isNamed() {
    String named = System.getenv(VARIABLE);
    return named != null && !isUnwanted(named);
  }

  /** An empty variable is none on Windows. */
  private static boolean isUnwanted(String named) {
    return named.isEmpty() || named.equals("none");
  }

  private static List<String> without(String reason) {
    Launcher.say(
        String.format(
            Locale.ROOT,
            "building without JFugue %s (%s); what it does, Ductus does itself; to have it, name"
                + " %s.jar or libjfugue-java_%s-*.deb with JFUGUE_JAR",
            VERSION,
            reason,
            NAME,
            VERSION));
    return WITHOUT;
  }

  /** Is it surely in the local repository already? */
  private boolean isInstalled() {
    Path home = Path.of(System.getProperty("user.home"));
    Path repository =
        Stream.of("MAVEN_OPTS", "MAVEN_ARGS")
            .flatMap(variable -> Stream.of(environment.getOrDefault(variable, "").split(" ", -1)))
            .filter(option -> option.startsWith("-Dmaven.repo.local="))
            .map(option -> Path.of(option.substring(option.indexOf('=') + 1)))
            .findFirst()
            .orElse(home.resolve(".m2").resolve("repository"));
    Path folder = repository.resolve(Path.of("jfugue", "jfugue", VERSION));
    return Files.exists(folder.resolve(NAME + ".jar"))
        && Files.exists(folder.resolve(NAME + ".pom"));
  }

  /** The jar in a Debian package. Windows' own tar reads such archives, too. */
  private static Path unpacked(Path archive, Path temporary)
      throws LaunchFailure, IOException, InterruptedException {
    tar(temporary, archive);
    try (Stream<Path> parts = Files.list(temporary)) {
      for (Path part : parts.filter(file -> name(file).startsWith("data.tar")).toList()) {
        tar(temporary, part);
      }
    }
    Path jar = temporary.resolve(IN_PACKAGE);
    if (!Files.isRegularFile(jar)) {
      throw LaunchFailure.failed("no %s.jar could be unpacked from %s".formatted(NAME, archive));
    }
    return jar;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static void tar(Path folder, Path archive) throws IOException, InterruptedException {
    new ProcessBuilder("tar", "-xf", archive.toString())
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start()
        .waitFor();
  }

  private void check(Path jar) throws LaunchFailure, IOException {
    String sum = KnownLibraries.sha256(jar);
    if (!sum.equals(environment.getOrDefault("JFUGUE_SHA256", SHA_256))) {
      throw LaunchFailure.failed(
          "%s is not the JFugue %s that is known here (SHA-256 %s); if you trust it, set JFUGUE_SHA256 to that"
              .formatted(jar, VERSION, sum));
    }
  }

  private void installInto(Path jar, Path log)
      throws LaunchFailure, IOException, InterruptedException {
    Launcher.say(
        String.format(
            Locale.ROOT, "installing JFugue %s into the local Maven repository ...", VERSION));
    int status =
        maven.runInto(
            log,
            List.of(
                "-q",
                "install:install-file",
                "-Dfile=" + jar,
                "-DpomFile=" + maven.root().resolve(Path.of("src", "package", "jfugue.pom"))));
    if (status != 0) {
      Files.readAllLines(log).forEach(System.err::println);
      throw LaunchFailure.failed("cannot install JFugue into the local Maven repository");
    }
  }
}
