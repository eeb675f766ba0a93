package ductus.picture;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.util.HexFormat;

/** Text in the fonts that every reader of PDF has, in the encoding that PDF calls WinAnsi. */
public final class PdfText {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private PdfText() {}

  /**
   * A text without the marks on letters that the encoding has not.
   *
   * @param kept characters that stay although the encoding has them not
   */
  public static String encodable(String text, String kept) {
    CharsetEncoder encoder = WINDOWS.newEncoder();
    StringBuilder encodable = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .map(
            each ->
                encoder.canEncode(each) || kept.contains(each)
                    ? each
                    : Normalizer.normalize(each, Normalizer.Form.NFD).substring(0, 1))
        .forEach(encodable::append);
    return encodable.toString();
  }

  /** Bytes of a text. */
  public static byte[] bytes(String text) {
    return text.getBytes(WINDOWS);
  }

  /** A text as an operand, in hexadecimal digits. */
  public static String operand(byte[] text) {
    return "<" + HexFormat.of().formatHex(text) + ">";
  }
}
