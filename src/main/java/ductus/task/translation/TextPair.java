package ductus.task.translation;

import java.text.Normalizer;

/** A text that is to be translated, and into what. */
public record TextPair(String source, String target) {
  /**
   * Returns a text as networks read it: composed characters, and single spaces between words only.
   */
  public static String tidy(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC).strip().replaceAll("\\s+", " ");
  }
}
