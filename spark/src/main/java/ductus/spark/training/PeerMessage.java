package ductus.spark.training;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** What ranks say to each other: a header, and behind it floats, doubles or a text. */
final class PeerMessage {
  /** Bytes of the header: kind, rank, and a number. */
  private static final int HEADER = 1 + 4 + 4;

  /** Kinds of messages. */
  enum Kind {
    /** A rank calls, and is to be answered over the same connection. */
    HELLO('h'),
    /** A rank's part of a block that another adds up. */
    PART('p'),
    /** A block that is added up. */
    TOTAL('t'),
    /** Doubles to be added up. */
    VALUES('v'),
    /** A rank leaves, with the reason. */
    LEAVE('l');

    private final byte code;

    Kind(char code) {
      this.code = (byte) code;
    }

    static Kind of(byte code) {
      for (Kind kind : values()) {
        if (kind.code == code) {
          return kind;
        }
      }
      throw new IllegalArgumentException("no message begins with the byte " + code);
    }
  }

  private PeerMessage() {}

  /**
   * A message that is used again and again.
   *
   * @param bytes most that it carries behind the header
   */
  static ByteBuffer allocate(int bytes) {
    return ByteBuffer.allocateDirect(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Begins a message anew; what follows the header is to be put, and it to be flipped. */
  static ByteBuffer begin(ByteBuffer message, Kind kind, int rank, int number) {
    return message.clear().put(kind.code).putInt(rank).putInt(number);
  }

  /** The first message over a connection. */
  static ByteBuffer hello(int rank) {
    return begin(allocate(0), Kind.HELLO, rank, 0).flip();
  }

  /** A message of doubles. */
  static ByteBuffer values(int rank, boolean stop, double[] values) {
    ByteBuffer message = allocate(values.length * Double.BYTES);
    begin(message, Kind.VALUES, rank, stop ? 1 : 0);
    for (double value : values) {
      message.putDouble(value);
    }
    return message.flip();
  }

  /** A farewell. */
  static ByteBuffer leave(int rank, String reason) {
    byte[] text = reason.getBytes(StandardCharsets.UTF_8);
    ByteBuffer message = ByteBuffer.allocate(HEADER + text.length).order(ByteOrder.LITTLE_ENDIAN);
    return begin(message, Kind.LEAVE, rank, 0).put(text).flip();
  }
}
