package ductus.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Ductus itself, started as a child with the launcher's streams. */
final class ProgramCall {
  /** Commands that are over in a second need less to be set up. */
  private static final Set<String> LONG = Set.of("demo", "evaluate", "hand", "studio", "train");

  /** What music needs of the classes. */
  private static final Set<String> OF_MUSIC = Set.of("demo", "generate", "play", "train");

  private static final List<String> BRIEF =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:CompileCommand=quiet",
          "-XX:CompileCommand=inline,ductus.math.vector.Lanes::*",
          "-XX:CompileCommand=CompileThresholdScaling,ductus.math.vector.*::*,0.1");

  private static final String STUDIO_OPTIONS = "src/package/bin/studio.options";

  private static final List<String> QUIET =
      List.of("-Xlog:disable", "-Xlog:all=warning:stderr", "-Xlog:cds*=off:stderr");

  /** From this Java on archives of classes are called otherwise in its warnings. */
  private static final int AOT_JAVA = 24;

  private final ProjectFolder project;
  private final Path jar;
  private final String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

  ProgramCall(ProjectFolder project, Path jar) {
    this.project = project;
    this.jar = jar;
  }

  /** Runs a command of the program; returns its status. */
  int run(List<String> arguments) throws IOException, InterruptedException {
    String name = arguments.isEmpty() ? "" : arguments.get(0);
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(QUIET);
    if (Runtime.version().feature() >= AOT_JAVA) {
      command.add("-Xlog:aot*=off:stderr");
    }
    classArchive(name).ifPresent(archive -> command.add("-XX:SharedArchiveFile=" + archive));
    if (!LONG.contains(name)) {
      command.addAll(BRIEF);
    }
    if (name.equals("studio")) {
      command.add("@" + project.root().resolve(STUDIO_OPTIONS));
    }
    command.addAll(start(arguments));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  /** Runs what measures, which wants the usual settings of Java. */
  int runBench(List<String> arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java));
    command.addAll(QUIET);
    command.addAll(start(arguments));
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private List<String> start(List<String> arguments) {
    List<String> start =
        new ArrayList<>(
            List.of(
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                "-Dductus.home=" + project.root(),
                "-jar",
                jar.toString()));
    start.addAll(arguments);
    return start;
  }

  /**
   * The parsed and checked classes that a command needs, for exactly this Java and this jar; made
   * where there are none. They are those of one run of "generate", or else of "write".
   */
  private Optional<Path> classArchive(String name) throws IOException, InterruptedException {
    boolean ofMusic = OF_MUSIC.contains(name);
    String run = ofMusic ? "generate" : "write";
    Path archive =
        jar.resolveSibling(String.format(Locale.ROOT, "ductus-%s-%s.jsa", run, Runtime.version()));
    if (!Files.exists(archive) && Files.isWritable(jar)) {
      Path aside = jar.resolveSibling(archive.getFileName() + "." + ProcessHandle.current().pid());
      Path out = jar.resolveSibling(aside.getFileName() + ".out");
      List<String> command =
          new ArrayList<>(List.of(java, "-XX:ArchiveClassesAtExit=" + aside, "-Xlog:disable"));
      command.addAll(start(List.of(run, ofMusic ? "folk" : "Dear Anna", "--out", out.toString())));
      ProcessBuilder process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD);
      // It is the same for all users, whatever they have set.
      process.environment().put("DUCTUS_CONFIG", "");
      process.environment().remove("DUCTUS_OPTIONS");
      process.start().waitFor();
      ProjectFolder.delete(out);
      if (!Files.exists(aside)) {
        // Where this Java makes none, an empty file says so until the next build.
        Files.createFile(aside);
      }
      Files.move(aside, archive, StandardCopyOption.REPLACE_EXISTING);
    }
    return Files.exists(archive) && Files.size(archive) > 0
        ? Optional.of(archive)
        : Optional.empty();
  }
}
