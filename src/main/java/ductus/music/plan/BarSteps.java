package ductus.music.plan;

import ductus.music.Bar;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;

/** The grid steps of a tune's bars, to be held against one another. */
final class BarSteps {
  private static final int HOLD = -1;
  private static final int REST = -2;

  /** Fewest notes of a bar that can be moved. */
  private static final int FEWEST_MOVED = 3;

  /** Fewest notes that a varied bar shares. */
  private static final int FEWEST_SHARED = 2;

  private final int[][] bars;
  private final ScaleSteps scale;
  private final IntPredicate alone;

  /** Relations that were found, by bar and earlier bar. */
  private final BarRelation[][] found;

  /**
   * The bars of a melody.
   *
   * @param alone bars that are unlike all others, whatever stands in them
   */
  BarSteps(Melody melody, IntPredicate alone) {
    this.alone = alone;
    int[] steps = new int[melody.steps()];
    Arrays.fill(steps, REST);
    for (MelodyNote note : melody.notes()) {
      steps[note.onset()] = note.pitch();
      Arrays.fill(steps, note.onset() + 1, note.end(), HOLD);
    }
    List<Bar> laidOut = melody.bars();
    bars =
        laidOut.stream()
            .map(bar -> Arrays.copyOfRange(steps, (int) bar.start(), (int) bar.end()))
            .toArray(int[][]::new);
    scale = new ScaleSteps(melody.key());
    found = new BarRelation[bars.length][bars.length];
  }

  int count() {
    return bars.length;
  }

  /** What a bar is to an earlier one; {@link BarRelation#NEW} if it is unlike it. */
  BarRelation relation(int bar, int earlier) {
    if (found[bar][earlier] == null) {
      found[bar][earlier] = find(bar, earlier);
    }
    return found[bar][earlier];
  }

  private BarRelation find(int bar, int earlier) {
    int[] now = bars[bar];
    int[] then = bars[earlier];
    if (alone.test(bar) || alone.test(earlier) || now.length != then.length) {
      return BarRelation.NEW;
    }
    if (Arrays.equals(now, then)) {
      return BarRelation.SAME;
    }
    if (isMoved(now, then)) {
      return BarRelation.MOVED;
    }
    return isVaried(now, then) ? BarRelation.VARIED : BarRelation.NEW;
  }

  private boolean isMoved(int[] now, int[] then) {
    int first = -1;
    int notes = 0;
    for (int step = 0; step < now.length; step++) {
      if (now[step] < 0 || then[step] < 0) {
        if (now[step] != then[step]) {
          return false;
        }
        continue;
      }
      first = first < 0 ? step : first;
      if (scale.moved(then[step], then[first], now[first]) != now[step]) {
        return false;
      }
      notes++;
    }
    return notes >= FEWEST_MOVED;
  }

  private static boolean isVaried(int[] now, int[] then) {
    int shared = 0;
    int struckNow = 0;
    int struckThen = 0;
    for (int step = 0; step < now.length; step++) {
      struckNow += now[step] >= 0 ? 1 : 0;
      struckThen += then[step] >= 0 ? 1 : 0;
      shared += now[step] >= 0 && now[step] == then[step] ? 1 : 0;
    }
    return shared >= FEWEST_SHARED && 2 * shared >= Math.max(struckNow, struckThen);
  }
}
