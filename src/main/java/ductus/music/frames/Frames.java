package ductus.music.frames;

import java.io.Serializable;
import java.util.List;
import java.util.OptionalInt;

/**
 * A piece as what sounds at each grid step. Notes that are struck again without a gap are not told
 * apart from one that is held, nor are voices that meet on one pitch.
 *
 * @param stepsPerQuarter the grid, one of {@link #GRIDS}
 * @param steps from the start of the piece on
 * @param quartersPerMinute tempo at the start, above 0
 */
public record Frames(int stepsPerQuarter, List<Frame> steps, double quartersPerMinute)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Tempo of pieces that say none: that of a hymn. */
  public static final double USUAL_TEMPO = 80;

  /** Steps a quarter note that a piece can have, from coarse to fine. */
  public static final List<Integer> GRIDS = List.of(1, 2, 3, 4, 6, 8, 12);

  public Frames {
    steps = List.copyOf(steps);
    if (!(quartersPerMinute > 0)) {
      throw new IllegalArgumentException(
          "quarter notes a minute must be above 0 but were " + quartersPerMinute);
    }
    if (!GRIDS.contains(stepsPerQuarter)) {
      throw new IllegalArgumentException(
          "steps a quarter must be one of %s but were %d".formatted(GRIDS, stepsPerQuarter));
    }
  }

  /** Creates a piece in the usual tempo. */
  public Frames(int stepsPerQuarter, List<Frame> steps) {
    this(stepsPerQuarter, steps, USUAL_TEMPO);
  }

  /** Number of grid steps. */
  public int length() {
    return steps.size();
  }

  /** The lowest pitch; empty if nothing sounds. */
  public OptionalInt lowest() {
    return steps.stream().filter(step -> !step.isSilent()).mapToInt(Frame::lowest).min();
  }

  /** The highest pitch; empty if nothing sounds. */
  public OptionalInt highest() {
    return steps.stream().filter(step -> !step.isSilent()).mapToInt(Frame::highest).max();
  }

  /**
   * Returns this piece so many semitones higher.
   *
   * @throws IllegalArgumentException if a pitch is then no key of a piano
   */
  public Frames transpose(int semitones) {
    return new Frames(
        stepsPerQuarter,
        steps.stream().map(step -> step.transpose(semitones)).toList(),
        quartersPerMinute);
  }

  /** Returns the frames of this piece on another grid: slower or faster. */
  public Frames withStepsPerQuarter(int grid) {
    return new Frames(grid, steps, quartersPerMinute);
  }

  /** Returns this piece in another tempo. */
  public Frames withTempo(double quarters) {
    return new Frames(stepsPerQuarter, steps, quarters);
  }
}
