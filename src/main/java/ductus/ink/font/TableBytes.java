package ductus.ink.font;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** The bytes of a table of a font, highest byte first. */
final class TableBytes {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  /** Adds whole numbers of eight bits. */
  TableBytes bytes(int... values) {
    for (int value : values) {
      bytes.write(value);
    }
    return this;
  }

  /**
   * Adds whole numbers of sixteen bits, signed or not.
   *
   * @throws IllegalArgumentException if one has more bits
   */
  TableBytes words(int... values) {
    for (int value : values) {
      if (value < Short.MIN_VALUE || value > 0xFFFF) {
        throw new IllegalArgumentException(
            "a font's number must have at most 16 bits but was " + value);
      }
      bytes(value >> 8, value);
    }
    return this;
  }

  /** Adds whole numbers of 32 bits. */
  TableBytes longs(long... values) {
    for (long value : values) {
      bytes((int) (value >> 24), (int) (value >> 16), (int) (value >> 8), (int) value);
    }
    return this;
  }

  /** Adds the four characters of a tag. */
  TableBytes tag(String tag) {
    return all(tag.getBytes(StandardCharsets.US_ASCII));
  }

  /** Adds bytes as they are. */
  TableBytes all(byte[] others) {
    bytes.writeBytes(others);
    return this;
  }

  /** Adds the bytes of another table. */
  TableBytes all(TableBytes other) {
    return all(other.toArray());
  }

  /** Fills up to whole 32 bits. */
  TableBytes padded() {
    while (bytes.size() % 4 != 0) {
      bytes.write(0);
    }
    return this;
  }

  /** How many bytes there are. */
  int size() {
    return bytes.size();
  }

  byte[] toArray() {
    return bytes.toByteArray();
  }
}
