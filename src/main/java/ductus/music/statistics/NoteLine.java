package ductus.music.statistics;

import ductus.math.Divisor;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Note;
import ductus.music.Score;
import java.util.ArrayList;
import java.util.List;

/**
 * The notes of a piece one after another, by onset, then pitch: of each its interval from the one
 * before, and the time to the onset of the next. So a copy in another key or on another grid is the
 * same line. Immutable.
 */
public final class NoteLine {
  /** Part of a quarter note to which onsets of a score are taken, 1/24: triplets and 32nds fit. */
  private static final int SCORE_GRID = 24;

  /** Value that stands between the lines of {@link #pack}. */
  private static final long END = -1;

  private static final int PART_BITS = 27;
  private static final long PART = (1L << PART_BITS) - 1;
  private static final int WIDEST = 128;

  private final int[] intervals;
  private final long[] durations;

  private NoteLine(int[] intervals, long[] durations) {
    this.intervals = intervals;
    this.durations = durations;
  }

  /** Returns the line of a melody. */
  public static NoteLine of(Melody melody) {
    List<MelodyNote> notes = melody.notes();
    int[] intervals = new int[notes.size()];
    long[] durations = new long[notes.size()];
    for (int i = 0; i < intervals.length; i++) {
      MelodyNote note = notes.get(i);
      int end = i + 1 < intervals.length ? notes.get(i + 1).onset() : note.end();
      intervals[i] = i == 0 ? 0 : note.pitch() - notes.get(i - 1).pitch();
      durations[i] = fraction(end - note.onset(), melody.stepsPerQuarter());
    }
    return new NoteLine(intervals, durations);
  }

  /** Returns the line of all notes of a score, to a 24th of a quarter note. */
  public static NoteLine of(Score score) {
    List<Note> notes = score.notes();
    int[] intervals = new int[notes.size()];
    long[] durations = new long[notes.size()];
    for (int i = 0; i < intervals.length; i++) {
      Note note = notes.get(i);
      long end = i + 1 < intervals.length ? notes.get(i + 1).onset() : note.end();
      intervals[i] = i == 0 ? 0 : note.pitch() - notes.get(i - 1).pitch();
      durations[i] = fraction(step(end, score) - step(note.onset(), score), SCORE_GRID);
    }
    return new NoteLine(intervals, durations);
  }

  /**
   * Returns the line of what there is at each step of a grid. Such a line is for {@link RunIndex}
   * only, not for {@link #pack}.
   *
   * @param pitches of each step, such as its lowest, in semitones
   * @param shapes of each step: equal where what stands there is the same but for its pitch
   */
  public static NoteLine ofSteps(List<Integer> pitches, List<Long> shapes) {
    int[] intervals = new int[pitches.size()];
    for (int i = 1; i < intervals.length; i++) {
      intervals[i] = pitches.get(i) - pitches.get(i - 1);
    }
    return new NoteLine(intervals, shapes.stream().mapToLong(Long::longValue).toArray());
  }

  private static long step(long tick, Score score) {
    return Math.round((double) tick * SCORE_GRID / score.ticksPerQuarter());
  }

  /** Number of notes. */
  public int length() {
    return intervals.length;
  }

  /** Semitones of a note from the note before; 0 for the first. */
  int interval(int note) {
    return intervals[note];
  }

  /**
   * Quarter notes from a note to the next onset, as a reduced fraction in the two halves of a long.
   * Only the last note has none after it; its sounding length stands in.
   */
  long duration(int note) {
    return durations[note];
  }

  /** How often the last note's pitch was struck in a row; 0 where there is no note. */
  public int repetition() {
    int first = length() - 1;
    while (first > 0 && intervals[first] == 0) {
      first--;
    }
    return length() - Math.max(0, first);
  }

  private static long fraction(long steps, int stepsPerQuarter) {
    long clipped = Math.min(PART - 1, steps);
    long divisor = Divisor.greatestCommon(clipped, stepsPerQuarter);
    return ((clipped / divisor) << Integer.SIZE) | (stepsPerQuarter / divisor);
  }

  /** Packs some lines as numbers, for a file: one a note, and one behind each line. */
  public static long[] pack(List<NoteLine> lines) {
    long[] packed = new long[lines.stream().mapToInt(line -> line.length() + 1).sum()];
    int at = 0;
    for (NoteLine line : lines) {
      for (int i = 0; i < line.length(); i++) {
        long steps = line.duration(i) >>> Integer.SIZE;
        long parts = line.duration(i) & 0xFFFF_FFFFL;
        packed[at++] =
            ((long) (line.interval(i) + WIDEST) << (2 * PART_BITS)) | (steps << PART_BITS) | parts;
      }
      packed[at++] = END;
    }
    return packed;
  }

  /**
   * Returns the lines that {@link #pack} gave these numbers of.
   *
   * @throws IllegalArgumentException if the last line has no end
   */
  public static List<NoteLine> unpack(long[] packed) {
    List<NoteLine> lines = new ArrayList<>();
    int from = 0;
    for (int to = 0; to < packed.length; to++) {
      if (packed[to] == END) {
        lines.add(unpack(packed, from, to - from));
        from = to + 1;
      }
    }
    if (from != packed.length) {
      throw new IllegalArgumentException("the last line of notes must end but does not");
    }
    return lines;
  }

  private static NoteLine unpack(long[] packed, int from, int length) {
    int[] intervals = new int[length];
    long[] durations = new long[length];
    for (int i = 0; i < length; i++) {
      long note = packed[from + i];
      intervals[i] = (int) (note >>> (2 * PART_BITS)) - WIDEST;
      durations[i] = (((note >>> PART_BITS) & PART) << Integer.SIZE) | (note & PART);
    }
    return new NoteLine(intervals, durations);
  }
}
