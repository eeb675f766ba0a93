package ductus.launch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What {@code ductus.cmd} calls: {@code test} runs all tests, {@code bench} measures, and anything
 * else is a command of the program.
 */
public final class Launcher {
  /** The folder of the clone. */
  private static final String PROJECT = "ductus.project";

  /** Tells {@code ductus.cmd} to compile the launcher anew, and to call it again. */
  private static final int NEWER = 75;

  private static final int FAILED = 1;

  private final ProjectFolder project;

  private Launcher(ProjectFolder project) {
    this.project = project;
  }

  /** Builds and starts what is asked for, and ends with its status. */
  public static void main(String[] arguments) throws InterruptedException {
    System.exit(status(List.of(arguments)));
  }

  private static int status(List<String> arguments) throws InterruptedException {
    try {
      Path root = Path.of(System.getProperty(PROJECT, "")).toAbsolutePath().normalize();
      return new Launcher(new ProjectFolder(root)).launch(arguments);
    } catch (LaunchFailure e) {
      say(e.line());
      return e.status();
    } catch (IOException e) {
      say("cannot build or start Ductus: " + e);
      return FAILED;
    }
  }

  private int launch(List<String> arguments)
      throws LaunchFailure, IOException, InterruptedException {
    if (project.hasNewerLauncher()) {
      return NEWER;
    }
    String name = arguments.isEmpty() ? "" : arguments.get(0);
    List<String> others = arguments.subList(Math.min(1, arguments.size()), arguments.size());
    if (name.equals("package") || name.equals("spark")) {
      throw LaunchFailure.wrongUsage(
          "'%s' needs a POSIX shell; in Git Bash or WSL call 'sh ductus %s'"
              .formatted(name, String.join(" ", arguments)));
    }
    if (name.equals("test")) {
      boolean longToo = others.equals(List.of("--long"));
      boolean documents = others.equals(List.of("--docs"));
      if (!others.isEmpty() && !longToo && !documents) {
        throw LaunchFailure.wrongUsage(
            "test must stand alone or be followed by --long or --docs, but was followed by "
                + String.join(" ", others));
      }
      if (documents) {
        ProjectLock.hold(project.target(), "test.lock", this::testDocuments);
      } else {
        ProjectLock.hold(project.target(), "test.lock", () -> test(longToo));
      }
      return 0;
    }
    if (name.equals("bench")) {
      ProjectBuild build = ProjectBuild.measuring(project);
      build.refresh();
      return new ProgramCall(project, build.jar()).runBench(others);
    }
    ProjectBuild build = ProjectBuild.usual(project);
    build.refresh();
    return new ProgramCall(project, build.jar()).run(arguments);
  }

  /** Everything that "mvn verify" checks, from clean classes. */
  private void test(boolean longToo) throws LaunchFailure, IOException, InterruptedException {
    Path target = project.target();
    Path reports = target.resolve("surefire-reports");
    Maven maven = Maven.find(project.root());
    List<String> options = new ArrayList<>(new JFugueJar(maven).install());
    for (String old : List.of("classes", "test-classes", "maven-status", "jacoco.exec")) {
      ProjectFolder.delete(target.resolve(old));
    }
    ProjectFolder.delete(reports);
    // Beside the jar that others may be running.
    options.addAll(
        List.of(
            "-Djar.folder=" + target.resolve("test"),
            "-Dapplication.classifier=",
            "-Dlibrary.phase=none",
            "verify"));
    if (longToo) {
      options.add("-Dtests.excluded=docs");
    }
    judge(maven.run(options), TestCount.of(reports));
    if (!longToo) {
      say("long tests were left out: 'ductus test --long' runs them, too");
    }
  }

  /** The figures and pictures of the documents, made again and compared; nothing else. */
  private void testDocuments() throws LaunchFailure, IOException, InterruptedException {
    String folder = "target/documents";
    Path reports = project.root().resolve(folder).resolve("surefire-reports");
    Maven maven = Maven.find(project.root());
    List<String> options = new ArrayList<>(new JFugueJar(maven).install());
    ProjectFolder.delete(reports);
    options.addAll(
        List.of(
            "-Pquick",
            "-Dbuild.folder=" + folder,
            "-Dmaven.test.skip=false",
            "-Dtest.groups=docs",
            "-Dtests.excluded=",
            "test"));
    judge(maven.run(options), TestCount.of(reports));
  }

  /** Says what was run; fails where not all is well. */
  private static void judge(int status, TestCount count) throws LaunchFailure {
    say(
        String.format(
            Locale.ROOT,
            "%d tests run, %d failed, %d skipped",
            count.run(),
            count.failed(),
            count.skipped()));
    if (status != 0) {
      throw LaunchFailure.failed("the tests or the checks beside them did not pass");
    }
    if (count.run() == 0) {
      throw LaunchFailure.failed("no test was run");
    }
  }

  /** A line for the user. */
  static void say(String line) {
    System.err.println("ductus: " + line);
  }
}
