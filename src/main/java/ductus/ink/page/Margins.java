package ductus.ink.page;

import ductus.picture.SvgDocument;
import java.util.Locale;

/** The widths that stay free around the writing, in mm. */
public record Margins(double top, double right, double bottom, double left) {
  private static final double NARROWEST = 6;
  private static final double WIDEST = 22;
  private static final double SHARE = 0.1;

  public Margins {
    for (double margin : new double[] {top, right, bottom, left}) {
      if (!(margin >= 0) || Double.isInfinite(margin)) {
        throw new IllegalArgumentException("a margin must be 0 mm or more but was " + margin);
      }
    }
  }

  /** Returns margins of one width on all sides. */
  public static Margins all(double margin) {
    return new Margins(margin, margin, margin, margin);
  }

  /** Returns margins that look well on a paper: a tenth of its shorter side, within limits. */
  public static Margins on(Paper paper) {
    double share = SHARE * Math.min(paper.width(), paper.height());
    return all(Math.max(NARROWEST, Math.min(WIDEST, share)));
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%s, %s, %s, %s mm",
        SvgDocument.number(top),
        SvgDocument.number(right),
        SvgDocument.number(bottom),
        SvgDocument.number(left));
  }
}
