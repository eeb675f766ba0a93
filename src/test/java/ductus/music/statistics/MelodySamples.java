package ductus.music.statistics;

import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.TimeSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Melodies for tests. */
final class MelodySamples {
  static final Key C_MAJOR = new Key(0, Mode.MAJOR);
  static final int REST = -1;

  private MelodySamples() {}

  /** In 4/4 and C major, on quarter notes. */
  static Melody quarters(int... pitches) {
    int[] lengthsAndPitches = new int[2 * pitches.length];
    for (int i = 0; i < pitches.length; i++) {
      lengthsAndPitches[2 * i] = 1;
      lengthsAndPitches[2 * i + 1] = pitches[i];
    }
    return of(1, 4, 4, C_MAJOR, lengthsAndPitches);
  }

  /**
   * Notes without gaps, but for rests, filled up to a whole number of bars.
   *
   * @param lengthsAndPitches grid steps, then the pitch or {@link #REST}
   */
  static Melody of(
      int stepsPerQuarter, int numerator, int denominator, Key key, int... lengthsAndPitches) {
    List<MelodyNote> notes = new ArrayList<>();
    int end = 0;
    for (int i = 0; i < lengthsAndPitches.length; i += 2) {
      if (lengthsAndPitches[i + 1] != REST) {
        notes.add(new MelodyNote(end, lengthsAndPitches[i], lengthsAndPitches[i + 1]));
      }
      end += lengthsAndPitches[i];
    }
    int bar = stepsPerQuarter * 4 * numerator / denominator;
    int steps = (end + bar - 1) / bar * bar;
    List<TimeSignature> metre = List.of(new TimeSignature(0, numerator, denominator));
    return new Melody(stepsPerQuarter, steps, metre, key, 100, notes);
  }

  /** Notes and rests of one to six sixteenths from two octaves. */
  static Melody random(int notes, RandomGenerator random) {
    int[] lengthsAndPitches = new int[2 * notes];
    for (int i = 0; i < notes; i++) {
      lengthsAndPitches[2 * i] = 1 + random.nextInt(6);
      lengthsAndPitches[2 * i + 1] = random.nextInt(10) == 0 ? REST : 55 + random.nextInt(24);
    }
    return of(4, 4, 4, C_MAJOR, lengthsAndPitches);
  }

  /** The same on a grid so many times finer. */
  static Melody refine(Melody melody, int factor) {
    return new Melody(
        melody.stepsPerQuarter() * factor,
        melody.steps() * factor,
        melody.timeSignatures().stream()
            .map(m -> new TimeSignature(m.tick() * factor, m.numerator(), m.denominator()))
            .toList(),
        melody.key(),
        melody.quartersPerMinute(),
        melody.notes().stream()
            .map(
                note -> new MelodyNote(note.onset() * factor, note.length() * factor, note.pitch()))
            .toList());
  }
}
