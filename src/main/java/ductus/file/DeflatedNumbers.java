package ductus.file;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Lists of numbers made small by zlib, as lists of numbers that a {@link TensorFile} can hold. */
public final class DeflatedNumbers {
  /** Most numbers that are unpacked: 128 MB. */
  private static final int MOST = 1 << 24;

  /** In front of the deflated bytes: how many numbers, and how many bytes. */
  private static final int HEADER = 2;

  private DeflatedNumbers() {}

  /** Packs numbers. */
  public static long[] pack(long[] numbers) {
    ByteBuffer plain = ByteBuffer.allocate(Math.multiplyExact(numbers.length, Long.BYTES));
    plain.asLongBuffer().put(numbers);
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    byte[] deflated;
    int length;
    try {
      deflater.setInput(plain.array());
      deflater.finish();
      deflated = new byte[plain.capacity() + plain.capacity() / 1000 + 64];
      length = deflater.deflate(deflated);
    } finally {
      deflater.end();
    }
    int words = (length + Long.BYTES - 1) / Long.BYTES;
    long[] packed = new long[HEADER + words];
    packed[0] = numbers.length;
    packed[1] = length;
    ByteBuffer.wrap(Arrays.copyOf(deflated, words * Long.BYTES))
        .asLongBuffer()
        .get(packed, HEADER, words);
    return packed;
  }

  /**
   * Returns the numbers that were packed.
   *
   * @throws IllegalArgumentException if these are none
   */
  public static long[] unpack(long[] packed) {
    long count = packed.length < HEADER ? -1 : packed[0];
    long length = packed.length < HEADER ? -1 : packed[1];
    if (count < 0
        || count > MOST
        || length < 0
        || (length + Long.BYTES - 1) / Long.BYTES != packed.length - HEADER) {
      throw new IllegalArgumentException("deflated numbers must say how many they are");
    }
    ByteBuffer bytes = ByteBuffer.allocate((packed.length - HEADER) * Long.BYTES);
    bytes.asLongBuffer().put(packed, HEADER, packed.length - HEADER);
    byte[] plain = new byte[(int) count * Long.BYTES];
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(bytes.array(), 0, (int) length);
      int filled = inflater.inflate(plain);
      boolean over = filled == plain.length && inflater.inflate(new byte[1]) == 0;
      if (!over || !inflater.finished()) {
        throw new IllegalArgumentException(
            "deflated numbers must be %d but are not".formatted(count));
      }
    } catch (DataFormatException broken) {
      throw new IllegalArgumentException("deflated numbers are damaged", broken);
    } finally {
      inflater.end();
    }
    long[] numbers = new long[(int) count];
    ByteBuffer.wrap(plain).asLongBuffer().get(numbers);
    return numbers;
  }
}
