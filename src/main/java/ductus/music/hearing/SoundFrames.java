package ductus.music.hearing;

import ductus.file.BadFileException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The frames of a sound [T×K]: {@link ConstantQ}, rounded to a byte each, so that an hour takes 45
 * MB. Immutable.
 */
public final class SoundFrames {
  private static final float STEPS = 255 / ConstantQ.MOST;

  /** Number of frames that are computed at a time. */
  private static final int PORTION = 256;

  /** Sound from its beginning to its end: samples at {@link AudioAnalysis#RATE}, in portions. */
  @FunctionalInterface
  public interface AudioSamples {
    /** Reads the next samples, as many as come; empty at the end. */
    float[] read() throws BadFileException, IOException;
  }

  private final byte[] strengths;
  private final int count;

  private SoundFrames(byte[] strengths, int count) {
    this.strengths = strengths;
    this.count = count;
  }

  /**
   * Hears a sound to its end.
   *
   * @param gain by which it is multiplied; see {@link LoudnessGain}
   */
  public static SoundFrames of(AudioSamples samples, float gain, ConstantQ constantQ)
      throws BadFileException, IOException {
    List<byte[]> portions = new ArrayList<>();
    float[] window = new float[ConstantQ.REACH];
    long heard = 0;
    int count = 0;
    for (boolean ended = false; !ended; ) {
      float[] more = samples.read();
      ended = more.length == 0;
      heard += more.length;
      int old = window.length;
      window =
          Arrays.copyOf(window, old + (ended ? ConstantQ.REACH + AudioAnalysis.HOP : more.length));
      System.arraycopy(more, 0, window, old, more.length);
      int ready =
          ended
              ? AudioAnalysis.frames(heard) - count
              : Math.max(0, (window.length - 2 * ConstantQ.REACH) / AudioAnalysis.HOP);
      if (ended || ready >= PORTION) {
        portions.add(bytes(constantQ.frames(window, ConstantQ.REACH, gain, ready)));
        count += ready;
        int spent = Math.min(window.length, ready * AudioAnalysis.HOP);
        window = Arrays.copyOfRange(window, spent, window.length);
      }
    }
    byte[] all = new byte[count * ConstantQ.BINS];
    int at = 0;
    for (byte[] portion : portions) {
      System.arraycopy(portion, 0, all, at, portion.length);
      at += portion.length;
    }
    return new SoundFrames(all, count);
  }

  private static byte[] bytes(float[] frames) {
    byte[] bytes = new byte[frames.length];
    for (int i = 0; i < frames.length; i++) {
      bytes[i] = (byte) Math.round(frames[i] * STEPS);
    }
    return bytes;
  }

  /** Number of frames T. */
  public int count() {
    return count;
  }

  /** Level of a frequency in a frame, 0 to 255. */
  public int level(int frame, int bin) {
    return Byte.toUnsignedInt(strengths[frame * ConstantQ.BINS + bin]);
  }

  /** The strength that a level stands for, 0 to {@link ConstantQ#MOST}. */
  public static float strength(int level) {
    return level / STEPS;
  }
}
