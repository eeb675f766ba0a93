package ductus.studio.collection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Files of a folder, those first that were written last. */
public final class NewestFiles {
  private NewestFiles() {}

  private record Dated(Path file, long written) {}

  /** Those that are wanted; none where there is no such folder. */
  public static List<Path> of(Path folder, Predicate<Path> wanted) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(wanted)
          .map(file -> new Dated(file, file.toFile().lastModified()))
          .sorted(Comparator.comparingLong(Dated::written).thenComparing(Dated::file).reversed())
          .map(Dated::file)
          .toList();
    }
  }
}
