package ductus.music.touch;

import java.util.random.RandomGenerator;

/** The classes in which a network tells loudness and shift. */
public final class TouchClasses {
  /** Steps of velocity from one class of loudness to the next. */
  private static final int LOUDNESS_WIDTH = 4;

  /** The loudest class; as many are below the mean. */
  private static final int MOST_LOUDNESS = 16;

  /** Classes of loudness. */
  public static final int LOUDNESSES = 2 * MOST_LOUDNESS + 1;

  /** Milliseconds from one class of shift to the next. */
  private static final int SHIFT_WIDTH = 4;

  /** The latest class; as many are before the written moment. */
  private static final int MOST_SHIFT = 15;

  /** Classes of shift. */
  public static final int SHIFTS = 2 * MOST_SHIFT + 1;

  private TouchClasses() {}

  /** The class of a loudness, 0 to {@link #LOUDNESSES} − 1. */
  public static int ofLoudness(double loudness) {
    return classOf(loudness, LOUDNESS_WIDTH, MOST_LOUDNESS);
  }

  /** The class of a shift, 0 to {@link #SHIFTS} − 1. */
  public static int ofShift(double shift) {
    return classOf(shift, SHIFT_WIDTH, MOST_SHIFT);
  }

  private static int classOf(double value, int width, int most) {
    return (int) Math.max(-most, Math.min(most, Math.rint(value / width))) + most;
  }

  /** The loudness in the middle of a class. */
  public static double loudness(int each) {
    return (double) (each - MOST_LOUDNESS) * LOUDNESS_WIDTH;
  }

  /** The shift in the middle of a class. */
  public static double shift(int each) {
    return (double) (each - MOST_SHIFT) * SHIFT_WIDTH;
  }

  /** A touch in the middle of its classes, moved to anywhere in them. */
  public static PlayedNote spread(PlayedNote note, boolean timed, RandomGenerator random) {
    double loudness = (random.nextDouble() - 0.5) * LOUDNESS_WIDTH;
    double shift = timed ? (random.nextDouble() - 0.5) * SHIFT_WIDTH : 0;
    return new PlayedNote(note.written(), note.loudness() + loudness, note.shift() + shift);
  }
}
