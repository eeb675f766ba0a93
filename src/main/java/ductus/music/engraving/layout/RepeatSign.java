package ductus.music.engraving.layout;

import ductus.music.engraving.drawing.Drawing;
import ductus.music.engraving.glyph.Glyph;

/** Draws the bar lines of repeats: a thick line, a thin one and two dots on each staff. */
final class RepeatSign {
  /** Width of the sign at the start of a section. */
  static final double START = 1.75;

  /** Room that the sign at the end of a section needs behind the last note. */
  static final double END = 1.9;

  private static final double THIN = 0.16;
  private static final double THICK = 0.5;
  private static final double GAP = 0.37;
  private static final double REACH = 2.05;

  private RepeatSign() {}

  /**
   * Draws the sign to which one goes back, on joined staves.
   *
   * @param meetsEnd whether the sign of another section's end stands at its left
   * @param middles heights of the middle lines of all staves
   */
  static void start(
      Drawing system, double left, boolean meetsEnd, double[] middles, int first, int last) {
    double top = middles[first] - REACH;
    double bottom = middles[last] + REACH;
    if (!meetsEnd) {
      system.rule(left + THICK / 2, top, left + THICK / 2, bottom, THICK);
    }
    double thin = left + (meetsEnd ? 0 : THICK) + GAP + THIN / 2;
    system.rule(thin, top, thin, bottom, THIN);
    dots(system, thin + THIN / 2 + GAP, middles, first, last);
  }

  /** Draws the sign from which one goes back, on joined staves. */
  static void end(Drawing system, double right, double[] middles, int first, int last) {
    double top = middles[first] - REACH;
    double bottom = middles[last] + REACH;
    system.rule(right - THICK / 2, top, right - THICK / 2, bottom, THICK);
    double thin = right - THICK - GAP - THIN / 2;
    system.rule(thin, top, thin, bottom, THIN);
    dots(system, thin - THIN / 2 - GAP - Glyph.DOT.width(), middles, first, last);
  }

  private static void dots(Drawing system, double x, double[] middles, int first, int last) {
    for (int staff = first; staff <= last; staff++) {
      system.sign(Glyph.DOT, x, middles[staff] - 0.5);
      system.sign(Glyph.DOT, x, middles[staff] + 0.5);
    }
  }
}
