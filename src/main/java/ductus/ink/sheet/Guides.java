package ductus.ink.sheet;

import ductus.ink.Handwriting;
import ductus.ink.prepare.BaselineLeveling;
import ductus.ink.prepare.HeightNormalization;
import ductus.ink.prepare.InkPreparation;
import ductus.ink.prepare.PreparedInk;
import java.util.List;
import java.util.Optional;

/**
 * The baseline and the x-height of a piece, in its own unit.
 *
 * @param angle by which both rise, in radians, around the ink's origin
 * @param baseline height of the baseline, once the ink is level
 * @param xHeight of the letters above it
 */
record Guides(double angle, double baseline, double xHeight) {
  /** The guides of prepared ink. */
  static final Guides PREPARED = new Guides(0, 0, 1);

  /** Finds the guides of a line of writing; empty where there is nothing to find. */
  static Optional<Guides> estimate(Handwriting line) {
    PreparedInk prepared =
        new InkPreparation(List.of(new BaselineLeveling(), new HeightNormalization())).apply(line);
    return prepared
        .value(PreparedInk.X_HEIGHT)
        .map(
            xHeight ->
                new Guides(
                    Math.toRadians(prepared.value(PreparedInk.BASELINE_ANGLE).orElse(0.0)),
                    prepared.value(PreparedInk.BASELINE).orElse(0.0),
                    xHeight));
  }

  /**
   * Height of a guide above a point of the x axis.
   *
   * @param xHeights 0 for the baseline, 1 for the x-height
   */
  double y(double x, double xHeights) {
    return StrictMath.tan(angle) * x + (baseline + xHeights * xHeight) / StrictMath.cos(angle);
  }
}
