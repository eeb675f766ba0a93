package ductus.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files so that a reader sees the old content or the new, never a part of it. */
public final class AtomicFile {
  private AtomicFile() {}

  /**
   * Writes a file: aside first, forced to disk, then renamed. A failure leaves the old file and
   * nothing else.
   */
  public static void write(Path path, byte[] content) throws IOException {
    Path folder = makeFolderOf(path);
    PartFile.clearOnce(folder);
    Path aside = PartFile.of(folder.resolve(String.valueOf(path.getFileName())));
    try {
      try (FileChannel channel =
          FileChannel.open(
              aside,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(aside, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw named(path, e);
    } finally {
      Files.deleteIfExists(aside);
    }
  }

  /** Makes the folder that a file is to lie in, if it is missing; a link to a folder will do. */
  public static Path makeFolderOf(Path file) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null) {
      throw new IOException(file + ": not a file");
    }
    // Files.createDirectories refuses a link to a folder on JDK 17.
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
    }
    return folder;
  }

  /** Writes text as UTF-8. */
  public static void write(Path path, String content) throws IOException {
    write(path, content.getBytes(StandardCharsets.UTF_8));
  }

  /** Restates a failure so that it names the file that was meant and not the one aside. */
  private static FileSystemException named(Path path, IOException failure) {
    String reason = failure instanceof FileSystemException e ? e.getReason() : failure.getMessage();
    FileSystemException named =
        failure instanceof AccessDeniedException
            ? new AccessDeniedException(path.toString(), null, reason)
            : new FileSystemException(path.toString(), null, reason);
    named.initCause(failure);
    return named;
  }
}
