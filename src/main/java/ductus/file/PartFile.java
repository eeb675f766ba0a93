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

  private PartFile() {}

  /** Where this process writes a file before it has its name. */
  public static Path of(Path file) {
    // Not Files.createTempFile: its files can be read by their owner only.
    return file.resolveSibling(
        "." + file.getFileName() + "." + ProcessHandle.current().pid() + ".part");
  }

  /** Deletes the parts of files that were left in a folder, the first time it is asked for. */
  static void clearOnce(Path folder) throws IOException {
    if (!CLEARED.contains(folder.toAbsolutePath().normalize())) {
      clear(folder, NOTHING);
    }
  }

  /**
   * Deletes what processes have left in a folder that were killed while they wrote: parts of files,
   * and empty files that only held a name.
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
    Instant before = Instant.now().minus(REST);
    for (Path file : files) {
      try {
        if (isLeft(file, holding, files)
            && Files.getLastModifiedTime(file).toInstant().isBefore(before)) {
          Files.deleteIfExists(file);
        }
      } catch (NoSuchFileException gone) {
        // Somebody else has moved or deleted it meanwhile.
        continue;
      }
    }
  }

  private static boolean isLeft(Path file, String holding, List<Path> files) throws IOException {
    Matcher part = NAME.matcher(String.valueOf(file.getFileName()));
    return part.matches()
        ? !isAlive(part.group(2))
        : file.toString().endsWith(holding)
            && Files.size(file) == 0
            && files.stream().noneMatch(each -> isHeld(file, each));
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
