package ductus.ink.recognition;

import ductus.generate.ctc.BestPath;
import ductus.generate.ctc.Emissions;
import ductus.generate.ctc.ForcedAlignment;
import java.util.ArrayList;
import java.util.List;
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
public record LineAlignment(List<Integer> points, List<Double> certainties, double doubt) {
  /** Where nothing is found: a line that has too little ink for its text. */
  public static final LineAlignment NONE =
      new LineAlignment(List.of(), List.of(), Double.POSITIVE_INFINITY);

  /** What a text may be less likely than what the reader itself sees, nats a character. */
  private static final double MOST_DOUBT = 1;

  public LineAlignment {
    points = List.copyOf(points);
    certainties = List.copyOf(certainties);
  }

  /** Whether the line may well say its text. */
  public boolean isBelieved() {
    return doubt <= MOST_DOUBT;
  }

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
    List<Integer> found = new ArrayList<>();
    List<Double> certainties = new ArrayList<>();
    for (int u = 0; u < labels.length; u++) {
      int step = forced.get().steps().get(u);
      found.add(points[step]);
      certainties.add(StrictMath.exp(emissions.logProbability(step, labels[u])));
    }
    double less = BestPath.logProbability(emissions) - forced.get().logProbability();
    return new LineAlignment(found, certainties, less / labels.length);
  }
}
