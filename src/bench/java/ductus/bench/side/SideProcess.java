package ductus.bench.side;

import ductus.bench.contender.Turn;
import ductus.bench.contender.Turns;
import ductus.bench.contender.Workload;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A side's program while it runs: warm, and waiting for its next turn. */
public final class SideProcess implements AutoCloseable {
  /** A side that hangs must not hold up the others for ever. */
  private static final Executor AFTER_THE_LONGEST_TURN =
      CompletableFuture.delayedExecutor(3, TimeUnit.MINUTES);

  private final String name;
  private final Process process;
  private final Path errors;
  private final BufferedReader answers;
  private final BufferedWriter requests;

  /**
   * Starts the program.
   *
   * @param logs folder for what it says on standard error
   */
  public SideProcess(Side side, Workload workload, Path logs) throws IOException {
    name = side.name();
    errors = Files.createDirectories(logs).resolve(name + "-" + workload.threads() + ".log");
    process = side.program().apply(workload).redirectError(errors.toFile()).start();
    answers = process.inputReader(StandardCharsets.UTF_8);
    requests = process.outputWriter(StandardCharsets.UTF_8);
  }

  /** Trains for so many seconds, one update at least. */
  public Turn train(double seconds) throws IOException {
    return ask(Turns.TRAIN, seconds);
  }

  /** Generates for so many seconds. */
  public Turn generate(double seconds) throws IOException {
    return ask(Turns.GENERATE, seconds);
  }

  private Turn ask(String what, double seconds) throws IOException {
    CompletableFuture<Void> limit =
        CompletableFuture.runAsync(process::destroyForcibly, AFTER_THE_LONGEST_TURN);
    try {
      requests.write(String.format(Locale.ROOT, "%s %f%n", what, seconds));
      requests.flush();
      for (String line = answers.readLine(); line != null; line = answers.readLine()) {
        Optional<Turn> turn = Turn.parse(line);
        if (turn.isPresent()) {
          return turn.get();
        }
      }
    } catch (IOException gone) {
      throw new IOException(name + " ended in its turn: " + lastWords(), gone);
    } finally {
      limit.cancel(false);
    }
    throw new IOException(name + " ended in its turn: " + lastWords());
  }

  /** The line that says most of why a program ended. */
  private String lastWords() throws IOException {
    List<String> lines = Files.readAllLines(errors, StandardCharsets.ISO_8859_1);
    return lines.stream()
        .filter(line -> line.matches(".*(Exception|Error)\\b.*"))
        .findFirst()
        .or(() -> lines.stream().reduce((first, second) -> second))
        .orElse("it said nothing");
  }

  @Override
  public void close() {
    try {
      requests.close();
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (IOException alreadyGone) {
      process.destroyForcibly();
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
