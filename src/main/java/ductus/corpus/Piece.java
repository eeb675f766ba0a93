package ductus.corpus;

import java.nio.file.Path;
import java.util.function.BiFunction;

/**
 * A piece of a corpus.
 *
 * @param path its file
 * @param hash of its content: pieces with the same hash are the same piece
 * @param value what the file says
 */
public record Piece<T>(Path path, String hash, T value) {
  /**
   * Reads this piece as something else.
   *
   * @param reading takes the hash and the value
   */
  public <R> Piece<R> map(BiFunction<String, T, R> reading) {
    return new Piece<>(path, hash, reading.apply(hash, value));
  }
}
