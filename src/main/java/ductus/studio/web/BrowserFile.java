package ductus.studio.web;

import ductus.file.AtomicFile;
import ductus.file.BadFileException;
import ductus.file.FileFailure;
import ductus.file.PartFile;
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

  /** Where such files lie, below a folder. */
  public static Path folder(Path parent) {
    return parent.resolve("given");
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
    Path file = Files.createTempFile(AtomicFile.makeFolderOf(folder(folder)), "given", ending);
    try {
      write(file, content);
      return reading.of(file);
    } catch (BadFileException unfit) {
      throw new IllegalArgumentException(name + ": " + unfit.reason(), unfit);
    } finally {
      PartFile.discard(file);
    }
  }

  private static void write(Path file, byte[] content) throws IOException {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw FileFailure.at(file, e);
    }
  }
}
