package ductus.music.engraving.layout;

import ductus.music.engraving.drawing.Drawing;
import ductus.music.engraving.glyph.Glyph;
import ductus.music.engraving.repeat.PrintedScore;
import ductus.music.engraving.staff.Clef;
import ductus.music.engraving.staff.Staff;
import ductus.music.engraving.staff.StaffScore;
import ductus.music.notation.NotatedBar;

/**
 * What stands at the start of a bar: clef and key at that of a system, changes of key and metre.
 */
final class BarHeads {
  private static final double MARGIN = 0.6;
  private static final double CLEF = 3.2;
  private static final double KEY_STEP = 1.0;
  private static final double FIGURE_GAP = 0.05;

  /** Positions of sharps and flats in the treble clef; in the bass clef they are two lower. */
  private static final int[] SHARPS = {4, 1, 5, 2, -1, 3, 0};

  private static final int[] FLATS = {0, 3, -1, 2, -2, 1, -3};

  private final PrintedScore printed;
  private final StaffScore score;

  BarHeads(PrintedScore printed) {
    this.printed = printed;
    this.score = printed.score();
  }

  /** Width of what stands at the start of a bar. */
  double width(int index, boolean startsSystem) {
    double width = startsSystem ? MARGIN + CLEF : 0;
    width += keyWidth(index, startsSystem);
    return width + (hasMetre(index) ? metreWidth(index) : 0) + repeatWidth(index);
  }

  /** Width of the sign to which one goes back; it stands behind all else. */
  double repeatWidth(int index) {
    return printed.begins(index) ? RepeatSign.START : 0;
  }

  private double keyWidth(int index, boolean startsSystem) {
    int signs = keySigns(index, startsSystem);
    return signs == 0 ? 0 : signs * KEY_STEP + 0.5;
  }

  /** Number of signs of the key that is written, naturals where it has none now. */
  private int keySigns(int index, boolean startsSystem) {
    int now = score.bars().get(index).key().fifths();
    int before = index == 0 ? 0 : score.bars().get(index - 1).key().fifths();
    if (startsSystem && now != 0) {
      return Math.abs(now);
    } else if (now == before) {
      return 0;
    }
    return now == 0 ? Math.abs(before) : Math.abs(now);
  }

  private boolean hasMetre(int index) {
    return index == 0
        || !score.bars().get(index).metre().sameMetre(score.bars().get(index - 1).metre());
  }

  private double metreWidth(int index) {
    NotatedBar bar = score.bars().get(index);
    return Math.max(figures(bar.metre().numerator()), figures(bar.metre().denominator())) + 0.7;
  }

  private static double figures(int number) {
    return Integer.toString(number)
        .chars()
        .mapToDouble(digit -> Glyph.figure(digit - '0').width() + FIGURE_GAP)
        .sum();
  }

  /** Draws the start of a bar of a staff. */
  void draw(Drawing drawing, Staff staff, int index, boolean startsSystem, double left) {
    double x = left;
    if (startsSystem) {
      x += MARGIN;
      clef(drawing, staff.clef(), x);
      x += CLEF;
    } else {
      x += 0.5;
    }
    if (staff.clef() != Clef.PERCUSSION) {
      key(drawing, staff.clef(), index, startsSystem, x);
    }
    x =
        left
            + width(index, startsSystem)
            - repeatWidth(index)
            - (hasMetre(index) ? metreWidth(index) : 0);
    if (hasMetre(index)) {
      NotatedBar bar = score.bars().get(index);
      double wide = metreWidth(index) - 0.7;
      double from = startsSystem ? x : x + 0.4;
      number(drawing, bar.metre().numerator(), from + wide / 2, -1);
      number(drawing, bar.metre().denominator(), from + wide / 2, 1);
    }
  }

  private static void clef(Drawing drawing, Clef clef, double x) {
    double y = -clef.position() / 2.0;
    drawing.sign(clef.glyph(), clef == Clef.PERCUSSION ? x + 0.5 : x, y);
    if (clef != Clef.PERCUSSION) {
      drawing.reach(clef.isBass() ? -2 : -3.4, clef.isBass() ? 2 : 3.7);
    }
    if (clef.octaves() != 0) {
      double at = clef.octaves() > 0 ? -3.4 : clef.isBass() ? 4.0 : 5.0;
      drawing.words(x + 1.2, at, 1.6, 0.5, "8", "octave");
    }
  }

  private void key(Drawing drawing, Clef clef, int index, boolean startsSystem, double left) {
    int signs = keySigns(index, startsSystem);
    int now = score.bars().get(index).key().fifths();
    int fifths = now == 0 && signs > 0 ? score.bars().get(index - 1).key().fifths() : now;
    Glyph glyph = now == 0 ? Glyph.NATURAL : now > 0 ? Glyph.SHARP : Glyph.FLAT;
    for (int i = 0; i < signs; i++) {
      int position = (fifths > 0 ? SHARPS[i] : FLATS[i]) - (clef.isBass() ? 2 : 0);
      drawing.sign(glyph, left + i * KEY_STEP, -position / 2.0);
    }
  }

  private static void number(Drawing drawing, int number, double middle, double y) {
    double x = middle - figures(number) / 2;
    for (char digit : Integer.toString(number).toCharArray()) {
      Glyph glyph = Glyph.figure(digit - '0');
      drawing.sign(glyph, x, y);
      x += glyph.width() + FIGURE_GAP;
    }
  }
}
