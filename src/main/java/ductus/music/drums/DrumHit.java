package ductus.music.drums;

import java.util.Comparator;

/**
 * A stroke on a drum.
 *
 * @param step grid steps from the start
 * @param level how hard, 1 to {@link #LEVELS}: sixteen MIDI velocities each
 * @param shift how much later than the grid it sounds, in {@link #SHIFTS ninths} of a step, −4 to
 *     4; so every moment lies within a ninth
 */
public record DrumHit(int step, Drum drum, int level, int shift) implements Comparable<DrumHit> {
  /** Number of levels. */
  public static final int LEVELS = 8;

  /** Number of shifts that are told apart in a grid step. */
  public static final int SHIFTS = 9;

  /** The largest shift; the smallest is its opposite. */
  public static final int MOST_SHIFT = SHIFTS / 2;

  private static final int VELOCITIES = 128 / LEVELS;

  private static final Comparator<DrumHit> ORDER =
      Comparator.comparingInt(DrumHit::step)
          .thenComparing(DrumHit::drum)
          .thenComparingInt(DrumHit::shift);

  public DrumHit {
    if (step < 0 || level < 1 || level > LEVELS || Math.abs(shift) > MOST_SHIFT) {
      throw new IllegalArgumentException(
          "step must be 0 or more, level 1 to %d, shift -%d to %d but were %d, %d and %d"
              .formatted(LEVELS, MOST_SHIFT, MOST_SHIFT, step, level, shift));
    }
  }

  /** The level of a MIDI velocity, 1 to 127. */
  public static int level(int velocity) {
    return (velocity - 1) / VELOCITIES + 1;
  }

  /** MIDI velocity of the stroke, the middle one of its level. */
  public int velocity() {
    return level * VELOCITIES - VELOCITIES / 2;
  }

  /**
   * Time of the stroke in grid steps from the start; a little below 0 where it comes early there.
   */
  public double time() {
    return step + (double) shift / SHIFTS;
  }

  /** Returns this stroke so many steps later. */
  public DrumHit moved(int steps) {
    return new DrumHit(step + steps, drum, level, shift);
  }

  /** Orders strokes by step, then drum, then shift. */
  @Override
  public int compareTo(DrumHit other) {
    return ORDER.compare(this, other);
  }
}
