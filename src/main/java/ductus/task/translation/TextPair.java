package ductus.task.translation;

import ductus.file.Sha256;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;

/** A text that is to be translated, and into what. */
public record TextPair(String source, String target) {
  /** Enough to tell sources apart, and short in a model's header. */
  private static final int HASH_DIGITS = 8;

  /**
   * Returns a text as networks read it: composed characters, and single spaces between words only.
   */
  public static String tidy(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
  }

  /** A hash of the source, whatever it is translated into. */
  public String hash() {
    byte[] content = source.getBytes(StandardCharsets.UTF_8);
    return Sha256.hex(content).substring(0, HASH_DIGITS);
  }
}
