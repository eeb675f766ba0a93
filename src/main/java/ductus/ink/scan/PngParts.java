package ductus.ink.scan;

import ductus.file.BadFileException;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;

/**
 * The parts of a PNG picture that its pixels need. All others, such as texts and color profiles,
 * may be packed, and unpack to a thousand times their size; the JDK's reader does not stop there.
 */
final class PngParts {
  private static final String END = "IEND";
  private static final Set<String> OF_PIXELS = Set.of("IHDR", "PLTE", "tRNS", "IDAT", END);
  private static final int SIGNATURE = 8;

  /** Length and type before the content of a part, and a checksum behind it. */
  private static final int AROUND = 12;

  private PngParts() {}

  /**
   * The picture without all else.
   *
   * @param path named in complaints
   * @param png begins as a PNG does
   * @throws BadFileException if a part says that it is longer than the rest of the file
   */
  static byte[] ofPixels(Path path, byte[] png) throws BadFileException {
    ByteArrayOutputStream kept = new ByteArrayOutputStream(png.length);
    kept.write(png, 0, SIGNATURE);
    int at = SIGNATURE;
    String type = "";
    while (png.length - at >= AROUND && !type.equals(END)) {
      int length = ByteBuffer.wrap(png).getInt(at);
      if (length < 0 || length > png.length - at - AROUND) {
        throw new BadFileException(path, at, "is a broken PNG picture: it is cut short");
      }
      type = new String(png, at + Integer.BYTES, 4, StandardCharsets.ISO_8859_1);
      if (OF_PIXELS.contains(type)) {
        kept.write(png, at, AROUND + length);
      }
      at += AROUND + length;
    }
    return kept.toByteArray();
  }
}
