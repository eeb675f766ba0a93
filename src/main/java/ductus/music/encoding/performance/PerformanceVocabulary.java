package ductus.music.encoding.performance;

import ductus.music.NoteName;
import ductus.music.performance.Performance;

/**
 * The tokens of {@link PerformanceEncoding}: start, end, pedal down and up; then the onsets and the
 * releases of the 128 keys, time shifts of 1 to 100 steps, and 32 velocities.
 */
public final class PerformanceVocabulary {
  /** Token that begins every sequence. */
  public static final int START = 0;

  /** Token that ends every finished sequence. */
  public static final int END = 1;

  /** Token of the sustain pedal that goes down. */
  public static final int PEDAL_DOWN = 2;

  /** Token of the sustain pedal that goes up. */
  public static final int PEDAL_UP = 3;

  /** Longest time shift, in steps of 10 ms. */
  public static final int LONGEST_SHIFT = 100;

  private static final int PITCHES = 128;
  private static final int FIRST_ONSET = PEDAL_UP + 1;
  private static final int FIRST_RELEASE = FIRST_ONSET + PITCHES;
  private static final int FIRST_SHIFT = FIRST_RELEASE + PITCHES;
  private static final int FIRST_VELOCITY = FIRST_SHIFT + LONGEST_SHIFT;

  /** Number of tokens V. */
  public static final int SIZE = FIRST_VELOCITY + Performance.VELOCITIES;

  private PerformanceVocabulary() {}

  /** The token of a key that is struck. */
  public static int onset(int pitch) {
    return FIRST_ONSET + pitch;
  }

  /** The token of a key that is released. */
  public static int release(int pitch) {
    return FIRST_RELEASE + pitch;
  }

  /**
   * The token of time that goes by.
   *
   * @param steps 1 to {@link #LONGEST_SHIFT}
   */
  public static int shift(int steps) {
    return FIRST_SHIFT + steps - 1;
  }

  /**
   * The token of the velocity with which keys are struck from there on.
   *
   * @param velocity 0 to 31
   */
  public static int velocityToken(int velocity) {
    return FIRST_VELOCITY + velocity;
  }

  /** Whether a token strikes a key. */
  public static boolean isOnset(int token) {
    return token >= FIRST_ONSET && token < FIRST_RELEASE;
  }

  /** Whether a token releases a key. */
  public static boolean isRelease(int token) {
    return token >= FIRST_RELEASE && token < FIRST_SHIFT;
  }

  /** Whether a token lets time go by. */
  public static boolean isShift(int token) {
    return token >= FIRST_SHIFT && token < FIRST_VELOCITY;
  }

  /** Whether a token sets the velocity. */
  public static boolean isVelocity(int token) {
    return token >= FIRST_VELOCITY && token < SIZE;
  }

  /** Whether a token moves the pedal. */
  public static boolean isPedal(int token) {
    return token == PEDAL_DOWN || token == PEDAL_UP;
  }

  /** MIDI key number of an onset or a release. */
  public static int pitch(int token) {
    return token - (isOnset(token) ? FIRST_ONSET : FIRST_RELEASE);
  }

  /** Number of steps of a time shift. */
  public static int steps(int shift) {
    return shift - FIRST_SHIFT + 1;
  }

  /** Velocity, 0 to 31, of a velocity's token. */
  public static int velocity(int token) {
    return token - FIRST_VELOCITY;
  }

  /** The meaning of a token in words, such as {@code on C4} or {@code 250 ms}. */
  public static String describe(int token) {
    if (isOnset(token)) {
      return "on " + NoteName.of(pitch(token));
    } else if (isRelease(token)) {
      return "off " + NoteName.of(pitch(token));
    } else if (isShift(token)) {
      return steps(token) * 1000 / Performance.STEPS_PER_SECOND + " ms";
    } else if (isVelocity(token)) {
      return "velocity " + (velocity(token) + 1) + " of " + Performance.VELOCITIES;
    }
    return switch (token) {
      case START -> "start";
      case END -> "end";
      case PEDAL_DOWN -> "pedal down";
      case PEDAL_UP -> "pedal up";
      default ->
          throw new IllegalArgumentException(
              "token must be 0 to " + (SIZE - 1) + " but was " + token);
    };
  }
}
