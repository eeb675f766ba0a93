package ductus.same;

import ductus.cli.Ductus;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs commands of the table in the folder of this process: {@code SameRun THREADS NAME...}. What
 * each says goes into files beside what it makes.
 */
final class SameRun {
  private static final Path OUT = Path.of("out");

  private SameRun() {}

  /** Runs them; ends with status 1 if one fails. */
  public static void main(String[] arguments) throws Exception {
    List<String> names = List.of(arguments).subList(1, arguments.length);
    List<String> failed = new ArrayList<>();
    for (SameCommand command : SameCommand.all()) {
      if (names.contains(command.name())) {
        String complaint = run(command, arguments[0]);
        if (!complaint.isEmpty()) {
          failed.add(command.name() + ": " + complaint);
        }
      }
    }
    failed.forEach(System.out::println);
    System.exit(failed.isEmpty() ? 0 : 1);
  }

  private static String run(SameCommand command, String threads) throws Exception {
    Files.createDirectories(OUT.resolve(command.name()));
    List<String> words = new ArrayList<>(command.words());
    words.addAll(List.of("--threads", threads));
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    long begin = System.nanoTime();
    int status = Ductus.run(words, new PrintWriter(out), new PrintWriter(err));
    long milliseconds = (System.nanoTime() - begin) / 1_000_000;
    Files.writeString(
        OUT.resolve(command.name() + FileDigests.SAID), out.toString(), StandardCharsets.UTF_8);
    Files.writeString(
        OUT.resolve(command.name() + FileDigests.COMPLAINED),
        "status " + status + ", " + milliseconds + " ms\n" + err,
        StandardCharsets.UTF_8);
    return status == 0 ? "" : "status " + status + ": " + err.toString().strip();
  }
}
