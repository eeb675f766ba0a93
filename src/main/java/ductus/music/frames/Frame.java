package ductus.music.frames;

import java.io.Serializable;
import java.util.stream.IntStream;

/**
 * The pitches that sound at one grid step, each once: a set of the keys of a piano, 21 to 108.
 *
 * @param low a bit for each of the keys 21 to 84
 * @param high a bit for each of the keys 85 to 108
 */
public record Frame(long low, long high) implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The lowest key of a piano. */
  public static final int LOWEST = 21;

  /** The highest key of a piano. */
  public static final int HIGHEST = 108;

  /** Keys of a piano. */
  public static final int KEYS = HIGHEST - LOWEST + 1;

  /** Value in place of a pitch where there is none. */
  public static final int NONE = -1;

  /** The frame in which nothing sounds. */
  public static final Frame SILENT = new Frame(0, 0);

  private static final int SPLIT = LOWEST + Long.SIZE;

  public Frame {
    if (high >>> (HIGHEST + 1 - SPLIT) != 0) {
      throw new IllegalArgumentException("pitches must be %d to %d".formatted(LOWEST, HIGHEST));
    }
  }

  /**
   * Returns the frame of some pitches.
   *
   * @throws IllegalArgumentException if one is not a key of a piano
   */
  public static Frame of(int... pitches) {
    Frame frame = SILENT;
    for (int pitch : pitches) {
      frame = frame.with(pitch);
    }
    return frame;
  }

  /** Whether a pitch is a key of a piano. */
  public static boolean holds(int pitch) {
    return pitch >= LOWEST && pitch <= HIGHEST;
  }

  /** Returns this frame with one more pitch. */
  public Frame with(int pitch) {
    if (!holds(pitch)) {
      throw new IllegalArgumentException(
          "pitch must be %d to %d but was %d".formatted(LOWEST, HIGHEST, pitch));
    }
    return pitch < SPLIT
        ? new Frame(low | 1L << (pitch - LOWEST), high)
        : new Frame(low, high | 1L << (pitch - SPLIT));
  }

  /** Whether a pitch sounds. */
  public boolean contains(int pitch) {
    return holds(pitch)
        && ((pitch < SPLIT ? low >>> (pitch - LOWEST) : high >>> (pitch - SPLIT)) & 1) == 1;
  }

  /** Whether nothing sounds in the frame. */
  public boolean isSilent() {
    return (low | high) == 0;
  }

  /** Number of pitches. */
  public int size() {
    return Long.bitCount(low) + Long.bitCount(high);
  }

  /** The lowest pitch, or {@link #NONE}. */
  public int lowest() {
    return above(LOWEST - 1);
  }

  /** The highest pitch, or {@link #NONE}. */
  public int highest() {
    return below(HIGHEST + 1);
  }

  /** The next pitch above another, or {@link #NONE}. */
  public int above(int pitch) {
    int from = Math.max(LOWEST, pitch + 1);
    if (from < SPLIT) {
      long rest = low >>> (from - LOWEST);
      if (rest != 0) {
        return from + Long.numberOfTrailingZeros(rest);
      }
      from = SPLIT;
    }
    long rest = from > HIGHEST ? 0 : high >>> (from - SPLIT);
    return rest == 0 ? NONE : from + Long.numberOfTrailingZeros(rest);
  }

  /** The next pitch below another, or {@link #NONE}. */
  public int below(int pitch) {
    int to = Math.min(HIGHEST, pitch - 1);
    if (to >= SPLIT) {
      long rest = high << (Long.SIZE - 1 - (to - SPLIT));
      if (rest != 0) {
        return to - Long.numberOfLeadingZeros(rest);
      }
      to = SPLIT - 1;
    }
    long rest = to < LOWEST ? 0 : low << (Long.SIZE - 1 - (to - LOWEST));
    return rest == 0 ? NONE : to - Long.numberOfLeadingZeros(rest);
  }

  /** The frame of the pitches up to one. */
  public Frame upTo(int pitch) {
    if (pitch >= HIGHEST) {
      return this;
    }
    if (pitch < LOWEST) {
      return SILENT;
    }
    return pitch < SPLIT
        ? new Frame(low & -1L >>> (Long.SIZE - 1 - (pitch - LOWEST)), 0)
        : new Frame(low, high & -1L >>> (Long.SIZE - 1 - (pitch - SPLIT)));
  }

  /** The frame of the pitches that sound in this and another. */
  public Frame and(Frame other) {
    return new Frame(low & other.low, high & other.high);
  }

  /**
   * The n-th pitch, or {@link #NONE}.
   *
   * @param index from the lowest, 0, upwards
   */
  public int pitch(int index) {
    int pitch = lowest();
    for (int i = 0; i < index && pitch != NONE; i++) {
      pitch = above(pitch);
    }
    return pitch;
  }

  /** The pitches of the frame, upwards. */
  public IntStream pitches() {
    return IntStream.iterate(lowest(), pitch -> pitch != NONE, this::above);
  }

  /**
   * Returns this frame so many semitones higher.
   *
   * @throws IllegalArgumentException if a pitch is then no key of a piano
   */
  public Frame transpose(int semitones) {
    Frame moved = SILENT;
    for (int pitch = lowest(); pitch != NONE; pitch = above(pitch)) {
      moved = moved.with(pitch + semitones);
    }
    return moved;
  }

  @Override
  public String toString() {
    return pitches().boxed().toList().toString();
  }
}
