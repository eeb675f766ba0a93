package ductus.music.render;

import ductus.music.Bar;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TextEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * The layout of a piano roll, in pixels: which bars stand in which row, how wide a tick is and how
 * high a key.
 *
 * @param systems rows of bars
 * @param bars bars that are shown
 * @param allBars bars that the piece has
 * @param metre of the beginning
 * @param pixelsPerTick horizontal scale, the same in all systems
 * @param lowest key of the lowest row
 * @param highest key of the highest row
 * @param drums drum keys from low to high, one line of the strip each
 */
record RollLayout(
    List<Row> systems,
    int bars,
    int allBars,
    String metre,
    double pixelsPerTick,
    int lowest,
    int highest,
    List<Integer> drums,
    boolean hasChords) {
  static final double WIDTH = 1000;

  /** Left end of the grid; the keyboard is left of it. */
  static final double LEFT = 72;

  static final double RIGHT = 976;

  private static final double ROOM_FOR_KEYS = 230;
  private static final double LOWEST_ROW = 3.5;
  private static final double HIGHEST_ROW = 11;
  private static final int FEWEST_KEYS = 14;
  private static final int DRUM_LINES = 12;
  private static final double DRUM_LINE = 8;
  private static final double DRUM_GAP = 8;
  private static final double GAP = 26;

  /**
   * A row of bars.
   *
   * @param first number of its first bar, from 1
   */
  record Row(int first, List<Bar> bars) {
    long start() {
      return bars.get(0).start();
    }

    long end() {
      return bars.get(bars.size() - 1).end();
    }
  }

  static RollLayout of(Score score, int mostBars) {
    long length = score.notes().stream().mapToLong(Note::end).max().orElse(0);
    length = Math.max(1, Math.max(length, score.length()));
    List<Bar> all =
        Bar.layOut(score.timeSignatures(), score.ticksPerQuarter(), length, Bar.MOST_OF_PIECE);
    int allBars = countBars(length, all);
    List<Bar> shown = all.subList(0, Math.min(mostBars, all.size()));
    List<Row> systems = systems(shown, score.ticksPerQuarter());
    long widest = systems.stream().mapToLong(s -> s.end() - s.start()).max().orElse(1);
    List<Integer> pitches =
        score.notes().stream().filter(n -> !n.isDrum()).map(Note::pitch).sorted().toList();
    int low = pitches.isEmpty() ? 60 : pitches.get(0) - 1;
    int high = pitches.isEmpty() ? 60 : pitches.get(pitches.size() - 1) + 1;
    int missing = Math.max(0, FEWEST_KEYS - (high - low + 1));
    low -= missing / 2;
    high += missing - missing / 2;
    List<Integer> drums =
        score.notes().stream()
            .filter(Note::isDrum)
            .map(Note::pitch)
            .distinct()
            .sorted()
            .limit(DRUM_LINES)
            .toList();
    return new RollLayout(
        systems,
        shown.size(),
        allBars,
        shown.get(0).metre().toString(),
        (RIGHT - LEFT) / widest,
        Math.max(0, low),
        Math.min(127, high),
        drums,
        score.texts().stream().anyMatch(TextEvent::isChordSymbol));
  }

  /**
   * Number of the bars that were laid out, and as many of the last one's length as there is room
   * for.
   */
  private static int countBars(long length, List<Bar> bars) {
    long left = length - bars.get(bars.size() - 1).end();
    long bar = Math.max(1, bars.get(bars.size() - 1).length());
    return (int) Math.min(Integer.MAX_VALUE, bars.size() + Math.max(0, (left + bar - 1) / bar));
  }

  /**
   * Divides bars into rows: four in a row, more where bars are short or many, fewer where they are
   * long.
   */
  private static List<Row> systems(List<Bar> bars, int ticksPerQuarter) {
    double quarters = bars.get(0).metre().quartersPerBar();
    int inRow = quarters > 6 ? 2 : quarters < 2.5 ? 8 : 4;
    if (bars.size() > 64) {
      inRow *= 2;
    }
    double most = Math.max(inRow * quarters, 1) * ticksPerQuarter * 1.5;
    List<Row> systems = new ArrayList<>();
    for (int from = 0; from < bars.size(); ) {
      int to = from + 1;
      while (to < bars.size()
          && to - from < inRow
          && bars.get(to).end() - bars.get(from).start() <= most) {
        to++;
      }
      systems.add(new Row(from + 1, bars.subList(from, to)));
      from = to;
    }
    return systems;
  }

  double rowHeight() {
    return Math.max(LOWEST_ROW, Math.min(HIGHEST_ROW, ROOM_FOR_KEYS / (highest - lowest + 1)));
  }

  /** Height of the room for bar numbers, metres and chords above the grid. */
  double systemHead() {
    return hasChords ? 36 : 20;
  }

  double keysHeight() {
    return rowHeight() * (highest - lowest + 1);
  }

  double drumsHeight() {
    return drums.isEmpty() ? 0 : DRUM_GAP + drums.size() * DRUM_LINE;
  }

  double systemHeight() {
    return systemHead() + keysHeight() + drumsHeight() + GAP;
  }

  /** Left edge of a tick within a system. */
  double x(Row system, long tick) {
    return LEFT + (tick - system.start()) * pixelsPerTick;
  }

  /** Upper edge of a key below the upper edge of the grid. */
  double y(int pitch) {
    return (highest - pitch) * rowHeight();
  }

  /** Middle of a drum's line below the upper edge of the grid. */
  double drumY(int index) {
    return keysHeight() + DRUM_GAP + (drums.size() - index - 0.5) * DRUM_LINE;
  }
}
