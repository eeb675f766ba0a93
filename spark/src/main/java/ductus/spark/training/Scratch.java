package ductus.spark.training;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where a rank other than the first writes what the first writes into the run's folder.
 *
 * @param folder temporary
 */
record Scratch(Path folder) implements AutoCloseable {
  private static final String CHECKPOINTS = "checkpoint";

  /** With the checkpoint of a run, if there is one. */
  static Scratch copyOf(Path run) throws IOException {
    Path folder = Files.createTempDirectory("ductus-rank-");
    Path checkpoints = run.resolve(CHECKPOINTS);
    if (Files.isDirectory(checkpoints)) {
      Files.createDirectory(folder.resolve(CHECKPOINTS));
      try (Stream<Path> files = Files.list(checkpoints)) {
        for (Path file :
            files.filter(each -> !each.getFileName().toString().startsWith(".")).toList()) {
          Files.copy(file, folder.resolve(CHECKPOINTS).resolve(file.getFileName()));
        }
      }
    }
    return new Scratch(folder);
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
