package ductus.ink.gather;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The place of a writer's small letters, in the unit of the ink.
 *
 * @param baseline usual bottom
 * @param xHeight from there to their usual top
 */
record WritingFrame(double baseline, double xHeight) {
  private static final String SMALL = "acemnorsuvwxz";

  /** Measures characters that were written in one size on one baseline. */
  static WritingFrame of(List<Handwriting> characters) {
    List<Box> boxes =
        characters.stream()
            .filter(character -> SMALL.contains(character.text().orElse("?")))
            .flatMap(character -> character.box().stream())
            .toList();
    double baseline = median(boxes, Box::bottom);
    double xHeight = median(boxes, Box::top) - baseline;
    if (!(xHeight > 0)) {
      throw new IllegalArgumentException(
          "a hand must have one of the letters " + SMALL + " to be measured but has none");
    }
    return new WritingFrame(baseline, xHeight);
  }

  private static double median(List<Box> boxes, ToDoubleFunction<Box> side) {
    double[] sorted = boxes.stream().mapToDouble(side).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  /** Returns a character on the baseline y = 0 at x-height 1. */
  Handwriting prepared(Handwriting character) {
    return character.map(
        point -> point.moved(point.x() / xHeight, (point.y() - baseline) / xHeight));
  }
}
