package ductus.ink.render;

import ductus.ink.motion.PageTiming;
import ductus.ink.motion.PageTiming.TimedStroke;
import ductus.ink.page.Page;
import ductus.picture.SvgDocument;
import java.util.Locale;

/**
 * A page as SVG that writes itself, each stroke in its time and at its pace: by style sheet alone,
 * without a script. Where people asked for less motion, and in programs that know no animation, the
 * whole page is there at once; in those that know no {@code linear()} a stroke takes its time
 * evenly.
 */
public final class AnimatedPageSvg {
  /**
   * Style sheet that moves a dash as long as the path into it. The gap is longer, so that no second
   * one shows. What has not begun is hidden: browsers draw a dot through any gap.
   */
  private static final String CSS =
      """

      @media (prefers-reduced-motion: no-preference) { path { animation: write linear backwards } }
      @keyframes write {
        from { visibility: hidden; stroke-dasharray: 1 1.1; stroke-dashoffset: 1 }
        to { visibility: visible; stroke-dasharray: 1 1.1; stroke-dashoffset: 0 }
      }
      """;

  private final PageTiming timing;

  private AnimatedPageSvg(PageTiming timing) {
    this.timing = timing;
  }

  /**
   * Draws the page.
   *
   * @param timing of this page
   */
  public static byte[] svg(Page page, String title, Ink ink, PageTiming timing) {
    return PageSvg.svg(page, title, ink, CSS, new AnimatedPageSvg(timing)::attributes);
  }

  private String[] attributes(int stroke) {
    TimedStroke timed = timing.strokes().get(stroke);
    String style =
        String.format(
            Locale.ROOT,
            "animation-delay:%ss;animation-duration:%ss%s",
            SvgDocument.number(timed.begin()),
            SvgDocument.number(timed.timing().seconds()),
            PaceEasing.of(timed.timing())
                .map(easing -> ";animation-timing-function:" + easing)
                .orElse(""));
    return new String[] {"pathLength", "1", "style", style};
  }
}
