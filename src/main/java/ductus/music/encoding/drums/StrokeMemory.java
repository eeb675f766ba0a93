package ductus.music.encoding.drums;

import ductus.model.Sequence;
import ductus.music.drums.Drum;
import java.util.Arrays;

/**
 * The strokes of a sequence while it is drawn: levels and shifts, both from 0, by step and drum.
 */
final class StrokeMemory {
  /** Number of sets of sorts of drums: kick, snare, a hat, a cymbal, each struck or not. */
  static final int SORTS = 16;

  private static final int DRUMS = Drum.ALL.size();

  /** Bit of the sort of each drum; toms have none. */
  private static final int[] SORT_OF_DRUM = sortOfDrum();

  /** Level of the hardest stroke [steps×drums]; {@link Sequence#NONE} where there is none. */
  private byte[] levels = new byte[256 * DRUMS];

  /** Shift of the hardest stroke [steps×drums]. */
  private byte[] shifts = new byte[levels.length];

  /** Level of the last stroke before this step [drums]. */
  private final byte[] lastLevel = new byte[DRUMS];

  /** Shift of the last stroke, this step included [drums]. */
  private final byte[] lastShift = new byte[DRUMS];

  private int step;

  StrokeMemory() {
    Arrays.fill(levels, (byte) Sequence.NONE);
    Arrays.fill(lastLevel, (byte) Sequence.NONE);
    Arrays.fill(lastShift, (byte) Sequence.NONE);
  }

  /** Adds a stroke to the current step. */
  void strike(int drum, int level, int shift) {
    int at = step * DRUMS + drum;
    if (level > levels[at]) {
      levels[at] = (byte) level;
      shifts[at] = (byte) shift;
    }
    lastShift[drum] = (byte) shift;
  }

  /** Goes on to the next step. */
  void nextStep() {
    for (int drum = 0; drum < DRUMS; drum++) {
      int level = level(step, drum);
      if (level != Sequence.NONE) {
        lastLevel[drum] = (byte) level;
      }
    }
    step++;
    if ((step + 1) * DRUMS > levels.length) {
      int before = levels.length;
      levels = Arrays.copyOf(levels, 2 * before);
      shifts = Arrays.copyOf(shifts, 2 * before);
      Arrays.fill(levels, before, 2 * before, (byte) Sequence.NONE);
    }
  }

  /** Level of a drum in a step, which may lie before the first. */
  int level(int atStep, int drum) {
    return atStep < 0 ? Sequence.NONE : levels[atStep * DRUMS + drum];
  }

  /** Shift of a drum in a step, which may lie before the first. */
  int shift(int atStep, int drum) {
    return level(atStep, drum) == Sequence.NONE ? Sequence.NONE : shifts[atStep * DRUMS + drum];
  }

  /** The sorts of drums that were struck in a step, below {@link #SORTS}; none before the first. */
  int sorts(int atStep) {
    if (atStep < 0) {
      return Sequence.NONE;
    }
    int sorts = 0;
    for (int drum = 0; drum < DRUMS; drum++) {
      sorts |= level(atStep, drum) == Sequence.NONE ? 0 : SORT_OF_DRUM[drum];
    }
    return sorts;
  }

  private static int[] sortOfDrum() {
    return Drum.ALL.stream()
        .mapToInt(
            drum ->
                switch (drum) {
                  case KICK -> 1;
                  case SNARE -> 2;
                  case CLOSED_HAT, OPEN_HAT -> 4;
                  case CRASH, RIDE -> 8;
                  case LOW_TOM, MID_TOM, HIGH_TOM -> 0;
                })
        .toArray();
  }

  int lastLevel(int drum) {
    return lastLevel[drum];
  }

  int lastShift(int drum) {
    return lastShift[drum];
  }
}
