package ductus.text;

import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;

/** Text files in UTF-8. */
public final class TextFile {
  private static final long MOST_BYTES = 200_000_000;
  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private TextFile() {}

  /**
   * Reads the text of a file, with line feeds as ends of lines, without a byte order mark, and with
   * letters and their marks composed (Unicode form C).
   *
   * @throws BadFileException if it is not UTF-8, holds a zero byte, is empty or too long
   */
  public static String read(Path path) throws BadFileException, IOException {
    if (!Files.isRegularFile(path)) {
      throw new BadFileException(
          path, Files.exists(path) ? "is a folder where a file must be" : "no such file");
    }
    if (Files.size(path) > MOST_BYTES) {
      throw new BadFileException(
          path,
          "must have at most %,d bytes but has %,d; split it"
              .formatted(MOST_BYTES, Files.size(path)));
    }
    return parse(path, Files.readAllBytes(path));
  }

  /** Decodes the content of a text file and normalizes it as {@link #read} does. */
  static String parse(Path path, byte[] content) throws BadFileException {
    String text = normalize(decode(path, content));
    if (text.isBlank()) {
      throw new BadFileException(path, "is empty");
    }
    int zero = text.indexOf('\0');
    if (zero >= 0) {
      throw new BadFileException(path, "is no text: it holds zero bytes");
    }
    return text;
  }

  /**
   * Normalizes a text as {@link #read} does: line feeds, no byte order mark, Unicode form C; may be
   * empty.
   */
  public static String normalize(String text) {
    String withoutMark =
        !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    return Normalizer.normalize(
        withoutMark.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC);
  }

  private static String decode(Path path, byte[] content) throws BadFileException {
    ByteBuffer bytes = ByteBuffer.wrap(content);
    CharBuffer characters = CharBuffer.allocate(content.length);
    CoderResult result =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT)
            .decode(bytes, characters, true);
    if (result.isError()) {
      throw new BadFileException(
          path,
          bytes.position(),
          "is not UTF-8 (found 0x%02X); save it as UTF-8"
              .formatted(content[bytes.position()] & 0xFF));
    }
    return characters.flip().toString();
  }
}
