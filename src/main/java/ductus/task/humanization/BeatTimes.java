package ductus.task.humanization;

import ductus.file.BadFileException;
import ductus.music.Metres;
import ductus.music.Note;
import ductus.music.TempoMap;
import ductus.music.TimeSignature;
import ductus.music.touch.WrittenNote;
import ductus.music.touch.WrittenNote.BarPlace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * When the beats of a performance sound, as POP909 says it in a file beside the notes: a line a
 * beat, its second, whether it is a strong one, and whether it begins a bar. Each beat is a quarter
 * note.
 */
final class BeatTimes {
  private static final String FILE = "beat_midi.txt";
  private static final int COLUMNS = 3;
  private static final int STEPS = WrittenNote.STEPS_PER_QUARTER;

  private final double[] seconds;

  /** Number of the beat that begins the bar of each beat; below 0 where it is before the first. */
  private final int[] barStarts;

  /** Number of the bar of each beat. */
  private final int[] bars;

  private final int[] metres;

  private BeatTimes(double[] seconds, boolean[] downbeats) {
    this.seconds = seconds;
    int count = seconds.length;
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
    Path file = notes.resolveSibling(FILE);
    return Files.isRegularFile(file) ? Optional.of(read(file)) : Optional.empty();
  }

  private static BeatTimes read(Path file) throws BadFileException, IOException {
    List<String> lines =
        Files.readString(file, StandardCharsets.ISO_8859_1)
            .lines()
            .filter(line -> !line.isBlank())
            .toList();
    double[] seconds = new double[lines.size()];
    boolean[] downbeats = new boolean[lines.size()];
    for (int i = 0; i < seconds.length; i++) {
      String[] columns = lines.get(i).strip().split("\\s+", -1);
      try {
        if (columns.length != COLUMNS) {
          throw new NumberFormatException("columns");
        }
        seconds[i] = Double.parseDouble(columns[0]);
        downbeats[i] = Double.parseDouble(columns[COLUMNS - 1]) > 0;
      } catch (NumberFormatException none) {
        throw new BadFileException(
            file,
            "line %d must have a second and two marks of a beat but was '%s'"
                .formatted(i + 1, lines.get(i)));
      }
      if (!(seconds[i] >= 0) || (i > 0 && !(seconds[i] > seconds[i - 1]))) {
        throw new BadFileException(
            file, "line %d must be later than the one before".formatted(i + 1));
      }
    }
    if (seconds.length < 2) {
      throw new BadFileException(file, "must have two beats or more but has " + seconds.length);
    }
    return new BeatTimes(seconds, downbeats);
  }

  /**
   * A note as it is written by these beats; empty where it is before the first or behind the last.
   */
  Optional<WrittenNote> written(Note note, TempoMap times) {
    double from = exact(times.seconds(note.onset()));
    double to = exact(times.seconds(note.end()));
    long step = Math.round(from * STEPS);
    int beat = (int) Math.floorDiv(step, STEPS);
    if (beat < 0 || beat > seconds.length - 2) {
      return Optional.empty();
    }
    return Optional.of(
        new WrittenNote(
            step,
            Math.max(1, Math.round((to - from) * STEPS)),
            note.pitch(),
            new BarPlace(bars[beat], (int) (step - (long) barStarts[beat] * STEPS), metres[beat]),
            60 / (seconds[beat + 1] - seconds[beat])));
  }

  /** A time in beats; beyond the first and the last beat, at their tempo. */
  private double exact(double second) {
    int found = Arrays.binarySearch(seconds, second);
    int beat = Math.max(0, Math.min(seconds.length - 2, found >= 0 ? found : -found - 2));
    return beat + (second - seconds[beat]) / (seconds[beat + 1] - seconds[beat]);
  }
}
