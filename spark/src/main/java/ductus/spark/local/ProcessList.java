package ductus.spark.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The processes that were started, one a line with its number and the time it began, since numbers
 * are used again.
 *
 * @param file that list
 */
record ProcessList(Path file) {
  private static final long MOST_SECONDS = 15;

  /** Place in {@code /proc/PID/stat}, counted from 1; in ticks since the machine began. */
  private static final int START_TIME = 22;

  static ProcessList in(Path folder) {
    return new ProcessList(folder.resolve("processes"));
  }

  /** Writes one more down. */
  void add(ProcessHandle process) throws IOException {
    Files.writeString(
        file, line(process) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }

  /** Whether one of them is still there. */
  boolean isAnyAlive() throws IOException {
    return !alive().isEmpty();
  }

  /**
   * Ends those that are still there, and what they started; gently first.
   *
   * @return whether there were any
   */
  boolean end() throws IOException {
    List<ProcessHandle> all = new ArrayList<>();
    for (ProcessHandle process : alive()) {
      all.add(process);
      process.descendants().forEach(all::add);
    }
    // Executors end with their workers, the last of the list.
    for (int i = all.size() - 1; i >= 0; i--) {
      all.get(i).destroy();
    }
    try {
      CompletableFuture.allOf(
              all.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
          .get(MOST_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException stubborn) {
      all.forEach(ProcessHandle::destroyForcibly);
    } catch (InterruptedException e) {
      all.forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    }
    Files.deleteIfExists(file);
    return !all.isEmpty();
  }

  private List<ProcessHandle> alive() throws IOException {
    if (!Files.isRegularFile(file)) {
      return List.of();
    }
    try (Stream<String> lines = Files.lines(file)) {
      return lines.map(ProcessList::find).flatMap(Optional::stream).toList();
    }
  }

  private static Optional<ProcessHandle> find(String line) {
    try {
      return ProcessHandle.of(Long.parseLong(line.substring(0, line.indexOf(' '))))
          .filter(process -> process.isAlive() && line(process).equals(line));
    } catch (NumberFormatException | StringIndexOutOfBoundsException torn) {
      return Optional.empty();
    }
  }

  private static String line(ProcessHandle process) {
    return process.pid() + " " + begin(process);
  }

  /**
   * What tells it from others that had its number or will have it. Java reckons the time from the
   * clock of now and the time since the machine began; where the clock was set, it would be another
   * than was written down. Linux tells the latter itself.
   */
  private static String begin(ProcessHandle process) {
    try {
      String known = Files.readString(Path.of("/proc", String.valueOf(process.pid()), "stat"));
      // The name, in brackets, may have spaces; behind it is what is third in proc(5).
      return known.substring(known.lastIndexOf(')') + 2).split(" ", -1)[START_TIME - 3];
    } catch (IOException otherSystem) {
      return process.info().startInstant().map(Object::toString).orElse("?");
    }
  }
}
