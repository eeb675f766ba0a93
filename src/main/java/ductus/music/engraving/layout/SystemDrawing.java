package ductus.music.engraving.layout;

import ductus.music.engraving.drawing.Drawing;
import ductus.music.engraving.glyph.Glyph;
import ductus.music.engraving.glyph.LetterWidths;
import ductus.music.engraving.repeat.PrintedScore;
import ductus.music.engraving.staff.Joint;
import ductus.music.engraving.staff.Staff;
import ductus.music.engraving.staff.StaffScore;
import ductus.music.notation.NotatedScore.Mark;
import java.util.ArrayList;
import java.util.List;

/** Draws a system: its staves below each other, bar lines, braces, names and what stands above. */
final class SystemDrawing {
  private static final double THIN = 0.16;
  private static final double THICK = 0.5;

  /** Least distance of the middle lines of two staves. */
  private static final double STAFF_DISTANCE = 9;

  private static final double CLEARANCE = 0.8;

  /** Size of the letters of chord symbols. */
  static final double CHORD_SIZE = 2.1;

  private static final double TEXT_SIZE = 1.8;
  private static final double NUMBER_SIZE = 1.5;

  private final PrintedScore printed;
  private final StaffScore score;
  private final SystemColumns columns;
  private final NoteData data;
  private final BarHeads heads;

  SystemDrawing(PrintedScore printed, SystemColumns columns, NoteData data, BarHeads heads) {
    this.printed = printed;
    this.score = printed.score();
    this.columns = columns;
    this.data = data;
    this.heads = heads;
  }

  /** Draws the system; the middle line of its first staff is at 0. */
  Drawing draw() {
    List<Drawing> staves = new ArrayList<>();
    for (int i = 0; i < score.staves().size(); i++) {
      staves.add(new StaffDrawing(score.staves().get(i), i, columns, data).draw(heads));
    }
    double[] middles = new double[staves.size()];
    for (int i = 1; i < staves.size(); i++) {
      double distance = staves.get(i - 1).bottom() + CLEARANCE - staves.get(i).top();
      middles[i] = middles[i - 1] + Math.max(STAFF_DISTANCE, distance);
    }
    Drawing system = new Drawing(-2.5, middles[middles.length - 1] + 2.5);
    for (int bar = columns.from(); bar < columns.to(); bar++) {
      double left = columns.barLeft(bar);
      double height = middles[middles.length - 1] + 4;
      system.region(left, -2, columns.barRight(bar) - left, height, data.ofBar(bar));
    }
    above(staves.get(0));
    for (int i = 0; i < staves.size(); i++) {
      system.add(staves.get(i), 0, middles[i]);
    }
    lines(system, middles);
    joints(system, middles);
    if (columns.from() == 0 && nameWidth(score) > 0) {
      names(system, middles);
    }
    return system;
  }

  private void above(Drawing staff) {
    double base = Math.min(-3.2, staff.top() - 0.5);
    boolean any = false;
    for (int bar = columns.from(); bar < columns.to(); bar++) {
      for (Mark<String> chord : score.chordsOf(bar)) {
        staff.words(
            x(bar, chord.place()), base, CHORD_SIZE, 0, ChordText.of(chord.value()), "chord");
        any = true;
      }
    }
    double numbers = Math.min(-4.4, staff.top());
    if (columns.from() > 0) {
      String number = Integer.toString(printed.number(columns.from()));
      double height = any ? base - CHORD_SIZE - 0.2 : Math.min(numbers, -3.6);
      staff.words(columns.left(), height, NUMBER_SIZE, 0, number, "bar-number");
    }
    double tempoBase = staff.top() - 0.7;
    for (int bar = columns.from(); bar < columns.to(); bar++) {
      List<Mark<Integer>> tempos = score.temposOf(bar);
      if (!tempos.isEmpty() && (bar == 0 || score.isHeard(tempos.get(0)))) {
        tempo(staff, bar, tempos.get(0), tempoBase);
      }
    }
    new EndingDrawing(printed, columns).draw(staff);
  }

  private void tempo(Drawing staff, int bar, Mark<Integer> tempo, double base) {
    double x = bar == 0 ? columns.left() + 0.6 : columns.barLeft(bar) + 0.4;
    double scale = 0.75;
    staff.sign(Glyph.NOTE_BLACK, x, base - 0.4, scale, scale);
    double stem = x + Glyph.NOTE_BLACK.width() * scale - 0.06;
    staff.rule(stem, base - 0.5, stem, base - 2.6, 0.1);
    boolean compound = score.bars().get(bar).metre().isCompound();
    if (compound) {
      staff.sign(Glyph.DOT, stem + 0.25, base - 0.5, scale, scale);
    }
    String text = "= " + Math.round(60e6 / tempo.value() / (compound ? 1.5 : 1));
    staff.words(stem + (compound ? 1.1 : 0.7), base, TEXT_SIZE, 0, text, "tempo");
  }

  /** The left edge of the column of a mark. */
  private double x(int bar, long place) {
    int time = (int) (place - score.bars().get(bar).line());
    return columns.x(bar, time);
  }

  private void lines(Drawing system, double[] middles) {
    int last = score.bars().size() - 1;
    for (int bar = columns.from(); bar < columns.to(); bar++) {
      double right = columns.barRight(bar);
      for (int staff = 0; staff < middles.length; ) {
        int end = lastOfJoint(staff);
        double top = middles[staff] - 2.05;
        double bottom = middles[end] + 2.05;
        if (printed.ends(bar)) {
          RepeatSign.end(system, right, middles, staff, end);
        } else if (bar == last) {
          system.rule(right - THICK / 2, top, right - THICK / 2, bottom, THICK);
          system.rule(right - THICK - 0.45, top, right - THICK - 0.45, bottom, THIN);
        } else {
          system.rule(right - THIN / 2, top, right - THIN / 2, bottom, THIN);
        }
        if (printed.begins(bar)) {
          boolean meetsEnd = bar > columns.from() && printed.ends(bar - 1);
          RepeatSign.start(system, columns.repeatLeft(bar), meetsEnd, middles, staff, end);
        }
        staff = end + 1;
      }
    }
    if (middles.length > 1) {
      double left = columns.left();
      system.rule(left, -2.05, left, middles[middles.length - 1] + 2.05, THIN);
    }
  }

  private int lastOfJoint(int staff) {
    return score.joints().stream()
        .filter(joint -> joint.first() == staff)
        .mapToInt(Joint::last)
        .findFirst()
        .orElse(staff);
  }

  private void joints(Drawing system, double[] middles) {
    for (Joint joint : score.joints()) {
      double top = middles[joint.first()] - 2;
      double bottom = middles[joint.last()] + 2;
      double left = columns.left();
      if (joint.isBraced()) {
        system.sign(Glyph.BRACE, left - 0.25, top, 1.3, bottom - top);
      } else {
        double x = left - 0.65;
        system.rule(x, top - 0.3, x, bottom + 0.3, THICK);
        for (int way = -1; way <= 1; way += 2) {
          double y = way < 0 ? top - 0.3 : bottom + 0.3;
          system.curves(
              x - 0.25,
              y,
              x + 0.1,
              y,
              x + 0.7,
              y + way * 0.15,
              x + 0.95,
              y + way * 0.75,
              x + 0.5,
              y + way * 0.35,
              x + 0.1,
              y + way * 0.3,
              x - 0.25,
              y + way * 0.3);
        }
      }
    }
  }

  private void names(Drawing system, double[] middles) {
    for (int i = 0; i < middles.length; i++) {
      Staff staff = score.staves().get(i);
      int at = i;
      double middle =
          score.joints().stream()
              .filter(joint -> joint.isBraced() && joint.first() == at)
              .mapToDouble(joint -> (middles[joint.first()] + middles[joint.last()]) / 2)
              .findFirst()
              .orElse(middles[i]);
      List<String> lines = nameLines(staff);
      double y = middle + TEXT_SIZE * 0.3 - (lines.size() - 1) * TEXT_SIZE * 0.6;
      for (String line : lines) {
        system.words(columns.left() - 2, y, TEXT_SIZE, 1, line, "part");
        y += TEXT_SIZE * 1.2;
      }
    }
  }

  private static List<String> nameLines(Staff staff) {
    return staff.name().isEmpty()
        ? List.of()
        : staff
            .name()
            .lines()
            .map(name -> name.length() > 24 ? name.substring(0, 23) + "\u2026" : name)
            .toList();
  }

  /** Room that the names of a score's staves need left of the first system. */
  static double nameWidth(StaffScore score) {
    long named = score.staves().stream().filter(staff -> !staff.name().isEmpty()).count();
    if (named < 2) {
      return 0;
    }
    return 2.4
        + score.staves().stream()
            .flatMap(staff -> nameLines(staff).stream())
            .mapToDouble(name -> LetterWidths.of(name, TEXT_SIZE))
            .max()
            .orElse(0);
  }
}
