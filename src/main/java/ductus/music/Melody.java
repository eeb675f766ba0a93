package ductus.music;

import java.util.ArrayList;
import java.util.List;

/**
 * One voice on a grid, in whole bars. A pickup is written as a first bar that begins with rests.
 *
 * @param stepsPerQuarter grid steps a quarter note: 4 for sixteenths, 3 for eighth triplets ...
 * @param steps length in grid steps, a whole number of bars
 * @param timeSignatures metre changes, in grid steps, each on a bar line; the first at step 0. One
 *     that repeats the metre before it is left out
 * @param key of the whole
 * @param quartersPerMinute tempo at the start
 * @param notes by onset; none overlaps the next
 */
public record Melody(
    int stepsPerQuarter,
    int steps,
    List<TimeSignature> timeSignatures,
    Key key,
    double quartersPerMinute,
    List<MelodyNote> notes) {
  public Melody {
    timeSignatures = TimeSignature.withoutRepeats(timeSignatures);
    notes = List.copyOf(notes);
    if (stepsPerQuarter < 1) {
      throw new IllegalArgumentException(
          "steps a quarter must be 1 or more but were " + stepsPerQuarter);
    }
    if (timeSignatures.isEmpty() || timeSignatures.get(0).tick() != 0) {
      throw new IllegalArgumentException("time signatures must begin at step 0");
    }
    int end = 0;
    for (MelodyNote note : notes) {
      if (note.onset() < end) {
        throw new IllegalArgumentException(
            "notes must not overlap but one begins at " + note.onset());
      }
      end = note.end();
    }
    if (end > steps) {
      throw new IllegalArgumentException("notes end at step " + end + " of " + steps);
    }
  }

  /** Returns this tune so many semitones higher, in the key that it then has. */
  public Melody transpose(int semitones) {
    List<MelodyNote> moved = new ArrayList<>(notes.size());
    for (MelodyNote note : notes) {
      moved.add(new MelodyNote(note.onset(), note.length(), note.pitch() + semitones));
    }
    return new Melody(
        stepsPerQuarter, steps, timeSignatures, key.transpose(semitones), quartersPerMinute, moved);
  }

  /** Returns this tune in another tempo. */
  public Melody withTempo(double quarters) {
    return new Melody(stepsPerQuarter, steps, timeSignatures, key, quarters, notes);
  }

  /** Returns the notes of this tune in another key. */
  public Melody withKey(Key other) {
    return new Melody(stepsPerQuarter, steps, timeSignatures, other, quartersPerMinute, notes);
  }

  /** The bars of the melody, in grid steps. */
  public List<Bar> bars() {
    return Bar.layOut(timeSignatures, stepsPerQuarter, steps);
  }
}
