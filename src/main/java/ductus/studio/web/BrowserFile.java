package ductus.studio.web;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that the browser sent, while something reads it. */
public final class BrowserFile {
  private BrowserFile() {}

  /** What is done with a file. */
  @FunctionalInterface
  public interface Reading<T> {
    /** Reads the file at a path, which is gone afterwards. */
    T of(Path file) throws BadFileException, IOException;
  }

  /**
   * Reads what the browser sent.
   *
   * @param folder for the file; made if it is missing
   * @param ending of the file's path, which nothing else of a name from outside gets into
   * @param name as the browser calls it, for complaints
   * @throws IllegalArgumentException if it cannot be used, by that name
   */
  public static <T> T read(
      Path folder, String ending, String name, byte[] content, Reading<T> reading)
      throws IOException {
    Path file =
        Files.createTempFile(AtomicFile.makeFolderOf(folder.resolve("given")), "given", ending);
    try {
      Files.write(file, content);
      return reading.of(file);
    } catch (BadFileException unfit) {
      throw new IllegalArgumentException(name + ": " + unfit.reason(), unfit);
    } finally {
      Files.deleteIfExists(file);
    }
  }
}
