package ductus.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
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
    boolean whole = false;
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
      whole = true;
    } catch (IOException e) {
      throw FileFailure.at(path, e);
    } finally {
      if (!whole) {
        PartFile.discard(aside);
      }
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
}
