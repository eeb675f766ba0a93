package ductus.music.arrangement;

import java.util.Comparator;

/**
 * A note of an arrangement.
 *
 * @param onset step
 * @param duration steps; 0 is shorter than half a step
 * @param pitch MIDI key number, 0 to 127
 * @param velocity one of 32 classes, 0 to 31, each of four MIDI velocities
 * @param program General MIDI program, 0 to 127; drum kits are 128 and more
 * @param part 1 to 16: tells voices of one program apart
 */
public record PartNote(int onset, int duration, int pitch, int velocity, int program, int part) {
  /** Program of the standard drum kit; kit n is n more. */
  public static final int DRUMS = 128;

  /** Number of programs and drum kits. */
  public static final int PROGRAMS = 256;

  /** Number of velocities. */
  public static final int VELOCITIES = 32;

  /** Most parts of a program. */
  public static final int MOST_PARTS = 16;

  /** Number of instruments: programs times parts. */
  public static final int INSTRUMENTS = PROGRAMS * MOST_PARTS;

  /**
   * The order of the notes of an arrangement: by onset, program, part, pitch, duration, velocity.
   */
  static final Comparator<PartNote> ORDER =
      Comparator.comparingInt(PartNote::onset)
          .thenComparingInt(PartNote::instrument)
          .thenComparingInt(PartNote::pitch)
          .thenComparingInt(PartNote::duration)
          .thenComparingInt(PartNote::velocity);

  public PartNote {
    require("onset", onset, 0, Arrangement.MOST_STEPS);
    require("duration", duration, 0, Arrangement.MOST_STEPS);
    require("pitch", pitch, 0, 127);
    require("velocity", velocity, 0, VELOCITIES - 1);
    require("program", program, 0, PROGRAMS - 1);
    require("part", part, 1, MOST_PARTS);
  }

  /** Step at which the note ends. */
  public int end() {
    return onset + duration;
  }

  /** Whether the note is a drum stroke. */
  public boolean isDrum() {
    return program >= DRUMS;
  }

  /** The note's program and part in one number. */
  public int instrument() {
    return instrument(program, part);
  }

  /** A program and part in one number, below {@link #INSTRUMENTS}. */
  public static int instrument(int program, int part) {
    return program * MOST_PARTS + part - 1;
  }

  private static void require(String what, int value, int least, int most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          "%s must be %d to %d but was %d".formatted(what, least, most, value));
    }
  }
}
