package ductus.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files that are not whole yet: {@code .NAME.PID.part} beside {@code NAME}, where a process writes.
 */
public final class PartFile {
  /** So long nothing rests that somebody is still writing, be it on another machine. */
  private static final Duration REST = Duration.ofMinutes(10);

  /** No file ends in this. */
  private static final String NOTHING = "/";

  private static final Pattern NAME = Pattern.compile("\\.(.+)\\.(\\d{1,10})\\.part");

  private static final Set<Path> CLEARED = ConcurrentHashMap.newKeySet();

  private static final AtomicLong COUNT = new AtomicLong();

  private PartFile() {}

  /** Where this process writes a file before it has its name. */
  public static Path of(Path file) {
    // Not Files.createTempFile: its files can be read by their owner only.
    return file.resolveSibling(
        "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
  }

  /** As {@link #of}, but no two threads get the same. */
  public static Path ofItsOwn(Path file) {
    return of(file.resolveSibling(file.getFileName() + "." + COUNT.incrementAndGet()));
  }

  /** Deletes files that came to nothing; one that cannot be deleted now is cleared away later. */
  public static void discard(Path... parts) {
    for (Path part : parts) {
      try {
        Files.deleteIfExists(part);
      } catch (IOException later) {
        // What kept it from being written is what is told.
      }
    }
  }

  /** Deletes the parts of files that were left in a folder, the first time it is asked for. */
  public static void clearOnce(Path folder) throws IOException {
    if (!CLEARED.contains(folder.toAbsolutePath().normalize())) {
      clear(folder, NOTHING);
    }
  }

  /**
   * Deletes what processes have left in a folder that were killed while they wrote: parts of files,
   * and empty files that only held a name, with what was written of that name.
   *
   * @param holding ending of files that hold a name while they are empty
   */
  public static void clear(Path folder, String holding) throws IOException {
    CLEARED.add(folder.toAbsolutePath().normalize());
    if (!Files.isDirectory(folder)) {
      return;
    }
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.toList();
    }
    for (Path file : files) {
      try {
        clear(file, holding, files);
      } catch (NoSuchFileException gone) {
        // Somebody else has moved or deleted it meanwhile.
      }
    }
  }

  private static void clear(Path file, String holding, List<Path> files) throws IOException {
    Matcher part = NAME.matcher(String.valueOf(file.getFileName()));
    if (part.matches()) {
      if (!isAlive(part.group(2)) && isAtRest(file)) {
        Files.deleteIfExists(file);
      }
    } else if (file.toString().endsWith(holding)
        && Files.size(file) == 0
        && files.stream().noneMatch(each -> isHeld(file, each))
        && isAtRest(file)) {
      clearUnfinished(file, holding, files);
    }
  }

  /** Deletes an empty file that held a name, last, and before it what was written of the name. */
  private static void clearUnfinished(Path held, String holding, List<Path> files)
      throws IOException {
    String name = String.valueOf(held.getFileName());
    String stem = Pattern.quote(name.substring(0, name.length() - holding.length()));
    Pattern own = Pattern.compile("(" + stem + "(-\\d+)?)(\\.[a-z]+){1,2}");
    for (Path file : files) {
      Matcher match = own.matcher(String.valueOf(file.getFileName()));
      // A numbered one may be another's whose name ends in a number.
      if (match.matches()
          && !file.equals(held)
          && (match.group(2) == null
              || !Files.exists(file.resolveSibling(match.group(1) + holding)))
          && isOfTheTime(held, file)) {
        Files.deleteIfExists(file);
      }
    }
    Files.deleteIfExists(held);
  }

  /** Whether a file was written when, and soon after, another was: what is older is another's. */
  private static boolean isOfTheTime(Path held, Path file) throws IOException {
    if (!Files.isRegularFile(file)) {
      return false;
    }
    Duration later =
        Duration.between(
            Files.getLastModifiedTime(held).toInstant(),
            Files.getLastModifiedTime(file).toInstant());
    return !later.isNegative() && later.compareTo(REST) < 0;
  }

  /**
   * Whether nobody writes a file, or into a folder, any more; its time may lie ahead where the
   * clock was set back.
   */
  public static boolean isAtRest(Path file) throws IOException {
    return Duration.between(Files.getLastModifiedTime(file).toInstant(), Instant.now())
            .abs()
            .compareTo(REST)
        > 0;
  }

  private static boolean isHeld(Path file, Path part) {
    Matcher matcher = NAME.matcher(String.valueOf(part.getFileName()));
    return matcher.matches()
        && matcher.group(1).equals(String.valueOf(file.getFileName()))
        && isAlive(matcher.group(2));
  }

  private static boolean isAlive(String pid) {
    return ProcessHandle.of(Long.parseLong(pid)).isPresent();
  }
}
