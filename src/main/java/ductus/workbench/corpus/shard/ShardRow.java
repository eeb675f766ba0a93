package ductus.workbench.corpus.shard;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * A piece as a row of a shard. Where its tokens say all of it they are there, else the bytes of its
 * file. Immutable.
 */
public final class ShardRow implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int[] NO_TOKENS = {};
  private static final byte[] NO_SOURCE = {};

  private final String path;
  private final String hash;
  private final double quartersPerMinute;
  private final int[] tokens;
  private final byte[] source;

  /**
   * Takes its arguments over; the arrays must not be changed any more.
   *
   * @param path of the file, from the corpus' folder on, with slashes
   * @param hash of the content: rows with the same hash are the same piece
   * @param quartersPerMinute tempo of a piece whose tokens do not say it, else 0
   * @param tokens from the start token to the end token; empty where the source is there
   * @param source bytes of the file; empty where the tokens are there
   */
  public ShardRow(String path, String hash, double quartersPerMinute, int[] tokens, byte[] source) {
    this.path = path;
    this.hash = hash;
    this.quartersPerMinute = quartersPerMinute;
    this.tokens = tokens;
    this.source = source;
  }

  /** A piece that its tokens say. */
  public static ShardRow ofTokens(Path path, String hash, double quartersPerMinute, int[] tokens) {
    return new ShardRow(path.toString(), hash, quartersPerMinute, tokens, NO_SOURCE);
  }

  /** A piece that only its file says. */
  public static ShardRow ofSource(Path path, String hash, byte[] source) {
    return new ShardRow(path.toString(), hash, 0, NO_TOKENS, source);
  }

  /** The same of another place. */
  public ShardRow at(String otherPath) {
    return new ShardRow(otherPath, hash, quartersPerMinute, tokens, source);
  }

  /** Path of the file, from the corpus' folder on, with slashes. */
  public String path() {
    return path;
  }

  /** Of the content. */
  public String hash() {
    return hash;
  }

  /** Tempo of a piece whose tokens do not say it, else 0. */
  public double quartersPerMinute() {
    return quartersPerMinute;
  }

  /** The tokens themselves, not to be modified; empty where the source is there. */
  public int[] tokens() {
    return tokens;
  }

  /** The bytes of the file themselves, not to be modified; empty where the tokens are there. */
  public byte[] source() {
    return source;
  }

  /** All of it as bytes, for digests. */
  public Stream<byte[]> content() {
    String text =
        String.join(
            "\n", path, hash, String.valueOf(quartersPerMinute), Arrays.toString(tokens), "");
    return Stream.of(text.getBytes(StandardCharsets.UTF_8), source);
  }

  /** About so many bytes of memory. */
  long bytes() {
    return 200 + 4L * tokens.length + source.length + path.length();
  }
}
