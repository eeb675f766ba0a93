package ductus.music.engraving.layout;

import ductus.music.engraving.drawing.Drawing;
import ductus.music.engraving.repeat.PrintedScore;
import ductus.music.engraving.staff.StaffScore;
import java.util.ArrayList;
import java.util.List;

/** Sets a score in systems of one width. */
public final class SheetLayout {
  private final PrintedScore printed;

  /** Prepares a score. */
  public SheetLayout(PrintedScore printed) {
    this.printed = printed;
  }

  /**
   * Draws the systems, each from x = 0, the middle line of its first staff at y = 0.
   *
   * @param width of a system in staff spaces
   */
  public List<Drawing> systems(double width) {
    StaffScore score = printed.score();
    List<BarLayout> bars = new ArrayList<>();
    for (int i = 0; i < score.bars().size(); i++) {
      bars.add(new BarLayout(printed, i));
    }
    BarHeads heads = new BarHeads(printed);
    double names = Math.min(SystemDrawing.nameWidth(score), width / 4);
    double indent = score.joints().isEmpty() ? 0 : 1.6;
    LineBreaks breaks = new LineBreaks(bars, heads, width, Math.max(names, indent), indent);
    List<Integer> starts = breaks.starts();
    NoteData data = new NoteData(score);
    List<Drawing> systems = new ArrayList<>();
    for (int i = 0; i < starts.size(); i++) {
      int from = starts.get(i);
      int to = i + 1 < starts.size() ? starts.get(i + 1) : bars.size();
      double left = breaks.indent(from);
      SystemColumns columns = new SystemColumns(bars, heads, breaks, from, to, left, width - left);
      systems.add(new SystemDrawing(printed, columns, data, heads).draw());
    }
    return systems;
  }
}
