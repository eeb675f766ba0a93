package ductus.music.engraving.layout;

import ductus.music.engraving.drawing.Drawing;
import ductus.music.engraving.staff.StaffSign;
import ductus.music.notation.NotatedBar;
import java.util.ArrayList;
import java.util.List;

/** Draws the figure of triplets, with a bracket where no beam shows what it holds for. */
final class TupletDrawing {
  private static final double SIZE = 1.9;
  private static final double LINE = 0.12;

  private TupletDrawing() {}

  /** The triplets of a voice: signs of one cell that follow one another. */
  static List<List<StaffSign>> groups(NotatedBar bar, List<StaffSign> voice) {
    List<List<StaffSign>> groups = new ArrayList<>();
    StaffSign before = null;
    for (StaffSign sign : voice) {
      if (sign.value().triplet()) {
        boolean goesOn =
            before != null
                && before.value().triplet()
                && before.start() / bar.cell() == sign.start() / bar.cell();
        if (!goesOn) {
          groups.add(new ArrayList<>());
        }
        groups.get(groups.size() - 1).add(sign);
      }
      before = sign;
    }
    return groups;
  }

  /**
   * Draws one.
   *
   * @param y height of the beam, or of what the bracket must clear
   */
  static void draw(
      Drawing drawing, double left, double right, double y, boolean up, boolean hasBracket) {
    double middle = (left + right) / 2;
    double base = up ? y - 0.45 : y + 0.45 + SIZE * 0.68;
    if (hasBracket) {
      double line = base - SIZE * 0.33;
      double hook = up ? line + 0.7 : line - 0.7;
      drawing.rule(left, line, middle - 0.8, line, LINE);
      drawing.rule(middle + 0.8, line, right, line, LINE);
      drawing.rule(left, hook, left, line, LINE);
      drawing.rule(right, hook, right, line, LINE);
    }
    drawing.words(middle, base, SIZE, 0.5, "3", "tuplet");
  }
}
