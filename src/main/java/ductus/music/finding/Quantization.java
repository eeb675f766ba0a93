package ductus.music.finding;

import ductus.music.MelodyNote;
import java.util.List;

/**
 * A voice set on a grid.
 *
 * @param stepsPerQuarter the grid
 * @param notes in grid steps, none overlapping the next
 * @param meanError of the onsets, in quarter notes
 * @param maxError of the onsets, in quarter notes
 * @param dropped notes for which the grid had no free step near them
 */
public record Quantization(
    int stepsPerQuarter, List<MelodyNote> notes, double meanError, double maxError, int dropped) {
  public Quantization {
    notes = List.copyOf(notes);
  }

  /**
   * The mean error as a share of a grid step: 0 on the grid, about 0.25 where the notes have no
   * beat at all.
   */
  public double meanErrorInSteps() {
    return meanError * stepsPerQuarter;
  }
}
