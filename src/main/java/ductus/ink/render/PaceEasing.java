package ductus.ink.render;

import ductus.ink.motion.StrokeTiming;
import ductus.picture.SvgDocument;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The pace of a pen as an easing of CSS: {@code linear()} with stops at even times, as few of them
 * as tell where the pen is.
 */
final class PaceEasing {
  /** How far from its true place the pen may be seen, x-heights. */
  private static final double TOLERANCE = 0.05;

  /** Times at which that is looked at, for each x-height of the way. */
  private static final int LOOKS = 10;

  private final StrokeTiming timing;

  private PaceEasing(StrokeTiming timing) {
    this.timing = timing;
  }

  /** The easing of a stroke; empty if its pace is even. */
  static Optional<String> of(StrokeTiming timing) {
    PaceEasing easing = new PaceEasing(timing);
    int steps = easing.steps();
    return steps == 1
        ? Optional.empty()
        : Optional.of(
            IntStream.rangeClosed(0, steps)
                .mapToObj(step -> stop(easing.way(step, steps)))
                .collect(Collectors.joining(",", "linear(", ")")));
  }

  /** Steps of the least number that keeps the tolerance, give or take a quarter. */
  private int steps() {
    double length = timing.length();
    int looks = (int) Math.ceil(length * LOOKS);
    int steps = 1;
    while (steps < looks && farthest(steps, looks) * length > TOLERANCE) {
      steps += 1 + steps / 4;
    }
    return steps;
  }

  /** How far straight lines between the stops are from the way, as a share of it. */
  private double farthest(int steps, int looks) {
    double farthest = 0;
    for (int look = 1; look < looks; look++) {
      double at = (double) look * steps / looks;
      int before = (int) at;
      double from = way(before, steps);
      double drawn = from + (at - before) * (way(before + 1, steps) - from);
      farthest = Math.max(farthest, Math.abs(drawn - way(look, looks)));
    }
    return farthest;
  }

  /** Share of the way that is done after some of the steps that divide the time. */
  private double way(int step, int steps) {
    return timing.way((double) step / steps);
  }

  /** A share without a zero in front. */
  private static String stop(double share) {
    return SvgDocument.number(share).replaceFirst("^0\\.", ".");
  }
}
