package ductus.task.caption;

import ductus.ink.Handwriting;
import ductus.model.caption.CaptionedPicture;
import ductus.train.Example;
import java.util.random.RandomGenerator;

/**
 * A sketch to learn from, drawn a little differently each time.
 *
 * @param seen the same as it is, with its caption
 */
record CaptionExample(Handwriting sketch, CaptionedPicture seen)
    implements Example<CaptionedPicture> {
  /** The breadths of lines, as factors of the usual one. */
  private static final double FINEST = 0.75;

  private static final double BROADEST = 1.4;

  @Override
  public int length() {
    return seen.targetLength();
  }

  @Override
  public CaptionedPicture draw(RandomGenerator random) {
    double nib = FINEST + (BROADEST - FINEST) * random.nextDouble();
    return seen.withPicture(
        SketchView.of(SketchVariation.draw(sketch, random), nib * SketchView.NIB));
  }
}
