package ductus.model.pen;

/**
 * How offsets are scaled before a network sees them, so that both coordinates have mean 0 and
 * deviation 1 over what it was trained on.
 */
public record OffsetScale(double meanX, double meanY, double deviationX, double deviationY) {
  public OffsetScale {
    if (!(deviationX > 0 && deviationY > 0)) {
      throw new IllegalArgumentException(
          "deviations of offsets must be above 0 but were " + deviationX + " and " + deviationY);
    }
  }

  /** Scales a horizontal offset. */
  public float scaleX(double deltaX) {
    return (float) ((deltaX - meanX) / deviationX);
  }

  /** Scales a vertical offset. */
  public float scaleY(double deltaY) {
    return (float) ((deltaY - meanY) / deviationY);
  }

  /** Undoes {@link #scaleX}. */
  public double deltaX(double scaled) {
    return scaled * deviationX + meanX;
  }

  /** Undoes {@link #scaleY}. */
  public double deltaY(double scaled) {
    return scaled * deviationY + meanY;
  }
}
