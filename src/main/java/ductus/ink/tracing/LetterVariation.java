package ductus.ink.tracing;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.variation.Bending;
import ductus.ink.variation.HandVariation;
import java.util.random.RandomGenerator;

/** Letters as others may have written them: sheared, turned, stretched, bent, with another pen. */
public final class LetterVariation {
  /** Deviations of the shear (dx/dy), of the turn, and of the log of width against height. */
  private static final double SHEAR = 0.18;

  private static final double TURN = 0.08;
  private static final double STRETCH = 0.15;

  /** Widths of the finest and the broadest nib, as parts of the letter's longer side. */
  private static final double FINEST = 0.03;

  private static final double BROADEST = 0.22;

  private LetterVariation() {}

  /** Draws a letter at random: the same ink, written otherwise. */
  public static LetterPicture draw(Handwriting letter, RandomGenerator random) {
    Box box = letter.box().orElseThrow();
    double unit = Math.max(box.width(), box.height()) / 2;
    double size = unit == 0 ? 1 : unit;
    // About two x-heights high, as most letters are, so that it bends as in a line.
    Handwriting moved =
        letter.map(p -> p.moved((p.x() - box.left()) / size, (p.y() - box.bottom()) / size));
    Bending bending = new Bending(moved.box().orElseThrow(), HandVariation.wide(), random);
    double shear = SHEAR * random.nextGaussian();
    double turn = TURN * random.nextGaussian();
    double stretch = StrictMath.exp(STRETCH * random.nextGaussian());
    double nib = FINEST * StrictMath.pow(BROADEST / FINEST, random.nextDouble());
    return LetterPicture.of(
        moved.map(
            p -> {
              double x = bending.x(p.x(), p.y());
              double y = bending.y(p.x(), p.y());
              return p.moved(stretch * x + shear * y, y + turn * x);
            }),
        nib);
  }
}
