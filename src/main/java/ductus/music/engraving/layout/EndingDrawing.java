package ductus.music.engraving.layout;

import ductus.music.engraving.drawing.Drawing;
import ductus.music.engraving.repeat.PrintedScore;

/** Draws the brackets above first and second endings. */
final class EndingDrawing {
  private static final double LINE = 0.13;
  private static final double HOOK = 1.7;
  private static final double CLEARANCE = 2.1;
  private static final double LOWEST = -5.2;
  private static final double SIZE = 1.7;

  private final PrintedScore printed;
  private final SystemColumns columns;

  EndingDrawing(PrintedScore printed, SystemColumns columns) {
    this.printed = printed;
    this.columns = columns;
  }

  /** Draws those of a system above all else. */
  void draw(Drawing staff) {
    double y = Math.min(LOWEST, staff.top() - CLEARANCE);
    for (int bar = columns.from(); bar < columns.to(); bar++) {
      if (printed.ending(bar) > 0) {
        bracket(staff, bar, y);
      }
    }
  }

  private void bracket(Drawing staff, int bar, double y) {
    int ending = printed.ending(bar);
    double left = columns.barLeft(bar);
    double right = columns.barRight(bar);
    if (printed.beginsEnding(bar)) {
      left += 0.3;
      staff.rule(left, y, left, y + HOOK, LINE);
      staff.words(left + 0.5, y + HOOK, SIZE, 0, ending + ".", "ending");
    }
    if (printed.ends(bar) && ending == 1) {
      right -= 0.2;
      staff.rule(right, y, right, y + HOOK, LINE);
    }
    staff.rule(left, y, right, y, LINE);
  }
}
