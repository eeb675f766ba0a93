package ductus.studio.entry;

import ductus.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that leads a browser to an address. All users of a machine see what a program is started
 * with, so that the address itself can be no argument of the browser; this file nobody else can
 * read. It lies in the workspace since browsers that are kept in a sandbox see no folder for
 * temporary files.
 */
public final class EntryFile implements AutoCloseable {
  private final Path folder;
  private final Path file;

  private EntryFile(Path folder, Path file) {
    this.folder = folder;
    this.file = file;
  }

  /**
   * Writes one for its user alone.
   *
   * @param parent of the folder that it gets for itself
   */
  public static EntryFile write(Path parent, String address) throws IOException {
    // Both are made for the user alone where the system knows such modes.
    Path folder =
        Files.createTempDirectory(AtomicFile.makeFolderOf(parent.resolve("entry")), "entry");
    Path file = Files.createTempFile(folder, "ductus", ".html");
    Files.write(file, LeadingPage.to(address).getBytes(StandardCharsets.UTF_8));
    return new EntryFile(folder, file);
  }

  /** Where it lies. */
  public Path path() {
    return file;
  }

  @Override
  public void close() throws IOException {
    remove();
  }

  /** Takes it away, if it is still there. */
  public void remove() throws IOException {
    Files.deleteIfExists(file);
    Files.deleteIfExists(folder);
  }
}
