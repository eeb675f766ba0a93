package ductus.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The jar of a project and the libraries beside it, built where sources are newer.
 *
 * @param folder where they are
 * @param profiles Maven's profiles that they are built with
 * @param moreSources folders of sources beside the usual
 */
record ProjectBuild(ProjectFolder project, Path folder, String profiles, List<String> moreSources) {
  private static final String JAR = "ductus.jar";
  private static final String LIBRARIES = "lib";
  private static final String BEGINNING = "quick-";
  private static final String USUAL = "quick";

  /** What everything but measuring is started from. */
  static ProjectBuild usual(ProjectFolder project) {
    return new ProjectBuild(project, project.target(), USUAL, List.of());
  }

  /** What measures. */
  static ProjectBuild measuring(ProjectFolder project) {
    return new ProjectBuild(
        project, project.target().resolve("bench"), "quick,bench", List.of("src/bench"));
  }

  /** The program. */
  Path jar() {
    return folder.resolve(JAR);
  }

  /** Builds if there is something to build. */
  void refresh() throws LaunchFailure, IOException, InterruptedException {
    if (!isStale()) {
      return;
    }
    ProjectLock.hold(
        project.target(),
        "build.lock",
        () -> {
          if (isStale()) {
            build();
          }
        });
  }

  private boolean isStale() throws IOException {
    return !Files.exists(jar())
        || !Files.isDirectory(folder.resolve(LIBRARIES))
        || (JFugueJar.isNamed() && !Files.exists(folder.resolve(LIBRARIES).resolve(JFugueJar.FILE)))
        || project.hasNewerThan(jar(), moreSources);
  }

  /** Makes jar and libraries in a folder of its own, and puts them into place when whole. */
  private void build() throws LaunchFailure, IOException, InterruptedException {
    Instant begin = Instant.now();
    Maven maven = Maven.find(project.root());
    List<String> options = new JFugueJar(maven).install();
    Launcher.say(
        Files.isDirectory(folder.resolve(LIBRARIES))
            ? "building ..."
            : "building (first time: about a minute, with downloads) ...");
    removeKilled();
    Path quick = project.target().resolve(BEGINNING + ProcessHandle.current().pid());
    Path log = project.target().resolve("build.log");
    Files.createDirectories(quick);
    List<String> arguments = new ArrayList<>(options);
    arguments.addAll(
        List.of("-q", "-P" + profiles, "-Dbuild.folder=target/" + quick.getFileName(), "package"));
    if (maven.runInto(log, arguments) != 0) {
      ProjectFolder.delete(quick);
      complaints(Files.readAllLines(log)).forEach(System.err::println);
      throw LaunchFailure.failed("the build failed (all of Maven's output: target/build.log)");
    }
    checkLibraries(quick);
    // What was saved meanwhile is newer.
    Files.setLastModifiedTime(quick.resolve(JAR), FileTime.from(begin));
    put(quick);
    long seconds = Duration.between(begin, Instant.now()).toSeconds();
    Launcher.say(String.format(Locale.ROOT, "built in %d s", seconds));
  }

  /** What measures is built with more than is known. */
  private void checkLibraries(Path quick) throws LaunchFailure, IOException {
    if (!profiles.equals(USUAL)) {
      return;
    }
    try {
      KnownLibraries.of(project.root()).check(quick.resolve(LIBRARIES));
    } catch (LaunchFailure unknown) {
      ProjectFolder.delete(quick);
      throw unknown;
    }
  }

  /** Builds that were killed leave their folders. */
  private void removeKilled() throws IOException {
    try (Stream<Path> all = Files.list(project.target())) {
      for (Path each : all.filter(ProjectBuild::isQuick).toList()) {
        ProjectFolder.delete(each);
      }
    }
  }

  private static boolean isQuick(Path path) {
    return path.getFileName().toString().startsWith(BEGINNING);
  }

  private void put(Path quick) throws LaunchFailure, IOException {
    try {
      Files.createDirectories(folder);
      try (Stream<Path> all = Files.list(folder)) {
        for (Path archive : all.filter(file -> file.toString().endsWith(".jsa")).toList()) {
          Files.delete(archive);
        }
      }
      // The jar is the last to be replaced: without it, there is something to build.
      Files.deleteIfExists(jar());
      ProjectFolder.delete(folder.resolve(LIBRARIES));
      Files.move(quick.resolve(LIBRARIES), folder.resolve(LIBRARIES));
      Files.move(quick.resolve(JAR), jar(), StandardCopyOption.REPLACE_EXISTING);
    } catch (FileSystemException inUse) {
      throw LaunchFailure.failed(
          "cannot replace %s; is another Ductus running? End it, then call this again"
              .formatted(inUse.getFile()));
    } finally {
      ProjectFolder.delete(quick);
    }
  }

  /**
   * The compiler's messages, once each and with paths from the project's folder; where there are
   * none, Maven's own.
   */
  private List<String> complaints(List<String> log) {
    String root = project.root() + File.separator;
    Set<String> errors = new LinkedHashSet<>();
    for (String line : log) {
      String plain = line.replaceAll("\u001b\\[[0-9;]*m", "").replace(root, "");
      if (plain.startsWith("[ERROR] To see the full")) {
        break;
      }
      if (plain.startsWith("[ERROR] ")) {
        errors.add(plain.substring("[ERROR] ".length()));
      }
    }
    List<String> compiler = errors.stream().filter(line -> line.contains(".java:[")).toList();
    return compiler.isEmpty() ? List.copyOf(errors) : compiler;
  }
}
