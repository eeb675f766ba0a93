package ductus.music.midi;

import ductus.file.BadFileException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Walks over a part of a file's bytes, most significant byte first. Every complaint names the
 * place.
 */
final class ByteCursor {
  private final Path path;
  private final byte[] bytes;
  private final int end;
  private final String part;
  private int position;

  /**
   * Creates a cursor over the bytes from {@code position} to before {@code end}.
   *
   * @param part what these bytes are, for messages: "the file", "track 2"
   */
  ByteCursor(Path path, byte[] bytes, int position, int end, String part) {
    this.path = path;
    this.bytes = bytes;
    this.position = position;
    this.end = end;
    this.part = part;
  }

  /** Returns a cursor over the next bytes, which this one steps over. */
  ByteCursor take(int length, String name) throws BadFileException {
    require(length);
    position += length;
    return new ByteCursor(path, bytes, position - length, position, name);
  }

  /** Returns another cursor at the same place. */
  ByteCursor copy() {
    return new ByteCursor(path, bytes, position, end, part);
  }

  /** Offset of the next byte in the file. */
  int position() {
    return position;
  }

  int remaining() {
    return end - position;
  }

  /** The next byte, 0 to 255, without stepping over it. */
  int peek() throws BadFileException {
    require(1);
    return bytes[position] & 0xFF;
  }

  int unsignedByte() throws BadFileException {
    require(1);
    return bytes[position++] & 0xFF;
  }

  int unsignedShort() throws BadFileException {
    return unsignedByte() << 8 | unsignedByte();
  }

  long unsignedInt() throws BadFileException {
    return (long) unsignedShort() << 16 | unsignedShort();
  }

  /** Reads a number as RIFF counts: least significant byte first. */
  long unsignedIntLittleEndian() throws BadFileException {
    return Integer.toUnsignedLong(Integer.reverseBytes((int) unsignedInt()));
  }

  /** Reads a data byte of a MIDI message, 0 to 127. */
  int dataByte() throws BadFileException {
    int value = unsignedByte();
    if (value > 0x7F) {
      throw bad(position - 1, "a data byte must be 00 to 7F but was " + hex(value));
    }
    return value;
  }

  /** Reads a number of one to four bytes with seven bits in each, 0 to 2^28 - 1. */
  int variableLength() throws BadFileException {
    int start = position;
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int next = unsignedByte();
      value = value << 7 | (next & 0x7F);
      if (next < 0x80) {
        return value;
      }
    }
    throw bad(start, "a variable-length number must have at most 4 bytes but goes on");
  }

  /** Reads four letters that name a chunk; Latin-1, so that any bytes fit. */
  String chunkType() throws BadFileException {
    require(4);
    position += 4;
    return new String(bytes, position - 4, 4, StandardCharsets.ISO_8859_1);
  }

  /** Reads all bytes that are left, as a copy. */
  byte[] rest() {
    byte[] copy = Arrays.copyOfRange(bytes, position, end);
    position = end;
    return copy;
  }

  void skip(int length) throws BadFileException {
    require(length);
    position += length;
  }

  private void require(int length) throws BadFileException {
    if (length > end - position) {
      throw bad(
          position,
          part
              + " must have "
              + length
              + (length == 1 ? " byte" : " bytes")
              + " more here but has "
              + remaining());
    }
  }

  /** Creates a complaint about the byte at an offset in the file. */
  BadFileException bad(long offset, String reason) {
    return new BadFileException(path, offset, reason);
  }

  /** A byte as two hexadecimal digits. */
  static String hex(int value) {
    return String.format(Locale.ROOT, "%02X", value);
  }
}
