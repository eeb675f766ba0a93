package ductus.studio.entry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * 128 random bits that nobody can guess.
 *
 * @param text 32 hexadecimal digits
 */
public record Secret(String text) {
  private static final int BYTES = 16;

  /** A new one. */
  public static Secret random() {
    byte[] random = new byte[BYTES];
    new SecureRandom().nextBytes(random);
    return new Secret(HexFormat.of().formatHex(random));
  }

  /** Whether it was given, told in a time that does not tell how much of it was. */
  public boolean is(@Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            text.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /** Nobody reads it in a log. */
  @Override
  public String toString() {
    return "a secret";
  }
}
