package ductus.fault;

import ductus.cli.console.ErrorMessages;
import ductus.file.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a writer comes to whose disk fails, beside what it comes to on a sound one. */
final class CrashTrial {
  private static final long HOUR = 3_600_000;

  /** A process that there cannot be. */
  private static final long NOBODY = 999_999_999;

  private final Path folder;
  private final CrashedWriter writer;
  private final List<String> failures = new ArrayList<>();

  /** Of the try at hand: a process clears away what others left in a folder once. */
  private Path work;

  private SortedMap<String, String> whole = new TreeMap<>();

  /** SHA-256 of all that files held when they were whole, now or before. */
  private final Set<String> versions = new HashSet<>();

  /** What outages would have left. */
  private final DiskStates states;

  /** What was gone on with: the same again comes to the same. */
  private final Set<Left> left = new HashSet<>();

  /** What an outage left. */
  private record Left(DiskFault fault, SortedMap<String, String> state) {}

  private long changes;
  private long openings;
  private int tries;

  CrashTrial(Path folder, CrashedWriter writer) {
    this.folder = folder;
    this.writer = writer;
    states = new DiskStates(folder.resolve("states"));
    work = folder;
  }

  /** Different states in which outages left the disk. */
  int states() {
    return left.size();
  }

  /** What was not stood, each with its place. */
  List<String> failures() {
    return List.copyOf(failures);
  }

  /** Operations of the writer that a fault can strike. */
  long operations(DiskFault fault) {
    return fault == DiskFault.HANDLES ? openings : changes;
  }

  /** Writes everything on a sound disk. */
  void writeAll() throws Exception {
    begin("whole");
    files(true).values().forEach(versions::add);
    Disk.only().record(work, states);
    String complaint = said(writer.write());
    if (!complaint.isEmpty()) {
      failures.add(writer.name() + ": " + complaint);
    }
    changes = Disk.only().operations(DiskFault.POWER);
    openings = Disk.only().operations(DiskFault.HANDLES);
    versions.addAll(Disk.only().versions());
    files(true).values().forEach(versions::add);
    whole = files(false);
  }

  /** Has an operation fail, and what was begun gone on with. */
  void tryAt(DiskFault fault, long operation) throws Exception {
    String place = "%s, %s at %d".formatted(writer.name(), fault.label(), operation);
    tries++;
    if (!fault.isOutage()) {
      fail(place, fault, operation);
    } else if (left.add(new Left(fault, states.before(operation)))) {
      endAt(fault, operation);
    } else {
      return;
    }
    goOn(place);
  }

  /** Has the writer write until something else ends it, and what was begun gone on with. */
  void tryKilled() throws Exception {
    tries++;
    begin(String.valueOf(tries));
    said(writer.write());
    rest();
    goOn("%s, kill %d".formatted(writer.name(), tries));
  }

  private void goOn(String place) throws Exception {
    compare(place, said(writer.goOn()));
    empty(work);
  }

  private void fail(String place, DiskFault fault, long operation) throws Exception {
    begin(String.valueOf(tries));
    Disk.only().fail(work, fault, operation);
    String complaint = said(writer.write());
    boolean struck = Disk.only().isStruck();
    Disk.only().mend(work);
    if (struck) {
      judge(place, fault, complaint);
    }
    if (fault.letsDelete()) {
      work = Files.move(work, later());
    } else {
      rest();
    }
  }

  private Path later() {
    return folder.resolve(tries + "-later");
  }

  private void rest() throws IOException {
    work = Files.move(work, later());
    becomeAnother(-HOUR);
  }

  /** Leaves what there is behind an outage. */
  private void endAt(DiskFault fault, long operation) throws IOException {
    work = Files.createDirectories(later());
    Disk.only().mend(work);
    states.restore(operation, work);
    becomeAnother(fault == DiskFault.CLOCK ? 24 * HOUR : -HOUR);
  }

  /** Deletes a folder with all that is in it. */
  static void empty(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : (Iterable<Path>) all.sorted(Comparator.reverseOrder())::iterator) {
          Files.delete(path);
        }
      }
    }
  }

  private void begin(String name) throws Exception {
    work = folder.resolve(name);
    Disk.only().mend(work);
    Files.createDirectories(work);
    String complaint = said(writer.before());
    if (!complaint.isEmpty()) {
      throw new IllegalStateException(writer.name() + ", before: " + complaint);
    }
  }

  /** What is said to the user: also of what is no command, and so throws. */
  private String said(CrashedWriter.Step step) throws Exception {
    try {
      return step.in(work);
    } catch (IOException failed) {
      return ErrorMessages.words(failed);
    }
  }

  /** Looks at what was said of a fault, and at what was left of what was begun. */
  private void judge(String place, DiskFault fault, String complaint) throws IOException {
    SortedMap<String, String> now = files(false);
    if (complaint.isEmpty()) {
      if (!writer.optional() && !now.values().containsAll(whole.values())) {
        failures.add(place + ": nothing was said, and something is missing");
      }
    } else {
      boolean isNamed =
          complaint.contains(work.toString())
              || (complaint.matches("([^ ]+|\\.studio/[^:]+)(:| could not be kept,) .*")
                  && !complaint.startsWith("ductus:"));
      if (complaint.lines().count() != 1
          || !isNamed
          || !fault.isAdvised(complaint)
          || complaint.contains("Ductus itself")) {
        failures.add(place + ": said: " + complaint);
      }
    }
    for (var file : files(true).entrySet()) {
      boolean held = !fault.letsDelete() && isLeftover(work.resolve(file.getKey()));
      if (!versions.contains(file.getValue()) && !writer.differs(file.getKey()) && !held) {
        failures.add(place + ": left in part: " + file.getKey());
      }
    }
  }

  /** Whether a file is none yet by its name, or only holds one. */
  private static boolean isLeftover(Path file) throws IOException {
    return String.valueOf(file.getFileName()).startsWith(".") || Files.size(file) == 0;
  }

  private void compare(String place, String complaint) throws IOException {
    SortedMap<String, String> now = files(false);
    if (!complaint.isEmpty() && !now.values().containsAll(whole.values())) {
      failures.add(place + ", then: " + complaint);
      return;
    }
    // A second try may give other names to the same.
    SortedMap<String, String> other = new TreeMap<>(now);
    other.values().removeAll(whole.values());
    SortedMap<String, String> missing = new TreeMap<>(whole);
    missing.values().removeAll(now.values());
    List<String> alone = alone(now);
    if (!other.isEmpty() || !missing.isEmpty() || !alone.isEmpty()) {
      failures.add(
          "%s: broken or too many: %s; missing: %s; without what it was made with: %s"
              .formatted(place, other.keySet(), missing.keySet(), alone));
    }
  }

  /** Files of something that was never finished: the same was made with a sidecar. */
  private List<String> alone(SortedMap<String, String> now) {
    Set<String> withSidecar = new HashSet<>();
    whole.forEach(
        (file, content) -> {
          if (whole.containsKey(sidecar(file))) {
            withSidecar.add(content);
          }
        });
    return now.keySet().stream()
        .filter(file -> !whole.containsKey(file))
        .filter(file -> withSidecar.contains(now.get(file)))
        .filter(file -> !now.containsKey(sidecar(file)))
        .toList();
  }

  private static String sidecar(String file) {
    return file.replaceFirst("(\\.[a-z]+)?\\.[a-z]+$", ".json");
  }

  /**
   * What rested for a while is nobody's any more; this process is, so to speak, another.
   *
   * @param hours by which files are of another time than now, in milliseconds
   */
  private void becomeAnother(long hours) throws IOException {
    String pid = "." + ProcessHandle.current().pid() + ".part";
    try (Stream<Path> all = Files.walk(work)) {
      for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile)::iterator) {
        String name = String.valueOf(file.getFileName());
        if (name.endsWith(pid)) {
          Files.move(file, file.resolveSibling(name.replace(pid, "." + NOBODY + ".part")));
        }
      }
    }
    FileTime then = FileTime.fromMillis(System.currentTimeMillis() + hours);
    try (Stream<Path> all = Files.walk(work)) {
      for (Path path : (Iterable<Path>) all::iterator) {
        Files.setLastModifiedTime(path, then);
      }
    }
  }

  /**
   * Files by their paths, with the SHA-256 of what they hold.
   *
   * @param all also those that differ each time
   */
  private SortedMap<String, String> files(boolean all) throws IOException {
    SortedMap<String, String> files = new TreeMap<>();
    try (Stream<Path> walk = Files.walk(work)) {
      for (Path file : (Iterable<Path>) walk.filter(Files::isRegularFile)::iterator) {
        String name = work.relativize(file).toString();
        if (all || !writer.differs(name)) {
          files.put(name, Sha256.hex(Files.readAllBytes(file)));
        }
      }
    }
    return files;
  }
}
