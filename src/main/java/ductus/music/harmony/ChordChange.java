package ductus.music.harmony;

/**
 * The chord from a grid step on.
 *
 * @param step from the start of the piece
 */
public record ChordChange(int step, ChordSymbol chord) {
  public ChordChange {
    if (step < 0) {
      throw new IllegalArgumentException("step must be 0 or more but was " + step);
    }
  }
}
