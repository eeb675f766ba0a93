package ductus.studio.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Files that can be made again at any time: so many at most, those used last. */
final class RenderedFiles {
  private static final int MOST = 400;
  private static final long MOST_BYTES = 256L << 20;

  private final Path folder;
  private final int most;
  private final long mostBytes;

  /** Those in a folder, which may be missing yet. */
  RenderedFiles(Path folder) {
    this(folder, MOST, MOST_BYTES);
  }

  RenderedFiles(Path folder, int most, long mostBytes) {
    this.folder = folder;
    this.most = most;
    this.mostBytes = mostBytes;
  }

  /** A file in a folder of the time at which it was used last. */
  private record UsedFile(Path path, FileTime used, long size) {}

  /** Takes note that a file is used, and takes those away that were used longest ago. */
  void use(Path file) throws IOException {
    Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    List<UsedFile> all;
    try (Stream<Path> files = Files.list(folder)) {
      all =
          files
              .filter(each -> Files.isRegularFile(each) && !each.equals(file))
              .map(RenderedFiles::used)
              .sorted(Comparator.comparing(UsedFile::used).reversed())
              .toList();
    }
    int kept = 1;
    long bytes = Files.size(file);
    for (UsedFile each : all) {
      kept++;
      bytes += each.size();
      if (kept > most || bytes > mostBytes) {
        remove(each.path());
      }
    }
  }

  /** One that was taken away meanwhile counts as old and empty. */
  private static UsedFile used(Path file) {
    try {
      return new UsedFile(file, Files.getLastModifiedTime(file), Files.size(file));
    } catch (IOException gone) {
      return new UsedFile(file, FileTime.fromMillis(0), 0);
    }
  }

  private static void remove(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException busy) {
      // It is being read, on a system where that keeps it; the next time will do.
      return;
    }
  }
}
