package ductus.music.engraving.repeat;

/**
 * Bars that are played twice, by the indexes of written bars.
 *
 * @param first bar of the section
 * @param ending first bar of the first ending; {@code end} where both times end alike
 * @param end the bar behind the first time
 * @param last the bar behind the second ending; {@code end} where both times end alike
 */
public record RepeatedSection(int first, int ending, int end, int last) {
  public RepeatedSection {
    if (first < 0 || first >= end || ending <= first || ending > end || last < end) {
      throw new IllegalArgumentException(
          "bars must be in order but were %d, %d, %d, %d".formatted(first, ending, end, last));
    }
  }

  /** Number of the ending that a bar belongs to: 1 or 2; 0 for none. */
  public int endingOf(int bar) {
    return bar >= ending && bar < end ? 1 : bar >= end && bar < last ? 2 : 0;
  }
}
