package ductus.music.arrangement;

import ductus.music.TimeSignature;
import ductus.music.harmony.ChordChange;
import ductus.music.harmony.ChordSymbol;
import java.util.ArrayList;
import java.util.List;

/**
 * A piece for any number of instruments on a grid of {@link #STEPS_PER_QUARTER}.
 *
 * @param metres by step, the first at step 0; one that repeats the metre before it on a bar line of
 *     it is left out
 * @param tempos by step, the first at step 0; one that repeats the tempo before it is left out
 * @param chords by step; there is none before the first, and one that repeats the chord before it
 *     is left out
 * @param notes in any order; put in order by onset, program, part, pitch, duration, velocity
 */
public record Arrangement(
    List<TimeSignature> metres,
    List<TempoStep> tempos,
    List<ChordChange> chords,
    List<PartNote> notes) {
  /** Grid steps a quarter note; triplets and 32nd notes fall on them. */
  public static final int STEPS_PER_QUARTER = 24;

  /** Last step that an arrangement may have. */
  public static final int MOST_STEPS = ((4 * STEPS_PER_QUARTER) << 16) - 1;

  /** Most bars that an arrangement may have. */
  public static final int MOST_BARS = 1 << 16;

  public Arrangement {
    metres = withoutRepeatedMetres(metres);
    tempos = withoutRepeatedTempos(tempos);
    chords = withoutRepeatedChords(chords);
    notes = notes.stream().sorted(PartNote.ORDER).toList();
    requireCountableBars(metres, lastStep(metres, tempos, chords, notes));
  }

  /** Creates an arrangement without chord symbols. */
  public Arrangement(List<TimeSignature> metres, List<TempoStep> tempos, List<PartNote> notes) {
    this(metres, tempos, List.of(), notes);
  }

  private static int lastStep(
      List<TimeSignature> metres,
      List<TempoStep> tempos,
      List<ChordChange> chords,
      List<PartNote> notes) {
    int last = (int) metres.get(metres.size() - 1).tick();
    last = Math.max(last, tempos.get(tempos.size() - 1).step());
    last = chords.isEmpty() ? last : Math.max(last, chords.get(chords.size() - 1).step());
    return notes.isEmpty() ? last : Math.max(last, notes.get(notes.size() - 1).onset());
  }

  /** Step of the last thing that begins in the arrangement. */
  public int lastStep() {
    return lastStep(metres, tempos, chords, notes);
  }

  /** Step at which the last thing in the arrangement has ended. */
  public int end() {
    return Math.max(lastStep(), notes.stream().mapToInt(PartNote::end).max().orElse(0));
  }

  private static List<TimeSignature> withoutRepeatedMetres(List<TimeSignature> metres) {
    if (metres.isEmpty() || metres.get(0).tick() != 0) {
      throw new IllegalArgumentException("metres must begin at step 0 but were " + metres);
    }
    List<TimeSignature> kept = new ArrayList<>();
    BarLine bar = BarLine.of(metres.get(0));
    kept.add(bar.metre());
    for (TimeSignature metre : metres.subList(1, metres.size())) {
      if (metre.tick() <= bar.start() || metre.tick() > MOST_STEPS) {
        throw new IllegalArgumentException(
            "metres must be sorted by step and end by %,d but were %s"
                .formatted(MOST_STEPS, metres));
      }
      while (bar.end() < metre.tick()) {
        bar = bar.next();
      }
      if (bar.end() > metre.tick() || !metre.sameMetre(bar.metre())) {
        kept.add(metre);
        bar = BarLine.of(metre);
      }
    }
    return List.copyOf(kept);
  }

  private static List<ChordChange> withoutRepeatedChords(List<ChordChange> chords) {
    List<ChordChange> kept = new ArrayList<>();
    ChordSymbol last = ChordSymbol.NONE;
    int step = -1;
    for (ChordChange chord : chords) {
      if (chord.step() <= step || chord.step() > MOST_STEPS) {
        throw new IllegalArgumentException(
            "chords must be sorted by step and end by %,d but were %s"
                .formatted(MOST_STEPS, chords));
      }
      step = chord.step();
      if (!chord.chord().equals(last)) {
        kept.add(chord);
        last = chord.chord();
      }
    }
    return List.copyOf(kept);
  }

  private static void requireCountableBars(List<TimeSignature> metres, int last) {
    int bars = 0;
    for (int i = 0; i < metres.size(); i++) {
      long end = i + 1 < metres.size() ? metres.get(i + 1).tick() : last + 1L;
      for (BarLine bar = BarLine.of(metres.get(i)); bar.start() < end; bar = bar.next()) {
        if (++bars > MOST_BARS) {
          throw new IllegalArgumentException(
              "a piece must have at most %,d bars but goes on".formatted(MOST_BARS));
        }
      }
    }
  }

  private static List<TempoStep> withoutRepeatedTempos(List<TempoStep> tempos) {
    if (tempos.isEmpty() || tempos.get(0).step() != 0) {
      throw new IllegalArgumentException("tempos must begin at step 0 but were " + tempos);
    }
    List<TempoStep> kept = new ArrayList<>();
    TempoStep last = tempos.get(0);
    kept.add(last);
    int step = 0;
    for (TempoStep tempo : tempos.subList(1, tempos.size())) {
      if (tempo.step() <= step || tempo.step() > MOST_STEPS) {
        throw new IllegalArgumentException(
            "tempos must be sorted by step and end by %,d but were %s"
                .formatted(MOST_STEPS, tempos));
      }
      step = tempo.step();
      if (tempo.quartersPerMinute() != last.quartersPerMinute()) {
        kept.add(tempo);
        last = tempo;
      }
    }
    return List.copyOf(kept);
  }
}
