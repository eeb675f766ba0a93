package ductus.ink.prepare;

import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Scales a level line of writing to an x-height of 1, its baseline on 0 and its left end at x = 0.
 * The baseline is where most bottoms of strokes are, the x-height where most tops are. Where the
 * text is known and has few letters of that height, most tops are taken for capitals; where it is
 * not known, for x-heights if there are none lower.
 */
public record HeightNormalization() implements PreparationStep {
  private static final String X_HIGH = "acegijmnopqrsuvwxyz";
  private static final double FEW = 0.3;

  /** Height of capitals and digits, in x-heights. */
  private static final double CAPITAL = 1.6;

  /** Width within which tops are near one another, in heights of letters. */
  private static final double WIDTH = 0.05;

  /** Least height of a letter's top above the baseline, in heights of letters. */
  private static final double LOWEST_TOP = 0.3;

  /** Range of x-heights if most tops are those of capitals and ascenders, in their height. */
  private static final double[] LOWER = {0.45, 0.78};

  /** Share of the highest peak's density above which a peak in that range is the x-height. */
  private static final double ENOUGH = 0.5;

  @Override
  public PreparedInk apply(Handwriting ink) {
    double height = TurningPoints.letterHeight(ink);
    if (height == 0) {
      return PreparedInk.of(ink);
    }
    TurningPoints turns = TurningPoints.of(ink);
    double baseline = peak(heights(turns.bottoms()), WIDTH * height).orElse(0);
    double[] tops =
        Arrays.stream(heights(turns.tops()))
            .map(top -> top - baseline)
            .filter(top -> top > LOWEST_TOP * height)
            .toArray();
    double xHeight = xHeight(ink, tops, WIDTH * height).orElse(height);
    double left = ink.box().orElseThrow().left();
    return new PreparedInk(
        ink.map(
            point -> point.moved((point.x() - left) / xHeight, (point.y() - baseline) / xHeight)),
        List.of(
            new PreparedInk.Estimate(PreparedInk.BASELINE, baseline, "source units"),
            new PreparedInk.Estimate(PreparedInk.X_HEIGHT, xHeight, "source units")));
  }

  private static OptionalDouble xHeight(Handwriting ink, double[] tops, double width) {
    OptionalDouble most = peak(tops, width);
    if (most.isEmpty()) {
      return most;
    }
    double top = most.getAsDouble();
    if (ink.text().isPresent()) {
      return OptionalDouble.of(hasFewXHigh(ink.text().get()) ? top / CAPITAL : top);
    }
    double[] lower =
        Arrays.stream(tops).filter(any -> any > LOWER[0] * top && any < LOWER[1] * top).toArray();
    OptionalDouble second = peak(lower, width);
    boolean isXHeight =
        second.isPresent()
            && density(second.getAsDouble(), lower, width) > ENOUGH * density(top, tops, width);
    return isXHeight ? second : most;
  }

  private static boolean hasFewXHigh(String text) {
    long marks = text.codePoints().filter(Character::isLetterOrDigit).count();
    long xHigh = text.codePoints().filter(c -> X_HIGH.indexOf(c) >= 0).count();
    return xHigh < FEW * marks;
  }

  private static double[] heights(List<PenPoint> points) {
    return points.stream().mapToDouble(PenPoint::y).toArray();
  }

  private static OptionalDouble peak(double[] values, double width) {
    return values.length == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of(DensityPeak.peak(values, ones(values.length), width));
  }

  private static double density(double place, double[] values, double width) {
    return DensityPeak.at(place, values, ones(values.length), width);
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
