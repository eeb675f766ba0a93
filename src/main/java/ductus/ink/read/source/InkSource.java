package ductus.ink.read.source;

import ductus.file.BadFileException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/** The content of a file of ink, unpacked if it is packed with gzip. */
public final class InkSource {
  /** Largest content that is read, in the file and unpacked. */
  public static final int MOST_BYTES = 64 << 20;

  /** Where a tar archive says that it is one. */
  private static final int TAR_MAGIC = 257;

  private static final String BYTE_ORDER_MARK = "\ufeff";

  private final Path path;
  private final byte[] content;

  private InkSource(Path path, byte[] content) {
    this.path = path;
    this.content = content;
  }

  /**
   * Reads the content of a file.
   *
   * @throws BadFileException if there is no such file, or it is empty, too large or badly packed
   */
  public static InkSource open(Path path) throws BadFileException, IOException {
    return open(path, MOST_BYTES, true);
  }

  /**
   * Reads as much of a file as tells its format. Its unpacked content may end anywhere.
   *
   * @param bytes how much, at most
   */
  public static InkSource beginning(Path path, int bytes) throws BadFileException, IOException {
    return open(path, bytes, false);
  }

  private static InkSource open(Path path, int most, boolean whole)
      throws BadFileException, IOException {
    if (!Files.isRegularFile(path)) {
      throw new BadFileException(
          path, Files.exists(path) ? "is a folder where a file must be" : "no such file");
    }
    byte[] content;
    try (InputStream file = Files.newInputStream(path)) {
      content = file.readNBytes(most + 1);
    }
    if (isPacked(content)) {
      content = unpack(path, content, most, whole);
    } else if (whole) {
      check(path, content, "must have");
    }
    if (content.length == 0) {
      throw new BadFileException(path, "is empty");
    }
    return new InkSource(path, content);
  }

  private static boolean isPacked(byte[] content) {
    return content.length > 1 && content[0] == 0x1f && content[1] == (byte) 0x8b;
  }

  private static byte[] unpack(Path path, byte[] packed, int most, boolean whole)
      throws BadFileException {
    ByteArrayOutputStream unpacked = new ByteArrayOutputStream();
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      // Read by single buffers: what came before a failure is enough to tell the format.
      byte[] buffer = new byte[1 << 16];
      for (int read = stream.read(buffer);
          read > 0 && unpacked.size() <= most;
          read = stream.read(buffer)) {
        unpacked.write(buffer, 0, read);
      }
    } catch (IOException broken) {
      if (whole) {
        throw new BadFileException(path, "is packed with gzip but damaged: save or copy it again");
      }
    }
    byte[] content = unpacked.toByteArray();
    if (whole) {
      check(path, content, "must unpack to");
    }
    return content;
  }

  private static void check(Path path, byte[] content, String must) throws BadFileException {
    if (content.length > MOST_BYTES) {
      throw new BadFileException(
          path, must + " at most " + (MOST_BYTES >> 20) + " MB but has more: split it");
    }
  }

  public Path path() {
    return path;
  }

  /** Bytes of the content. */
  public int size() {
    return content.length;
  }

  /** Whether the content is a tar or zip archive of files. */
  public boolean isArchive() {
    return begins(0, "PK\003\004") || begins(TAR_MAGIC, "ustar");
  }

  private boolean begins(int from, String magic) {
    byte[] bytes = magic.getBytes(StandardCharsets.ISO_8859_1);
    int to = from + bytes.length;
    return content.length >= to && Arrays.equals(content, from, to, bytes, 0, bytes.length);
  }

  /** The content of the file as bytes. */
  public InputStream stream() {
    return new ByteArrayInputStream(content);
  }

  /** The content as text: UTF-8, UTF-16 where it begins so, or Latin-1 where it is neither. */
  public String text() {
    String text;
    try {
      text = charset().newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException neither) {
      text = new String(content, StandardCharsets.ISO_8859_1);
    }
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /**
   * The first bytes of the content as text.
   *
   * @param bytes how many, at most; a character that they cut is lost
   */
  public String text(int bytes) {
    String text = new String(content, 0, Math.min(bytes, content.length), charset());
    return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
  }

  /** The charset of the content: UTF-16 if a byte order mark of it comes first, else UTF-8. */
  private Charset charset() {
    int first = content.length < 2 ? 0 : (content[0] & 0xff) << 8 | (content[1] & 0xff);
    return first == 0xfeff || first == 0xfffe ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8;
  }

  /** Creates a complaint about the file as a whole. */
  public BadFileException error(String reason) {
    return new BadFileException(path, reason);
  }

  /**
   * Creates a complaint about one place.
   *
   * @param place such as {@code line 3, column 14}
   */
  public BadFileException error(String place, String reason) {
    return new BadFileException(path, place + ": " + reason);
  }
}
