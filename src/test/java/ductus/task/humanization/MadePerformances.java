package ductus.task.humanization;

import ductus.math.Randomness;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.music.TimeSignature;
import ductus.music.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/** Performances that are made by rule: a hand that plays chords, and drums, to a click. */
public final class MadePerformances {
  /** Resolution of the files. */
  public static final int QUARTER = 480;

  private MadePerformances() {}

  /** Fills a folder with MIDI files of them. */
  public static Path folder(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    for (int number = 0; number < count; number++) {
      Files.write(
          folder.resolve("take-%02d.mid".formatted(number)),
          MidiWriter.write(score(number, 4, 40)));
    }
    return folder;
  }

  /** The same without a touch: every note on the grid, as loud as the others. */
  public static Path stiff(Path file, int bars) throws IOException {
    return Files.write(file, MidiWriter.write(score(1, bars, 0)));
  }

  /**
   * A score of bars in 4/4.
   *
   * @param most ticks and steps of velocity by which a note is off at most
   */
  public static Score score(long seed, int bars, int most) {
    RandomGenerator random = Randomness.of(seed);
    List<Note> notes = new ArrayList<>();
    for (int beat = 0; beat < 4 * bars; beat++) {
      long onset = (long) beat * QUARTER;
      for (int pitch : new int[] {48, 60 + beat % 5, 64, 72}) {
        notes.add(note(onset, pitch, 0, most, random));
      }
      notes.add(note(onset + QUARTER / 2, 74, 0, most, random));
      notes.add(note(onset, beat % 2 == 0 ? 36 : 38, Note.DRUM_CHANNEL, most, random));
      for (int step = 0; step < 4; step++) {
        notes.add(note(onset + step * QUARTER / 4, 42, Note.DRUM_CHANNEL, most, random));
      }
    }
    notes.sort(
        Comparator.comparingLong(Note::onset)
            .thenComparingInt(Note::pitch)
            .thenComparingInt(Note::track)
            .thenComparingInt(Note::channel));
    return new Score(
        QUARTER,
        4L * bars * QUARTER,
        notes,
        List.of(new TempoChange(0, 500_000)),
        List.of(new TimeSignature(0, 4, 4)),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  private static Note note(long onset, int pitch, int channel, int most, RandomGenerator random) {
    int off = most == 0 ? 0 : random.nextInt(2 * most + 1) - most;
    int velocity = most == 0 ? 80 : 80 + random.nextInt(2 * most + 1) - most;
    long moved = channel == Note.DRUM_CHANNEL ? Math.max(0, onset + off) : onset;
    return new Note(moved, 60, pitch, velocity, channel, 0);
  }
}
