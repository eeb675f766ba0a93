package ductus.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** SHA-256 in hex, for provenance. */
public final class Sha256 {
  private static final int PART = 1 << 16;
  private static final int BRIEF = 12;

  private Sha256() {}

  /** Returns the hash of some bytes. */
  public static String hex(byte[] bytes) {
    return hex(Stream.of(bytes));
  }

  /**
   * Returns the first twelve digits of the hash of some bytes: enough to tell the things of a
   * corpus apart, and short in a model's header.
   */
  public static String brief(byte[] bytes) {
    return hex(bytes).substring(0, BRIEF);
  }

  /** Returns the first twelve digits of the hash of some numbers, each four bytes, high to low. */
  public static String brief(float[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * numbers.length);
    bytes.asFloatBuffer().put(numbers);
    return brief(bytes.array());
  }

  /** Returns the hash of a file of whatever size. */
  public static String hex(Path file) throws IOException {
    MessageDigest digest = digest();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] part = new byte[PART];
      for (int read = in.read(part); read >= 0; read = in.read(part)) {
        digest.update(part, 0, read);
      }
    }
    return hex(digest);
  }

  /** Returns the hash of bytes that come in parts, each forgotten when it was looked at. */
  public static String hex(Stream<byte[]> parts) {
    MessageDigest digest = digest();
    parts.forEachOrdered(digest::update);
    return hex(digest);
  }

  /** Returns the hash of lines of text, in their order. */
  public static String hexOfLines(Stream<String> lines) {
    return hex(lines.map(line -> (line + "\n").getBytes(StandardCharsets.UTF_8)));
  }

  /** Returns the hash of the bytes that a digest was given; begins it anew. */
  public static String hex(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Creates a digest that is given its bytes one by one. */
  public static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }
}
