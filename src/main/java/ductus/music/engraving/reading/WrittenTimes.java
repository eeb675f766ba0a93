package ductus.music.engraving.reading;

import ductus.music.Bar;
import ductus.music.Note;
import ductus.music.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where the notes of a score are written: where they stand, if most begin on 32nds or triplets of
 * 16ths; in a score that was played freely, on the nearest sixteenth or triplet.
 */
public final class WrittenTimes {
  private static final int THIRTY_SECONDS = 8;
  private static final int TRIPLETS = 6;

  /** Share of onsets beside the grid from which a score was played. */
  private static final double PLAYED = 0.3;

  /** Share of a quarter note by which rounding to ticks may move an onset from the grid. */
  private static final double ROUNDING = 0.003;

  private final Score score;
  private final List<Bar> bars;

  /** Ends and parts of the cells that were looked at, by their starts. */
  private final TreeMap<Long, Integer> parts = new TreeMap<>();

  private WrittenTimes(Score score) {
    this.score = score;
    long end = score.notes().stream().mapToLong(Note::end).max().orElse(1);
    bars =
        Bar.layOut(
            score.timeSignatures(),
            score.ticksPerQuarter(),
            Math.max(1, end),
            Bar.MOST_OF_PIECE + 1);
  }

  /** The times of all notes, in the order of the score. */
  public static List<WrittenTime> of(Score score) {
    return isPlayed(score)
        ? new WrittenTimes(score).onGrid()
        : score.notes().stream().map(note -> new WrittenTime(note.onset(), note.end())).toList();
  }

  /** Whether a score was played to no click, or with a player's freedom. */
  public static boolean isPlayed(Score score) {
    long beside =
        score.notes().stream()
            .mapToDouble(note -> (double) note.onset() / score.ticksPerQuarter())
            .filter(quarters -> isBeside(quarters, THIRTY_SECONDS) && isBeside(quarters, TRIPLETS))
            .count();
    return beside > PLAYED * score.notes().size();
  }

  private static boolean isBeside(double quarters, int parts) {
    return Math.abs(quarters - Math.rint(quarters * parts) / parts) > ROUNDING;
  }

  private List<WrittenTime> onGrid() {
    TreeMap<Long, List<Double>> inside = new TreeMap<>();
    for (Note note : score.notes()) {
      Cell cell = cell(note.onset());
      inside.computeIfAbsent(cell.start(), key -> new ArrayList<>()).add(cell.share(note.onset()));
    }
    for (Map.Entry<Long, List<Double>> each : inside.entrySet()) {
      List<Double> onsets = each.getValue().stream().sorted().toList();
      parts.put(each.getKey(), CellDivision.parts(onsets, cell(each.getKey()).perQuarter()));
    }
    List<WrittenTime> times = new ArrayList<>();
    for (Note note : score.notes()) {
      long onset = place(note.onset());
      long end = place(note.end());
      times.add(new WrittenTime(onset, end > onset ? end : onset + shortest(onset)));
    }
    return times;
  }

  private long place(long tick) {
    Cell cell = cell(tick);
    int count = parts(cell);
    return cell.start() + Math.round(Math.rint(cell.share(tick) * count) * cell.length() / count);
  }

  private long shortest(long onset) {
    Cell cell = cell(onset);
    return Math.max(1, cell.length() / parts(cell));
  }

  private int parts(Cell cell) {
    return parts.getOrDefault(cell.start(), Math.max(1, 4 / cell.perQuarter()));
  }

  /** A quarter of a bar, or whatever less the metre counts. */
  private record Cell(long start, long length, int perQuarter) {
    double share(long tick) {
      return (double) (tick - start) / length;
    }
  }

  private Cell cell(long tick) {
    Bar bar = bar(tick);
    int perQuarter = Math.max(1, Math.min(4, bar.metre().denominator() / 4));
    long length = Math.max(1, score.ticksPerQuarter() / perQuarter);
    return new Cell(bar.start() + (tick - bar.start()) / length * length, length, perQuarter);
  }

  private Bar bar(long tick) {
    int low = 0;
    int high = bars.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (bars.get(middle).start() <= tick) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return bars.get(low);
  }
}
