package ductus.model.caption;

/** A picture and what is written about it, as numbers with the end behind them. Immutable. */
public final class CaptionedPicture {
  private final SketchPicture picture;
  private final int[] target;

  /** Copies the target, one number or more. */
  public CaptionedPicture(SketchPicture picture, int[] target) {
    if (target.length == 0) {
      throw new IllegalArgumentException("a caption must have the end at least but has no number");
    }
    this.picture = picture;
    this.target = target.clone();
  }

  /** Returns the same caption of another picture. */
  public CaptionedPicture withPicture(SketchPicture other) {
    return new CaptionedPicture(other, target);
  }

  /** Steps T of the target. */
  public int targetLength() {
    return target.length;
  }

  SketchPicture picture() {
    return picture;
  }

  /** A copy of the target. */
  int[] target() {
    return target.clone();
  }
}
