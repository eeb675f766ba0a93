package ductus.music.notation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A note, chord or rest as one sign, within one bar.
 *
 * @param start units from the bar line, also in a pickup, which has none
 * @param value of the sign
 * @param pitches MIDI key numbers, ascending; none for a rest
 * @param tiedBefore whether it goes on from the sign before it
 * @param tiedAfter whether it goes on in the next sign of its voice
 */
public record NotatedEvent(
    int start, NoteValue value, List<Integer> pitches, boolean tiedBefore, boolean tiedAfter) {
  /** Number of units that plain values have a multiple of. */
  private static final int PLAIN = 3;

  public NotatedEvent {
    pitches = List.copyOf(pitches);
  }

  /** Whether the sign is a rest. */
  public boolean isRest() {
    return pitches.isEmpty();
  }

  /** Units from the bar line to the end of the sign. */
  public int end() {
    return start + value.units();
  }

  /**
   * Returns the signs of a length within a bar: whole beats where it has them, no sign across a
   * beat but where that is usual.
   *
   * @param from units from the bar line
   * @param to units from the bar line, above {@code from}
   */
  static List<NoteValue> values(NotatedBar bar, int from, int to) {
    List<NoteValue> values = new ArrayList<>();
    split(bar.beat(), bar.cell(), from, to, values);
    return values;
  }

  /**
   * Splits a length at the steps of a level, and what is left between two steps at the next one.
   */
  private static void split(int step, int cell, int from, int to, List<NoteValue> values) {
    int at = from;
    while (at < to) {
      int nextStep = (at / step + 1) * step;
      boolean mayCross = step == cell && at % cell * 2 % cell == 0;
      Optional<NoteValue> whole = plain(at, to);
      if (at % step == 0 && to >= nextStep) {
        NoteValue value =
            whole
                .filter(each -> step == cell || each.units() % step == 0)
                .or(() -> NoteValue.longest(to - (nextStep - step), step, false))
                .orElseThrow(() -> new IllegalStateException("no note value of " + step));
        values.add(value);
        at += value.units();
      } else if (to > nextStep && mayCross && whole.isPresent()) {
        values.add(whole.get());
        at = to;
      } else {
        int end = Math.min(to, nextStep);
        if (step > cell) {
          split(cell, cell, at, end, values);
        } else {
          fill(at, end, values);
        }
        at = end;
      }
    }
  }

  /**
   * Fills a length within a cell: plain values if they can say it, else triplets, which can say
   * every length.
   */
  private static void fill(int from, int to, List<NoteValue> values) {
    boolean triplet = from % PLAIN != 0 || to % PLAIN != 0;
    for (int at = from; at < to; ) {
      NoteValue value = NoteValue.longest(to - at, triplet ? 1 : PLAIN, triplet).orElseThrow();
      values.add(value);
      at += value.units();
    }
  }

  private static Optional<NoteValue> plain(int from, int to) {
    return from % PLAIN == 0 ? NoteValue.of(to - from, false) : Optional.empty();
  }
}
