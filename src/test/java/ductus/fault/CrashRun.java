package ductus.fault;

import ductus.file.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Cuts the power at operations of commands, and has them go on: {@code CrashRun step [writer ...]},
 * where each {@code step}-th operation is one. The process must have {@link CountingProvider}.
 */
final class CrashRun {
  /** A process that there cannot be. */
  private static final long NOBODY = 999_999_999;

  private final Path folder;
  private final CrashedWriter writer;
  private final List<String> failures = new ArrayList<>();

  /** Of the try at hand: a process clears away what others left in a folder once. */
  private Path work;

  private CrashRun(Path folder, CrashedWriter writer) {
    this.folder = folder;
    this.writer = writer;
    work = folder;
  }

  /** Tries writers, and ends with status 1 if something was lost. */
  public static void main(String[] arguments) throws Exception {
    int step = Integer.parseInt(arguments[0]);
    List<String> names = Arrays.asList(arguments).subList(1, arguments.length);
    Path folder = Files.createTempDirectory("ductus-crash");
    boolean lost = false;
    for (CrashedWriter writer : CrashedWriter.all()) {
      if (names.isEmpty() || names.contains(writer.name())) {
        CrashRun run = new CrashRun(folder.resolve(writer.name()), writer);
        run.cutAtEach(step);
        run.failures.forEach(System.out::println);
        lost |= !run.failures.isEmpty();
      }
    }
    empty(folder);
    System.exit(lost ? 1 : 0);
  }

  private void cutAtEach(int step) throws Exception {
    long operations = written(Long.MAX_VALUE);
    SortedMap<String, String> whole = files();
    int points = 0;
    for (long n = 0; n < operations; n += step) {
      written(n);
      Disk.only().powerOn(work, Long.MAX_VALUE);
      work = Files.move(work, folder.resolve(n + "-later"));
      letAnHourPass();
      String complaint = writer.goOn().in(work);
      compare(n, complaint, whole);
      points++;
    }
    System.out.printf(
        Locale.ROOT,
        "%-10s %4d operations, %4d of them without power, %d lost something%n",
        writer.name(),
        operations,
        points,
        failures.size());
  }

  /** Has everything written anew, with power for some operations; how many there were. */
  private long written(long operations) throws Exception {
    work = folder.resolve(String.valueOf(operations));
    Disk.only().powerOn(work, Long.MAX_VALUE);
    Files.createDirectories(work);
    writer.before().in(work);
    Disk.only().powerOn(work, operations);
    try {
      String complaint = writer.write().in(work);
      if (!complaint.isEmpty() && !Disk.only().isOff()) {
        failures.add(writer.name() + ": " + complaint);
      }
    } catch (PowerLoss off) {
      // As it was meant.
    }
    return Disk.only().operations();
  }

  private void compare(long n, String complaint, SortedMap<String, String> whole)
      throws IOException {
    SortedMap<String, String> now = files();
    if (!complaint.isEmpty() && !now.equals(whole)) {
      failures.add("%s, %d: %s".formatted(writer.name(), n, complaint));
      return;
    }
    // A second try may give other names to the same.
    SortedMap<String, String> other = new TreeMap<>(now);
    other.values().removeAll(whole.values());
    SortedMap<String, String> missing = new TreeMap<>(whole);
    missing.values().removeAll(now.values());
    if (!other.isEmpty() || !missing.isEmpty()) {
      failures.add(
          "%s, %d: broken or too many: %s; missing: %s"
              .formatted(writer.name(), n, other.keySet(), missing.keySet()));
    }
  }

  /** What rested for a while is nobody's any more; this process is, so to speak, another. */
  private void letAnHourPass() throws IOException {
    String pid = "." + ProcessHandle.current().pid() + ".part";
    try (Stream<Path> all = Files.walk(work)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        Files.setLastModifiedTime(
            file, FileTime.fromMillis(System.currentTimeMillis() - 3_600_000));
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(pid)) {
          Files.move(file, file.resolveSibling(name.replace(pid, "." + NOBODY + ".part")));
        }
      }
    }
  }

  /** The files that count, by their paths, with what they hold. */
  private SortedMap<String, String> files() throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(work)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        String name = work.relativize(file).toString();
        if (!writer.differs(name)) {
          files.put(name, Sha256.hex(Files.readAllBytes(file)));
        }
      }
    }
    return files;
  }

  private static void empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(path);
        }
      }
    }
  }
}
