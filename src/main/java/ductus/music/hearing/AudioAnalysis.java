package ductus.music.hearing;

/**
 * The measures in which sound is heard: the rate of samples and frames, and the keys that are told
 * apart.
 */
public final class AudioAnalysis {
  /** Number of samples a second. */
  public static final int RATE = 16_000;

  /** Number of samples from frame to frame. */
  public static final int HOP = 320;

  /** Number of frames a second. */
  public static final int FRAMES_A_SECOND = RATE / HOP;

  /** Lowest pitch that is told, A1. */
  public static final int LOWEST = 33;

  /** Highest pitch that is told, C7. */
  public static final int HIGHEST = 96;

  /** Number of pitches that are told. */
  public static final int KEYS = HIGHEST - LOWEST + 1;

  private AudioAnalysis() {}

  /** Whether a pitch is told. */
  public static boolean holds(int pitch) {
    return pitch >= LOWEST && pitch <= HIGHEST;
  }

  /** Number of frames of so many samples: one at each multiple of {@link #HOP} from 0 on. */
  public static int frames(long samples) {
    return Math.toIntExact((samples + HOP - 1) / HOP);
  }

  /** The time of a frame, or of a place between frames, in seconds. */
  public static double seconds(double frame) {
    return frame / FRAMES_A_SECOND;
  }
}
