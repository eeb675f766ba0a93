package ductus.task.humanization;

import ductus.file.BadFileException;
import ductus.music.Metres;
import ductus.music.Note;
import ductus.music.TempoMap;
import ductus.music.TimeSignature;
import ductus.music.beat.BeatFile;
import ductus.music.touch.WrittenNote;
import ductus.music.touch.WrittenNote.BarPlace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** The bars that the beats beside a performance make, and its notes as they are written in them. */
final class BeatTimes {
  private static final int STEPS = WrittenNote.STEPS_PER_QUARTER;

  private final BeatFile beats;

  /** Number of the beat that begins the bar of each beat; below 0 where it is before the first. */
  private final int[] barStarts;

  /** Number of the bar of each beat. */
  private final int[] bars;

  private final int[] metres;

  private BeatTimes(BeatFile beats) {
    this.beats = beats;
    boolean[] downbeats = beats.bars();
    int count = beats.count();
    barStarts = new int[count];
    bars = new int[count];
    metres = new int[count];
    int first = 0;
    while (first < count && !downbeats[first]) {
      first++;
    }
    int start = first;
    int bar = 0;
    for (int beat = first; beat < count; beat++) {
      if (downbeats[beat] && beat > start) {
        setMetre(start, beat);
        start = beat;
        bar++;
      }
      barStarts[beat] = start;
      bars[beat] = bar;
    }
    setMetre(start, count);
    // What stands before the first bar line is the end of a bar like the first one.
    int length = first < count ? lengthOfFirst(first, count) : count + 1;
    for (int beat = 0; beat < first; beat++) {
      int before = (first - beat + length - 1) / length;
      barStarts[beat] = first - before * length;
      bars[beat] = -before;
      metres[beat] = first < count ? metres[first] : -1;
    }
  }

  private int lengthOfFirst(int first, int count) {
    int length = 1;
    while (first + length < count && barStarts[first + length] == first) {
      length++;
    }
    return length;
  }

  private void setMetre(int from, int to) {
    int metre = to > from ? Metres.indexOf(new TimeSignature(0, to - from, 4)) : -1;
    Arrays.fill(metres, from, to, metre);
  }

  /**
   * Reads the file beside some notes, if there is one.
   *
   * @throws BadFileException if it is none of beats
   */
  static Optional<BeatTimes> beside(Path notes) throws BadFileException, IOException {
    return BeatFile.isBeside(notes)
        ? Optional.of(new BeatTimes(BeatFile.beside(notes)))
        : Optional.empty();
  }

  /**
   * A note as it is written by these beats; empty where it is before the first or behind the last.
   */
  Optional<WrittenNote> written(Note note, TempoMap times) {
    double from = beats.beats(times.seconds(note.onset()));
    double to = beats.beats(times.seconds(note.end()));
    long step = Math.round(from * STEPS);
    int beat = (int) Math.floorDiv(step, STEPS);
    if (beat < 0 || beat > beats.count() - 2) {
      return Optional.empty();
    }
    return Optional.of(
        new WrittenNote(
            step,
            Math.max(1, Math.round((to - from) * STEPS)),
            note.pitch(),
            new BarPlace(bars[beat], (int) (step - (long) barStarts[beat] * STEPS), metres[beat]),
            60 / beats.seconds(beat, beat + 1)));
  }
}
