package ductus.spark.training;

import ductus.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.commons.io.file.PathUtils;

/**
 * Where a rank other than the first writes what the first writes into the run's folder.
 *
 * @param folder temporary
 */
record RankScratchFolder(Path folder) implements AutoCloseable {
  /** With the checkpoint of a run, if there is one. */
  static RankScratchFolder copyOf(Path run) throws IOException {
    RankScratchFolder scratch = new RankScratchFolder(Files.createTempDirectory("ductus-rank-"));
    try {
      scratch.copyCheckpoint(run);
      return scratch;
    } catch (IOException | RuntimeException failed) {
      scratch.close();
      throw failed;
    }
  }

  private void copyCheckpoint(Path run) throws IOException {
    Path checkpoints = RunFolder.checkpoints(run);
    if (Files.isDirectory(checkpoints)) {
      Path copies = Files.createDirectory(RunFolder.checkpoints(folder));
      try (Stream<Path> files = Files.list(checkpoints)) {
        for (Path file :
            files.filter(each -> !each.getFileName().toString().startsWith(".")).toList()) {
          Files.copy(file, copies.resolve(file.getFileName()));
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    PathUtils.deleteDirectory(folder);
  }
}
