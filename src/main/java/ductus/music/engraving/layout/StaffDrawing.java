package ductus.music.engraving.layout;

import ductus.music.engraving.drawing.Drawing;
import ductus.music.engraving.glyph.Glyph;
import ductus.music.engraving.staff.Staff;
import ductus.music.engraving.staff.StaffBar;
import ductus.music.engraving.staff.StaffSign;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Draws one staff of a system. */
final class StaffDrawing {
  private static final double LINE = 0.11;

  private final Staff staff;
  private final int index;
  private final SystemColumns columns;
  private final Drawing drawing = new Drawing(-2.6, 2.6);
  private final SignDrawing signs;
  private final TieDrawing ties = new TieDrawing(drawing);

  /**
   * Prepares a staff.
   *
   * @param index of the staff
   */
  StaffDrawing(Staff staff, int index, SystemColumns columns, NoteData data) {
    this.staff = staff;
    this.index = index;
    this.columns = columns;
    this.signs = new SignDrawing(drawing, data);
  }

  Drawing draw(BarHeads heads) {
    for (int line = -2; line <= 2; line++) {
      drawing.rule(columns.left(), line, columns.right(), line, LINE);
    }
    for (int bar = columns.from(); bar < columns.to(); bar++) {
      heads.draw(drawing, staff, bar, bar == columns.from(), columns.barLeft(bar));
      bar(bar);
    }
    ties.end(columns.right());
    return drawing;
  }

  private void bar(int number) {
    StaffBar bar = staff.bars().get(number);
    BarLayout layout = columns.bar(number);
    Map<StaffSign, SignPlace> placed = new HashMap<>();
    layout
        .places(index)
        .forEach(
            (time, places) -> {
              double x = columns.x(number, time);
              signs.column(places, layout.stems(index), number, x, bar.isShared());
              for (SignPlace place : places) {
                placed.put(place.sign(), place);
                ties.add(place, x, bar.isShared());
              }
            });
    for (List<StaffSign> voice : bar.voices()) {
      beams(number, voice, placed, layout.stems(index));
    }
    StaffSign only = bar.voices().get(0).get(0);
    if (only.isBarRest()) {
      double middle = (columns.musicLeft(number) + columns.barRight(number)) / 2;
      drawing.sign(Glyph.REST_WHOLE, middle - Glyph.REST_WHOLE.width() / 2, 0);
    }
  }

  private void beams(
      int number, List<StaffSign> voice, Map<StaffSign, SignPlace> placed, StemDirections stems) {
    Map<StaffSign, Double> heights = new HashMap<>();
    for (StaffSign sign : voice) {
      List<StaffSign> group = stems.beam(sign);
      if (!group.isEmpty() && group.get(0).equals(sign)) {
        BeamDrawing beam = new BeamDrawing(drawing, stems.isUp(sign));
        for (StaffSign each : group) {
          beam.add(Objects.requireNonNull(placed.get(each)), columns.x(number, each.start()));
        }
        double height = beam.draw();
        group.forEach(each -> heights.put(each, height));
      }
    }
    for (List<StaffSign> group : TupletDrawing.groups(staff.bars().get(number).bar(), voice)) {
      tuplet(number, group, placed, stems, heights);
    }
  }

  private void tuplet(
      int number,
      List<StaffSign> all,
      Map<StaffSign, SignPlace> placed,
      StemDirections stems,
      Map<StaffSign, Double> heights) {
    List<StaffSign> group = new ArrayList<>(all);
    group.removeIf(StaffSign::isHidden);
    if (group.isEmpty()) {
      return;
    }
    StaffSign first = group.get(0);
    StaffSign last = group.get(group.size() - 1);
    boolean up = group.stream().filter(sign -> !sign.isRest()).allMatch(stems::isUp);
    boolean beamed = heights.containsKey(first) && stems.beam(first).equals(group);
    double left = columns.x(number, first.start());
    double right =
        columns.x(number, last.start()) + Objects.requireNonNull(placed.get(last)).headsEnd();
    double y = beamed ? heights.getOrDefault(first, 0.0) : up ? -2.2 : 2.2;
    if (!beamed) {
      for (StaffSign sign : group) {
        if (!sign.isRest()) {
          double high = -sign.highest().position() / 2.0;
          double low = -sign.lowest().position() / 2.0;
          y =
              up
                  ? Math.min(y, high - (sign.hasStem() ? 3.6 : 1))
                  : Math.max(y, low + (sign.hasStem() && !stems.isUp(sign) ? 3.6 : 1));
        }
        Double beam = heights.get(sign);
        if (beam != null) {
          y = up ? Math.min(y, beam - 0.3) : Math.max(y, beam + 0.3);
        }
      }
    }
    TupletDrawing.draw(drawing, left, right, y, up, !beamed);
  }
}
