package ductus.music.touch;

import ductus.math.PlaceRandom;
import ductus.math.Randomness;
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

  /** Beats from which a deviation is still felt. */
  private static final int REMEMBERED = 16;

  /** Uniform numbers whose sum is nearly normal. */
  private static final int SUMMANDS = 12;

  private final double temperature;
  private final long seed;
  private final RandomGenerator random;

  /**
   * The timing of a piece.
   *
   * @param temperature factor of all that is drawn
   */
  public HandTiming(double temperature, long seed) {
    this.temperature = temperature;
    this.seed = seed;
    random = Randomness.of(seed);
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
        double finger = random.nextGaussian() * FINGER * temperature;
        double shift = beat + finger - LEAD * (note.loudness() - mean);
        timed.add(new PlayedNote(note.written(), note.loudness(), shift));
      }
      from = to;
    }
    return timed;
  }

  /** The pulse at a time in quarter notes, between those of the beats around it. */
  private double pulse(double quarters) {
    long beat = (long) Math.floor(quarters);
    double part = quarters - beat;
    return (1 - part) * pulse(beat) + part * pulse(beat + 1);
  }

  /** The pulse of a beat: an autoregression, by place, so that long rests take no time. */
  private double pulse(long beat) {
    double sum = 0;
    double kept = 1;
    for (int ago = 0; ago < REMEMBERED; ago++) {
      sum += kept * normal(beat - ago);
      kept *= PULSE_KEPT;
    }
    return sum * PULSE * Math.sqrt(1 - PULSE_KEPT * PULSE_KEPT) * temperature;
  }

  private double normal(long beat) {
    double sum = -SUMMANDS / 2.0;
    for (int i = 0; i < SUMMANDS; i++) {
      sum += PlaceRandom.uniform(seed, SUMMANDS * beat + i);
    }
    return sum;
  }
}
