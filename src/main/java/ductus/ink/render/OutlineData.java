package ductus.ink.render;

import ductus.ink.curve.CubicBezier;
import java.util.List;

/**
 * A closed row of curves as path data of SVG: relative, to a hundredth of a millimeter, so that an
 * outline takes little room. Each curve goes on from where the rounded one before it ended.
 */
final class OutlineData {
  private static final int PER_MILLIMETER = 100;

  private final StringBuilder data = new StringBuilder();
  private long x;
  private long y;

  private OutlineData() {}

  /**
   * The path data.
   *
   * @param curves in mm, y upwards, one or more
   * @param height of the paper, from whose top SVG counts
   */
  static String of(List<CubicBezier> curves, double height) {
    OutlineData outline = new OutlineData();
    CubicBezier first = curves.get(0);
    outline.data.append('M');
    outline.number(rounded(first.x0()), true);
    outline.number(rounded(height - first.y0()), false);
    outline.x = rounded(first.x0());
    outline.y = rounded(height - first.y0());
    outline.data.append('c');
    boolean begins = true;
    for (CubicBezier curve : curves) {
      outline.number(rounded(curve.x1()) - outline.x, begins);
      outline.number(rounded(height - curve.y1()) - outline.y, false);
      outline.number(rounded(curve.x2()) - outline.x, false);
      outline.number(rounded(height - curve.y2()) - outline.y, false);
      outline.number(rounded(curve.x3()) - outline.x, false);
      outline.number(rounded(height - curve.y3()) - outline.y, false);
      outline.x = rounded(curve.x3());
      outline.y = rounded(height - curve.y3());
      begins = false;
    }
    return outline.data.append('z').toString();
  }

  private static long rounded(double millimeters) {
    return Math.round(millimeters * PER_MILLIMETER);
  }

  /** Appends hundredths without what SVG can do without: zeros, and spaces before a minus. */
  private void number(long hundredths, boolean isFirst) {
    if (hundredths < 0) {
      data.append('-');
    } else if (!isFirst) {
      data.append(' ');
    }
    long whole = Math.abs(hundredths) / PER_MILLIMETER;
    long part = Math.abs(hundredths) % PER_MILLIMETER;
    if (whole > 0 || part == 0) {
      data.append(whole);
    }
    if (part > 0) {
      data.append('.').append(part / 10);
      if (part % 10 > 0) {
        data.append(part % 10);
      }
    }
  }
}
