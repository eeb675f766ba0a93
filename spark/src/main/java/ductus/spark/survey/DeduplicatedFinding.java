package ductus.spark.survey;

import ductus.spark.survey.Finding.Place;
import java.util.Iterator;
import scala.Tuple2;

/**
 * A finding, and what it repeats.
 *
 * @param original path of the first piece that is the same; the finding's own path if it is that,
 *     or no piece
 */
record DeduplicatedFinding<P>(Finding<P> finding, String original) {
  /** Whether it is a piece that was not there before. */
  boolean isNew() {
    return finding.piece() != null && original.equals(finding.path());
  }

  /**
   * Tells first pieces from those that repeat them.
   *
   * @param sorted by their places, with all that are the same among them
   */
  static <P> Iterator<DeduplicatedFinding<P>> of(Iterator<Tuple2<Place, Finding<P>>> sorted) {
    return new Iterator<>() {
      private Place first = new Place("", "");

      @Override
      public boolean hasNext() {
        return sorted.hasNext();
      }

      @Override
      public DeduplicatedFinding<P> next() {
        Finding<P> next = sorted.next()._2();
        if (next.piece() == null || !next.hash().equals(first.hash())) {
          first = next.place();
        }
        return new DeduplicatedFinding<>(next, first.path());
      }
    };
  }
}
