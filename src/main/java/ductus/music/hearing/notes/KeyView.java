package ductus.music.hearing.notes;

import ductus.math.Elementary;
import ductus.music.hearing.AudioAnalysis;
import ductus.music.hearing.ConstantQ;
import ductus.music.hearing.SoundFrames;

/**
 * The spectrum as it is seen from a key: the strengths from two octaves below it to its tenth
 * partial, how much its first {@value #PARTIALS} partials rose, and how high the key is. The same
 * chord looks the same from each of its keys wherever it is played, so one network can listen to
 * all keys (as harmonic stacking does for convolutions: Bittner et al. 2022).
 *
 * <p>What is heard can be colored: each frequency made louder or softer, as rooms and microphones
 * do.
 */
public final class KeyView {
  /** Number of values of a frame, K. */
  public static final int SIZE = 208;

  private static final int PARTIALS = 8;
  private static final int BELOW = 24 * ConstantQ.BINS_A_SEMITONE + 1;
  private static final int SPAN = SIZE - PARTIALS - 2;

  /** Number of frames over which a partial rises. */
  private static final int RISE = 2;

  private static final int LEVELS = 256;
  private static final double SCALE = 0.25;

  /** Distance of each partial from the first, in frequencies of the transform. */
  private static final int[] PARTIAL_AT = new int[PARTIALS];

  static {
    for (int n = 0; n < PARTIALS; n++) {
      PARTIAL_AT[n] =
          (int)
              Math.round(
                  12 * ConstantQ.BINS_A_SEMITONE * StrictMath.log(n + 1) / StrictMath.log(2));
    }
  }

  private final float[] strengths;
  private final int count;

  /**
   * Creates the view of some frames of a sound.
   *
   * @param first of them, which may be before the sound
   * @param count T, which may go beyond it: silence
   * @param gains by which amplitudes are multiplied, one for each frequency of the transform; none
   *     leaves them alone
   */
  public KeyView(SoundFrames frames, int first, int count, float[] gains) {
    this.count = count;
    strengths = new float[count * ConstantQ.BINS];
    float[] table = new float[LEVELS];
    float[] amplitudes = new float[LEVELS];
    for (int level = 0; level < LEVELS; level++) {
      table[level] = (float) (SCALE * SoundFrames.strength(level));
      amplitudes[level] = (float) StrictMath.expm1(SoundFrames.strength(level));
    }
    for (int t = Math.max(0, -first); t < Math.min(count, frames.count() - first); t++) {
      for (int bin = 0; bin < ConstantQ.BINS; bin++) {
        int level = frames.level(first + t, bin);
        strengths[t * ConstantQ.BINS + bin] =
            gains.length == 0
                ? table[level]
                : (float) (SCALE * Elementary.log(1 + gains[bin] * amplitudes[level]));
      }
    }
  }

  /**
   * Returns what a key sees.
   *
   * @param key counted from {@link AudioAnalysis#LOWEST}
   * @return [T×K]
   */
  public float[] of(int key) {
    int center = ConstantQ.bin(key + AudioAnalysis.LOWEST);
    float[] view = new float[count * SIZE];
    int from = Math.max(0, BELOW - center);
    int to = Math.min(SPAN, ConstantQ.BINS - center + BELOW);
    for (int t = 0; t < count; t++) {
      int at = t * SIZE;
      System.arraycopy(
          strengths, t * ConstantQ.BINS + center - BELOW + from, view, at + from, to - from);
      for (int n = 0; n < PARTIALS; n++) {
        view[at + SPAN + n] = rise(t, center + PARTIAL_AT[n]);
      }
      view[at + SPAN + PARTIALS] = (float) key / AudioAnalysis.KEYS;
      view[at + SPAN + PARTIALS + 1] = 1;
    }
    return view;
  }

  private float rise(int t, int bin) {
    return bin + 1 >= ConstantQ.BINS || t < RISE
        ? 0
        : Math.max(0, strongest(t, bin) - strongest(t - RISE, bin));
  }

  private float strongest(int t, int bin) {
    int at = t * ConstantQ.BINS + bin;
    return Math.max(strengths[at], Math.max(strengths[at - 1], strengths[at + 1]));
  }
}
