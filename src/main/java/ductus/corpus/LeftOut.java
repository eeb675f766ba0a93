package ductus.corpus;

import java.nio.file.Path;

/**
 * A file or folder that is not in a corpus although it was meant to be.
 *
 * @param reason one line, with the byte offset where it is known
 */
public record LeftOut(Path path, String reason) {
  @Override
  public String toString() {
    return path + ": " + reason;
  }
}
