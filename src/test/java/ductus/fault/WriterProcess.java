package ductus.fault;

import ductus.cli.console.ErrorMessages;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process in which a writer does its work, and which may be killed. */
final class WriterProcess {
  private static final String BEGUN = "begun";
  private static final int PATIENCE_SECONDS = 120;

  private final CrashedWriter writer;
  private long begun;

  WriterProcess(CrashedWriter writer) {
    this.writer = writer;
  }

  /** Does one step of a writer: {@code WriterProcess writer write|go-on folder}. */
  public static void main(String[] arguments) throws Exception {
    CrashedWriter writer =
        CrashedWriter.all().stream()
            .filter(each -> each.name().equals(arguments[0]))
            .findFirst()
            .orElseThrow();
    System.out.println(BEGUN);
    CrashedWriter.Step step = arguments[1].equals("write") ? writer.write() : writer.goOn();
    String complaint;
    try {
      complaint = step.in(Path.of(arguments[2]));
    } catch (IOException failed) {
      complaint = ErrorMessages.words(failed);
    }
    System.out.println(complaint);
    System.exit(complaint.isEmpty() ? 0 : 1);
  }

  /** Milliseconds since the process that was run last had begun its work. */
  long millis() {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
  }

  /**
   * Has a step done.
   *
   * @param step {@code write} or {@code go-on}
   * @param millis of work after which the process is killed, as by {@code kill -9}
   * @return what it complained of
   */
  String run(String step, Path work, long millis) throws IOException, InterruptedException {
    File said = work.resolveSibling("said.txt").toFile();
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--add-modules",
                    "jdk.incubator.vector",
                    "-cp",
                    System.getProperty("java.class.path"),
                    WriterProcess.class.getName(),
                    writer.name(),
                    step,
                    work.toString()))
            .redirectErrorStream(true)
            .redirectOutput(said)
            .start();
    try {
      awaitBegin(process, said.toPath());
      boolean ended =
          process.waitFor(Math.min(millis, PATIENCE_SECONDS * 1000L), TimeUnit.MILLISECONDS);
      if (!ended) {
        return "";
      }
      String text = Files.readString(said.toPath(), StandardCharsets.UTF_8);
      return text.substring(text.indexOf(BEGUN) + BEGUN.length()).strip();
    } finally {
      process.destroyForcibly();
      process.waitFor();
    }
  }

  private void awaitBegin(Process process, Path said) throws IOException, InterruptedException {
    while (process.isAlive() && !Files.readString(said, StandardCharsets.UTF_8).contains(BEGUN)) {
      Thread.sleep(2);
    }
    begun = System.nanoTime();
  }
}
