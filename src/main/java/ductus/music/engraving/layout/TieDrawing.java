package ductus.music.engraving.layout;

import ductus.music.engraving.drawing.Drawing;
import ductus.music.engraving.staff.StaffHead;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/** Draws the ties of a staff in one system, half ones at its edges. */
final class TieDrawing {
  private static final double HALF = 2.2;
  private static final double THICKNESS = 0.22;

  /** A note that waits for what it is tied to. */
  private record Waiting(double x, double y, boolean above) {}

  private final Drawing drawing;
  private final Map<Integer, Waiting> byNote = new HashMap<>();

  TieDrawing(Drawing drawing) {
    this.drawing = drawing;
  }

  /** Takes the heads of a sign; signs come in the order of time. */
  void add(SignPlace place, double x, boolean isShared) {
    int count = place.sign().heads().size();
    for (int i = 0; i < count; i++) {
      StaffHead head = place.sign().heads().get(i);
      double left = x + place.heads().get(i);
      double y = -head.position() / 2.0;
      boolean single = count == 1 || isShared;
      boolean above = single ? isShared == place.up() : i * 2 >= count;
      if (head.tiedBefore()) {
        Waiting begun = byNote.remove(head.note());
        if (begun == null) {
          draw(left - HALF, left - 0.1, y, above);
        } else {
          draw(begun.x(), left - 0.1, begun.y(), begun.above());
        }
      }
      if (head.tiedAfter()) {
        double right = left + SignPlace.shape(place.sign(), head).width() + 0.1;
        byNote.put(head.note(), new Waiting(right, y, above));
      }
    }
  }

  /** Draws what goes on in the next system. */
  void end(double right) {
    byNote.values().stream()
        .sorted(Comparator.comparingDouble(Waiting::x).thenComparingDouble(Waiting::y))
        .forEach(
            each -> draw(each.x(), Math.max(each.x() + 1, right - 0.2), each.y(), each.above()));
  }

  private void draw(double x1, double x2, double head, boolean above) {
    double way = above ? -1 : 1;
    double length = Math.max(0.8, x2 - x1);
    double end = x1 + length;
    double y = head + way * 0.55;
    double rise = way * Math.min(1.3, 0.45 + 0.07 * length);
    double inset = Math.min(2.2, length * 0.28);
    double inner = rise - way * THICKNESS;
    drawing.curves(
        x1,
        y,
        x1 + inset,
        y + rise,
        end - inset,
        y + rise,
        end,
        y,
        end - inset,
        y + inner,
        x1 + inset,
        y + inner,
        x1,
        y);
  }
}
