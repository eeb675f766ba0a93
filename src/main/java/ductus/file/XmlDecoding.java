package ductus.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * XML documents as text, in the encoding that they begin by naming. The JDK's parser would do, but
 * that it writes to the error stream by itself where a byte is none of the encoding's.
 */
public final class XmlDecoding {
  private static final Pattern ENCODING =
      Pattern.compile("^<\\?xml[^>]*?encoding\\s*=\\s*[\"']([^\"']*)[\"']");

  private static final int LONGEST_BEGINNING = 200;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private XmlDecoding() {}

  /**
   * Decodes a document.
   *
   * @param path for messages
   * @throws BadFileException if the document is not in the encoding that it names, or in UTF-8
   *     where it names none
   */
  public static String decode(Path path, byte[] content) throws BadFileException {
    Charset charset = charset(path, content);
    ByteBuffer bytes = ByteBuffer.wrap(content);
    CharBuffer characters = CharBuffer.allocate(content.length + 1);
    CoderResult result =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(bytes, characters, true);
    if (result.isError()) {
      int at = bytes.position();
      throw new BadFileException(
          path,
          at,
          "is not %s (found 0x%02X); name its encoding in its first line, or save it as UTF-8"
              .formatted(charset.name(), content[at] & 0xFF));
    }
    String text = characters.flip().toString();
    return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
  }

  private static Charset charset(Path path, byte[] content) throws BadFileException {
    if (content.length >= 2 && isWide(content[0] & 0xFF, content[1] & 0xFF)) {
      return content[0] == '<' ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16;
    }
    String beginning =
        new String(
            content, 0, Math.min(content.length, LONGEST_BEGINNING), StandardCharsets.ISO_8859_1);
    Matcher named = ENCODING.matcher(beginning);
    if (!named.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      return Charset.forName(named.group(1));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
      throw new BadFileException(
          path, "line 1: names an encoding that is not known; save it as UTF-8");
    }
  }

  /** Whether characters have two bytes, by the first two bytes: a mark of their order, or &lt;. */
  private static boolean isWide(int first, int second) {
    return (first == 0xFE && second == 0xFF)
        || (first == 0xFF && second == 0xFE)
        || (first == 0 && second == '<')
        || (first == '<' && second == 0);
  }
}
