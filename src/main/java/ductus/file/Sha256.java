package ductus.file;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.stream.Stream;

/** SHA-256 in hex, for provenance. */
public final class Sha256 {
  private Sha256() {}

  /** Of some bytes. */
  public static String hex(byte[] bytes) {
    return hex(Stream.of(bytes));
  }

  /** Of bytes that come in parts, each forgotten when it was looked at. */
  public static String hex(Stream<byte[]> parts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      parts.forEachOrdered(digest::update);
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }
}
