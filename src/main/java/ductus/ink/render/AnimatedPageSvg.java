package ductus.ink.render;

import ductus.ink.curve.CubicBezier;
import ductus.ink.page.Page;
import ductus.picture.SvgDocument;

/**
 * A page as SVG that writes itself, at the pace of a pen: by style sheet alone, without a script.
 * Where people asked for less motion, and in programs that know no animation, the whole page is
 * there at once.
 */
public final class AnimatedPageSvg {
  /**
   * Style sheet that moves a dash as long as the path into it. The gap is longer, and the beginning
   * a little before the path, so that no round end shows too early.
   */
  private static final String CSS =
      """

      @media (prefers-reduced-motion: no-preference) { path { animation: write linear backwards } }
      @keyframes write {
        from { stroke-dasharray: 1 1.1; stroke-dashoffset: 1.02 }
        to { stroke-dasharray: 1 1.1; stroke-dashoffset: 0 }
      }
      """;

  /** Shortest time of a stroke, in seconds, so that a dot takes some too. */
  private static final double SHORTEST = 0.03;

  /** Speed of the pen above the paper, as a multiple of that on it. */
  private static final double LIFTED = 2;

  private final double penSpeed;
  private double seconds;
  private double x = Double.NaN;
  private double y;

  private AnimatedPageSvg(double penSpeed) {
    this.penSpeed = penSpeed;
  }

  /**
   * Draws the page.
   *
   * @param penSpeed in mm a second, above 0
   */
  public static byte[] svg(Page page, String title, Ink ink, double penSpeed) {
    AnimatedPageSvg pace = new AnimatedPageSvg(penSpeed);
    return PageSvg.svg(page, title, ink, CSS, pace::attributes);
  }

  private String[] attributes(StrokePath path) {
    CubicBezier first = path.curves().get(0);
    CubicBezier last = path.curves().get(path.curves().size() - 1);
    if (!Double.isNaN(x)) {
      seconds += Math.hypot(first.x0() - x, first.y0() - y) / (penSpeed * LIFTED);
    }
    double duration = Math.max(SHORTEST, CubicBezier.length(path.curves()) / penSpeed);
    String style =
        "animation-delay:%ss;animation-duration:%ss"
            .formatted(SvgDocument.number(seconds), SvgDocument.number(duration));
    seconds += duration;
    x = last.x3();
    y = last.y3();
    return new String[] {"pathLength", "1", "style", style};
  }
}
