package ductus.music.harmony;

/**
 * A chord that lasts for a while, in ticks.
 *
 * @param end of the span, after its onset
 * @param probability that it is this chord and no other, 0 to 1; 1 where the file itself names it
 */
public record ChordSpan(long onset, long end, ChordSymbol chord, double probability) {
  public ChordSpan {
    if (onset < 0 || end <= onset) {
      throw new IllegalArgumentException(
          "a span must end after its onset but was " + onset + " to " + end);
    }
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must be 0 to 1 but was " + probability);
    }
  }
}
