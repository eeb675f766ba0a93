package ductus.music.hearing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** WAV files in memory, for tests. */
public final class WavBytes {
  private static final int HEADER = 44;

  private WavBytes() {}

  /** 16-bit PCM of one channel. */
  public static byte[] of(float[] samples, int rate) {
    return of(samples, rate, 1, 1, 16);
  }

  /**
   * A file of any format.
   *
   * @param samples all channels of a frame, then the next frame
   * @param tag 1 of PCM, 3 of floats
   */
  public static byte[] of(float[] samples, int rate, int channels, int tag, int bits) {
    int bytes = samples.length * bits / 8;
    ByteBuffer file = ByteBuffer.allocate(HEADER + bytes).order(ByteOrder.LITTLE_ENDIAN);
    file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(HEADER - 8 + bytes);
    file.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
    file.putShort((short) tag).putShort((short) channels).putInt(rate);
    file.putInt(rate * channels * bits / 8).putShort((short) (channels * bits / 8));
    file.putShort((short) bits).put("data".getBytes(StandardCharsets.US_ASCII)).putInt(bytes);
    for (float sample : samples) {
      put(file, sample, tag == 3, bits);
    }
    return file.array();
  }

  private static void put(ByteBuffer file, float sample, boolean isFloat, int bits) {
    if (isFloat) {
      if (bits == 32) {
        file.putFloat(sample);
      } else {
        file.putDouble(sample);
      }
      return;
    }
    double greatest = (1L << (bits - 1)) - 1;
    long value = Math.round(sample * greatest);
    if (bits == 8) {
      value += 128;
    }
    for (int shift = 0; shift < bits; shift += 8) {
      file.put((byte) (value >> shift));
    }
  }

  /** A sine wave. */
  public static float[] sine(double hertz, double amplitude, int rate, int count) {
    float[] samples = new float[count];
    for (int i = 0; i < count; i++) {
      samples[i] = (float) (amplitude * StrictMath.sin(2 * StrictMath.PI * hertz * i / rate));
    }
    return samples;
  }
}
