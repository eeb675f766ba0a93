package ductus.corpus;

import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.file.Path;

/** Reads one file as a piece; called by several threads at a time. */
@FunctionalInterface
public interface PieceReader<T> {
  /**
   * Reads a file.
   *
   * @throws BadFileException if the file cannot be used as it stands
   * @throws IOException if it cannot be read
   */
  T read(Path file) throws BadFileException, IOException;
}
