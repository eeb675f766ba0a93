package ductus.corpus.shard;

import ductus.corpus.shard.ShardRow.RowContent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;

/** A piece of music. Where its tokens say all of it they are there, else the bytes of its file. */
public final class TuneContent implements RowContent {
  private static final long serialVersionUID = 1L;
  private static final int[] NO_TOKENS = {};
  private static final byte[] NO_SOURCE = {};

  private final String dance;
  private final double quartersPerMinute;
  private final int[] tokens;
  private final byte[] source;

  /**
   * Takes its arguments over; the arrays must not be changed any more.
   *
   * @param dance that the file names; empty where it names none
   * @param quartersPerMinute tempo of a piece whose tokens do not say it, else 0
   * @param tokens from the start token to the end token; empty where the source is there
   * @param source bytes of the file; empty where the tokens are there
   */
  public TuneContent(String dance, double quartersPerMinute, int[] tokens, byte[] source) {
    this.dance = dance;
    this.quartersPerMinute = quartersPerMinute;
    this.tokens = tokens;
    this.source = source;
  }

  /** A piece that its tokens say. */
  public static TuneContent ofTokens(String dance, double quartersPerMinute, int[] tokens) {
    return new TuneContent(dance, quartersPerMinute, tokens, NO_SOURCE);
  }

  /** A piece that only its file says. */
  public static TuneContent ofSource(String dance, byte[] source) {
    return new TuneContent(dance, 0, NO_TOKENS, source);
  }

  /** The dance that the file names; empty where it names none. */
  public String dance() {
    return dance;
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

  @Override
  public long length() {
    return tokens.length;
  }

  @Override
  public Stream<byte[]> digested() {
    String text = dance + "\n" + quartersPerMinute + "\n" + Arrays.toString(tokens) + "\n";
    return Stream.of(text.getBytes(StandardCharsets.UTF_8), source);
  }

  @Override
  public long memory() {
    return 4L * tokens.length + source.length;
  }
}
