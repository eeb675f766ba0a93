package ductus.music.choir;

import ductus.music.NoteName;
import java.util.List;

/**
 * How a phrase ends, as its plan says it.
 *
 * @param root of the last chord, in semitones above the keynote, 0 to 11
 * @param third of the last chord
 * @param led whether the leading note of that root sounds shortly before: a close in its key rather
 *     than a half close
 */
public record Cadence(int root, Third third, boolean led) {
  private static final int OCTAVE = 12;

  /** The third of a chord. */
  public enum Third {
    MAJOR,
    MINOR,
    /** None, or both. */
    OPEN
  }

  private static final List<Third> THIRDS = List.of(Third.values());

  /** Number of cadences. */
  public static final int COUNT = 2 * OCTAVE * THIRDS.size();

  public Cadence {
    if (root < 0 || root >= OCTAVE) {
      throw new IllegalArgumentException("root must be 0 to 11 but was " + root);
    }
  }

  /** The cadence of an index, 0 to {@link #COUNT} - 1. */
  public static Cadence of(int index) {
    return new Cadence(index / 2 % OCTAVE, THIRDS.get(index / (2 * OCTAVE)), index % 2 == 1);
  }

  /** Index of this cadence among all. */
  public int index() {
    return (THIRDS.indexOf(third) * OCTAVE + root) * 2 + (led ? 1 : 0);
  }

  @Override
  public String toString() {
    return NoteName.withoutOctave(root, 0)
        + switch (third) {
          case MAJOR -> "";
          case MINOR -> "m";
          case OPEN -> "5";
        }
        + (led ? " (led)" : "");
  }
}
