package ductus.task.music.piece;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps the files of a folder below a size: when they outgrow it, those go that were not used for
 * longest. The time of last use is the time of last change, as many systems keep no other. Several
 * programs may share the folder; a file that is gone is as good as deleted.
 */
final class SizeLimitedFolder {
  /** Share of the size that is left when files went, so that they do not go one by one. */
  private static final double LEFT = 0.9;

  /** The time of use is not written more often. */
  private static final Duration FINE_ENOUGH = Duration.ofHours(1);

  private static final long UNKNOWN = -1;

  private final Path folder;
  private final long most;
  private long size = UNKNOWN;

  /**
   * A folder, which may be missing yet.
   *
   * @param most bytes of its files
   */
  SizeLimitedFolder(Path folder, long most) {
    this.folder = folder;
    this.most = most;
  }

  /** Notes that a file was used. */
  void used(Path file) throws IOException {
    Instant now = Instant.now();
    if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(FINE_ENOUGH))) {
      Files.setLastModifiedTime(file, FileTime.from(now));
    }
  }

  /** Notes that a file was added, and makes room if that is needed. */
  synchronized void added(long bytes) throws IOException {
    size = size == UNKNOWN ? size(files()) : size + bytes;
    if (size > most) {
      makeRoom();
    }
  }

  private record Entry(Path path, long bytes, FileTime used) {}

  private void makeRoom() throws IOException {
    List<Entry> files = files();
    files.sort(Comparator.comparing(Entry::used).thenComparing(Entry::path));
    size = size(files);
    for (Entry file : files) {
      if (size <= LEFT * most) {
        break;
      }
      Files.deleteIfExists(file.path());
      size -= file.bytes();
    }
  }

  private static long size(List<Entry> files) {
    return files.stream().mapToLong(Entry::bytes).sum();
  }

  private List<Entry> files() throws IOException {
    List<Entry> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(new Entry(file, attributes.size(), attributes.lastModifiedTime()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failure)
              throws IOException {
            if (failure instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failure;
          }
        });
    return files;
  }
}
