package ductus.music.touch;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * When a pianist strikes notes: a pulse that wanders, hands that are not quite together, and the
 * louder notes of a chord first, as melodies are. No network: the songs of pianists that may be
 * learned from lie on their grid to the tick. The numbers are measured; see {@code
 * src/docs/humanise.md}.
 */
public final class HandTiming {
  /** Standard deviation of the pulse, in milliseconds. */
  private static final double PULSE = 10;

  /** Share of the pulse's deviation that is left a quarter note later. */
  private static final double PULSE_KEPT = 0.65;

  /** Standard deviation of one finger, in milliseconds. */
  private static final double FINGER = 6;

  /**
   * Milliseconds by which a note of a chord is early for each step of velocity that it is louder.
   */
  private static final double LEAD = 0.46;

  private final RandomGenerator random;
  private final double temperature;
  private final List<Double> pulse = new ArrayList<>();

  /**
   * The timing of a piece.
   *
   * @param temperature factor of all that is drawn
   */
  public HandTiming(double temperature, RandomGenerator random) {
    this.temperature = temperature;
    this.random = random;
  }

  /**
   * Plays notes in time; all parts of a piece have the same pulse.
   *
   * @param notes by step, with the loudness that they are played with
   */
  public List<PlayedNote> played(List<PlayedNote> notes) {
    List<PlayedNote> timed = new ArrayList<>(notes.size());
    for (int from = 0; from < notes.size(); ) {
      int to = from;
      double loudness = 0;
      long step = notes.get(from).written().step();
      while (to < notes.size() && notes.get(to).written().step() == step) {
        loudness += notes.get(to++).loudness();
      }
      double mean = loudness / (to - from);
      double beat = pulse((double) step / WrittenNote.STEPS_PER_QUARTER);
      for (PlayedNote note : notes.subList(from, to)) {
        double shift = beat + normal(FINGER) - LEAD * (note.loudness() - mean);
        timed.add(new PlayedNote(note.written(), note.loudness(), shift));
      }
      from = to;
    }
    return timed;
  }

  /** The pulse at a time in quarter notes, between those of the beats around it. */
  private double pulse(double quarters) {
    int beat = (int) quarters;
    while (pulse.size() < beat + 2) {
      pulse.add(
          pulse.isEmpty()
              ? normal(PULSE)
              : PULSE_KEPT * pulse.get(pulse.size() - 1)
                  + normal(PULSE * Math.sqrt(1 - PULSE_KEPT * PULSE_KEPT)));
    }
    double part = quarters - beat;
    return (1 - part) * pulse.get(beat) + part * pulse.get(beat + 1);
  }

  private double normal(double deviation) {
    return random.nextGaussian() * deviation * temperature;
  }
}
