package ductus.cli.batch;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Keeps a second process out of a folder, which would take unfinished files for forgotten ones. */
final class FolderLock implements AutoCloseable {
  private static final String FILE = ".ductus.lock";

  private final Path file;
  private final FileChannel channel;

  private FolderLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /**
   * Takes a folder, which is made if it is missing.
   *
   * @throws BadFileException if another process has it
   */
  static FolderLock of(Path folder) throws BadFileException, IOException {
    Path file = folder.resolve(FILE);
    AtomicFile.makeFolderOf(file);
    while (true) {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (tryLock(channel) == null) {
        channel.close();
        throw new BadFileException(
            folder, "another ductus is writing there: wait for it, or give another --out");
      }
      if (Files.exists(file)) {
        return new FolderLock(file, channel);
      }
      // Its last holder deleted it while it was being opened: nobody else would meet this one.
      channel.close();
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException heldByThisProcess) {
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    try {
      // While it is held: afterwards it may be another process's.
      Files.deleteIfExists(file);
    } finally {
      channel.close();
    }
  }
}
