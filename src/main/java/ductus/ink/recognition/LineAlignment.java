package ductus.ink.recognition;

import ductus.generate.ctc.BestPath;
import ductus.generate.ctc.Emissions;
import ductus.generate.ctc.ForcedAlignment;
import java.util.Optional;

/**
 * Where a reader finds the characters of a known text in a line.
 *
 * @param points number of a point of each character, over all strokes, ascending [U]; none where
 *     the line has too little ink for its text
 * @param doubt what the text is less likely than what the reader itself sees, in nats a character;
 *     infinite where there are no points
 */
public record LineAlignment(int[] points, double doubt) {
  static final LineAlignment NONE = new LineAlignment(new int[0], Double.POSITIVE_INFINITY);

  /**
   * Aligns a text.
   *
   * @param labels of its characters [U]
   * @param points number of the last point that each step has passed [T]
   */
  static LineAlignment of(Emissions emissions, int[] labels, int[] points) {
    Optional<ForcedAlignment> forced = ForcedAlignment.of(emissions, labels);
    if (forced.isEmpty()) {
      return NONE;
    }
    int[] found = forced.get().steps().clone();
    for (int u = 0; u < found.length; u++) {
      found[u] = points[found[u]];
    }
    double less = BestPath.logProbability(emissions) - forced.get().logProbability();
    return new LineAlignment(found, less / labels.length);
  }
}
