package ductus.fuzz;

import java.nio.file.Path;
import java.util.List;

/**
 * A reader with whole files to begin with.
 *
 * @param name of what it reads
 * @param file name of a file of it
 * @param seeds whole files
 * @param reader of a file
 * @param complaint the exception by which it refuses a file
 */
record FuzzTarget(
    String name,
    String file,
    List<byte[]> seeds,
    Reader reader,
    Class<? extends Exception> complaint) {
  /** Reads a file. */
  @FunctionalInterface
  interface Reader {
    void read(Path file) throws Exception;
  }

  @Override
  public String toString() {
    return name;
  }
}
