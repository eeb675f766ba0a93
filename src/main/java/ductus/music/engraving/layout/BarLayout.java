package ductus.music.engraving.layout;

import ductus.music.engraving.glyph.LetterWidths;
import ductus.music.engraving.repeat.PrintedScore;
import ductus.music.engraving.staff.Clef;
import ductus.music.engraving.staff.Staff;
import ductus.music.engraving.staff.StaffBar;
import ductus.music.engraving.staff.StaffScore;
import ductus.music.engraving.staff.StaffSign;
import ductus.music.notation.NotatedScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A bar of all staves: its columns, one for each time at which something begins, and how wide they
 * would be. A column is as wide as a power of its duration, so that longer notes get more room, but
 * not in proportion.
 */
final class BarLayout {
  /** Natural width of a quarter note. */
  private static final double QUARTER = 3.3;

  private static final double POWER = 0.58;
  private static final double GAP = 0.35;
  private static final double BEFORE_FIRST = 0.9;
  private static final double BEFORE_LINE = 0.5;
  private static final double BAR_REST = 4.5;

  /** Fonts of screens may be wider than that of paper. */
  private static final double CHORD_ROOM = 1.15;

  private final List<Integer> starts;
  private final List<TreeMap<Integer, List<SignPlace>>> places = new ArrayList<>();
  private final List<StemDirections> stems = new ArrayList<>();
  private final double[] least;
  private final double[] natural;
  private final double lead;

  BarLayout(PrintedScore printed, int index) {
    StaffScore score = printed.score();
    TreeSet<Integer> times = new TreeSet<>();
    int barEnd = 0;
    boolean onlyRests = true;
    for (Staff staff : score.staves()) {
      StaffBar bar = staff.bars().get(index);
      StemDirections directions = new StemDirections(bar, staff.clef() == Clef.PERCUSSION);
      stems.add(directions);
      TreeMap<Integer, List<StaffSign>> byTime = new TreeMap<>();
      for (StaffSign sign : bar.signs()) {
        byTime.computeIfAbsent(sign.start(), key -> new ArrayList<>()).add(sign);
        barEnd = Math.max(barEnd, sign.end());
        onlyRests &= sign.isBarRest();
      }
      TreeMap<Integer, List<SignPlace>> placed = new TreeMap<>();
      byTime.forEach((time, signs) -> placed.put(time, ColumnPlaces.of(signs, directions)));
      places.add(placed);
      times.addAll(byTime.keySet());
    }
    Map<Integer, Double> chords = chords(score, index);
    times.addAll(chords.keySet());
    starts = List.copyOf(times);
    least = new double[starts.size()];
    natural = new double[starts.size()];
    measure(chords, barEnd, onlyRests, printed.ends(index) ? RepeatSign.END : BEFORE_LINE);
    lead = BEFORE_FIRST + before(starts.get(0));
  }

  private void measure(
      Map<Integer, Double> chords, int barEnd, boolean onlyRests, double beforeLine) {
    for (int i = 0; i < starts.size(); i++) {
      int time = starts.get(i);
      int next = i + 1 < starts.size() ? starts.get(i + 1) : barEnd;
      double edge = i + 1 < starts.size() ? GAP + before(next) : beforeLine;
      least[i] = after(time) + edge;
      if (chords.containsKey(time) && chords.containsKey(next)) {
        least[i] = Math.max(least[i], chords.get(time) + 0.6);
      } else if (chords.containsKey(time) && i == starts.size() - 1) {
        least[i] = Math.max(least[i], chords.get(time) - 0.2);
      }
      double quarters = (double) Math.max(1, next - time) / NotatedScore.UNITS_PER_QUARTER;
      natural[i] = Math.max(least[i], QUARTER * StrictMath.pow(quarters, POWER));
      if (onlyRests) {
        least[i] = Math.max(least[i], BAR_REST / starts.size());
        natural[i] = Math.min(Math.max(least[i], BAR_REST), natural[i]);
      }
    }
  }

  /** Widths of the chord symbols above the bar, by their time. */
  private static Map<Integer, Double> chords(StaffScore score, int index) {
    Map<Integer, Double> widths = new TreeMap<>();
    for (NotatedScore.Mark<String> chord : score.chordsOf(index)) {
      int time = (int) (chord.place() - score.bars().get(index).line());
      widths.put(time, CHORD_ROOM * LetterWidths.of(chord.value(), SystemDrawing.CHORD_SIZE));
    }
    return widths;
  }

  private double before(int time) {
    double begin = 0;
    for (TreeMap<Integer, List<SignPlace>> staff : places) {
      for (SignPlace place : staff.getOrDefault(time, List.of())) {
        begin = Math.min(begin, place.begin());
      }
    }
    return -begin;
  }

  private double after(int time) {
    double end = 0;
    for (int s = 0; s < places.size(); s++) {
      for (SignPlace place : places.get(s).getOrDefault(time, List.of())) {
        if (!place.sign().isBarRest()) {
          end = Math.max(end, place.end(!stems.get(s).beam(place.sign()).isEmpty()));
        }
      }
    }
    return end;
  }

  /** Units from the bar line at which something begins. */
  List<Integer> starts() {
    return starts;
  }

  /** What begins on a staff at each time. */
  SortedMap<Integer, List<SignPlace>> places(int staff) {
    return places.get(staff);
  }

  StemDirections stems(int staff) {
    return stems.get(staff);
  }

  /** Room between what stands at the bar's start and the first column. */
  double lead() {
    return lead;
  }

  /** Width of a column when the natural ones are stretched, from its own left to the next. */
  double width(int column, double stretch) {
    return Math.max(least[column], natural[column] * stretch);
  }

  /** Width of all columns with the lead. */
  double width(double stretch) {
    double sum = lead;
    for (int i = 0; i < least.length; i++) {
      sum += width(i, stretch);
    }
    return sum;
  }
}
