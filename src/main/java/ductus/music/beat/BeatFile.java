package ductus.music.beat;

import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * When the beats of a performance sound: a line a beat with its second, a mark whether it begins
 * half a bar, and a mark whether it begins a bar. Each beat is a quarter note.
 */
public final class BeatFile {
  /** Name of the file, beside that of the notes. */
  public static final String NAME = "beat_midi.txt";

  private static final int COLUMNS = 3;

  private final double[] seconds;
  private final boolean[] halfBars;
  private final boolean[] bars;

  private BeatFile(double[] seconds, boolean[] halfBars, boolean[] bars) {
    this.seconds = seconds;
    this.halfBars = halfBars;
    this.bars = bars;
  }

  /** Whether there are beats beside a file of notes. */
  public static boolean isBeside(Path notes) {
    return Files.isRegularFile(notes.resolveSibling(NAME));
  }

  /**
   * Reads the beats beside a file of notes.
   *
   * @throws BadFileException if there are fewer than two, or a line is not a beat behind the one
   *     before
   */
  public static BeatFile beside(Path notes) throws BadFileException, IOException {
    Path file = notes.resolveSibling(NAME);
    List<AnnotationLine> lines = AnnotationLine.read(file, COLUMNS);
    if (lines.size() < 2) {
      throw new BadFileException(file, "must have two beats or more but has " + lines.size());
    }
    double[] seconds = new double[lines.size()];
    boolean[] halfBars = new boolean[lines.size()];
    boolean[] bars = new boolean[lines.size()];
    for (int beat = 0; beat < seconds.length; beat++) {
      AnnotationLine line = lines.get(beat);
      seconds[beat] = line.seconds(0);
      halfBars[beat] = line.isMarked(1);
      bars[beat] = line.isMarked(2);
      if (beat > 0 && seconds[beat] <= seconds[beat - 1]) {
        throw line.bad("beats must go on in time");
      }
    }
    return new BeatFile(seconds, halfBars, bars);
  }

  /** Number of beats, 2 or more. */
  public int count() {
    return seconds.length;
  }

  /** Seconds from a beat to one behind it. */
  public double seconds(int from, int to) {
    return seconds[to] - seconds[from];
  }

  /** Which beats begin half a bar, a new array. */
  public boolean[] halfBars() {
    return halfBars.clone();
  }

  /** Which beats begin a bar, a new array. */
  public boolean[] bars() {
    return bars.clone();
  }

  /** A second in beats, from 0; before the first beat and behind the last, at their tempo. */
  public double beats(double second) {
    int found = Arrays.binarySearch(seconds, second);
    int beat = Math.max(0, Math.min(seconds.length - 2, found >= 0 ? found : -found - 2));
    return beat + (second - seconds[beat]) / seconds(beat, beat + 1);
  }
}
