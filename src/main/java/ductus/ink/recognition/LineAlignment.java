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
 * @param certainties probability that the reader gives each character where it is most certain [U]
 * @param doubt what the text is less likely than what the reader itself sees, in nats a character;
 *     infinite where there are no points
 */
public record LineAlignment(int[] points, double[] certainties, double doubt) {
  /** The alignment of a line that has too little ink for its text. */
  static final LineAlignment NONE =
      new LineAlignment(new int[0], new double[0], Double.POSITIVE_INFINITY);

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
    int[] found = new int[labels.length];
    double[] certainties = new double[labels.length];
    for (int u = 0; u < labels.length; u++) {
      int step = forced.get().steps()[u];
      found[u] = points[step];
      certainties[u] = StrictMath.exp(emissions.logProbability(step, labels[u]));
    }
    double less = BestPath.logProbability(emissions) - forced.get().logProbability();
    return new LineAlignment(found, certainties, less / labels.length);
  }
}
