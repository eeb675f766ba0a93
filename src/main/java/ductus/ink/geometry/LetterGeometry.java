package ductus.ink.geometry;

import ductus.ink.Box;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * Sizes and feet of the letters of a line, beside each other.
 *
 * @param xHeight mean height of letters without ascender and descender, x-heights
 * @param sizeSpread standard deviation of their heights within a line, as a share of the line's
 *     mean; the mean over the lines
 * @param baselineSpread standard deviation of the lower ends of letters that stand on the baseline
 *     within a line, x-heights; the mean over the lines
 */
public record LetterGeometry(double xHeight, double sizeSpread, double baselineSpread)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final String SMALL = "acemnorsuvwxz";
  private static final String STANDING = SMALL + "bdhiklt";

  /** Fewest letters of a line that say how they spread. */
  private static final int FEWEST = 4;

  static LetterGeometry of(List<AlignedLine> lines) {
    List<Double> heights = new ArrayList<>();
    List<Double> sizes = new ArrayList<>();
    List<Double> feet = new ArrayList<>();
    for (AlignedLine line : lines) {
      Distribution small = of(line, SMALL, Box::height);
      if (small.size() >= FEWEST) {
        heights.add(small.mean());
        sizes.add(small.deviation() / small.mean());
      }
      Distribution standing = of(line, STANDING, Box::bottom);
      if (standing.size() >= FEWEST) {
        feet.add(standing.deviation());
      }
    }
    return new LetterGeometry(
        new Distribution(heights).mean(),
        new Distribution(sizes).mean(),
        new Distribution(feet).mean());
  }

  private static Distribution of(AlignedLine line, String letters, ToDoubleFunction<Box> measure) {
    List<Double> measured = new ArrayList<>();
    for (int at = 0; at < line.characters().size(); at++) {
      if (letters.indexOf(line.characters().get(at)) >= 0) {
        Optional<Box> box = line.box(at);
        box.ifPresent(ink -> measured.add(measure.applyAsDouble(ink)));
      }
    }
    return new Distribution(measured);
  }
}
