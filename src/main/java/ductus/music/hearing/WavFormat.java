package ductus.music.hearing;

import ductus.file.BadFileException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Map;

/**
 * The format of the samples of a WAV file.
 *
 * @param coding whole numbers or floats
 * @param channels 1 or more
 * @param rate frames a second
 * @param bits of a sample of one channel: 8, 16, 24 or 32; of floats 32 or 64
 */
record WavFormat(Coding coding, int channels, int rate, int bits) {
  /** The coding of a sample. */
  enum Coding {
    WHOLE,
    FLOAT
  }

  /** Fewest bytes of a {@code fmt} chunk. */
  static final int SHORTEST = 16;

  private static final int PCM = 1;
  private static final int FLOATS = 3;
  private static final int EXTENSIBLE = 0xFFFE;
  private static final int SUBFORMAT = 24;
  private static final int MOST_CHANNELS = 64;
  private static final int LOWEST_RATE = 8_000;
  private static final int HIGHEST_RATE = 384_000;
  private static final Map<Integer, String> OTHERS =
      Map.of(2, "ADPCM", 6, "A-law", 7, "mu-law", 0x11, "IMA ADPCM", 0x55, "MP3", 0xFF, "AAC");

  /**
   * Reads the format in a {@code fmt} chunk.
   *
   * @param chunk little-endian, of {@link #SHORTEST} bytes or more
   * @param at where it stands in the file
   */
  static WavFormat of(ByteBuffer chunk, Path path, long at) throws BadFileException {
    int tag = Short.toUnsignedInt(chunk.getShort(0));
    if (tag == EXTENSIBLE && chunk.limit() >= SUBFORMAT + Short.BYTES) {
      tag = Short.toUnsignedInt(chunk.getShort(SUBFORMAT));
    }
    int channels = Short.toUnsignedInt(chunk.getShort(2));
    int rate = chunk.getInt(4);
    int bits = Short.toUnsignedInt(chunk.getShort(14));
    if (tag != PCM && tag != FLOATS) {
      throw new BadFileException(
          path,
          at,
          "samples must be PCM or floats but are %s; convert the file to 16-bit PCM"
              .formatted(OTHERS.getOrDefault(tag, "of format " + tag)));
    }
    boolean known =
        tag == PCM ? bits % 8 == 0 && bits >= 8 && bits <= 32 : bits == 32 || bits == 64;
    if (!known) {
      throw new BadFileException(path, at, "samples must not have " + bits + " bits");
    }
    if (channels < 1 || channels > MOST_CHANNELS) {
      throw new BadFileException(
          path, at, "channels must be 1 to %d but are %d".formatted(MOST_CHANNELS, channels));
    }
    if (rate < LOWEST_RATE || rate > HIGHEST_RATE) {
      throw new BadFileException(
          path,
          at,
          "must have %,d to %,d samples a second but has %,d"
              .formatted(LOWEST_RATE, HIGHEST_RATE, rate));
    }
    return new WavFormat(tag == PCM ? Coding.WHOLE : Coding.FLOAT, channels, rate, bits);
  }

  /** Number of bytes of a sample of all channels. */
  int frameBytes() {
    return channels * bits / 8;
  }

  /** Reads one channel's sample, -1 to 1 where it is a whole number; NaN is 0. */
  float sample(ByteBuffer bytes, int at) {
    if (coding == Coding.FLOAT) {
      double value = bits == 32 ? bytes.getFloat(at) : bytes.getDouble(at);
      return Double.isFinite(value) ? (float) value : 0;
    }
    return switch (bits) {
      case 8 -> (Byte.toUnsignedInt(bytes.get(at)) - 128) / 128f;
      case 16 -> bytes.getShort(at) / 32768f;
      case 24 -> (Short.toUnsignedInt(bytes.getShort(at)) | bytes.get(at + 2) << 16) / 8388608f;
      default -> (float) (bytes.getInt(at) / 2147483648.0);
    };
  }
}
