package ductus.music.performance;

import java.util.List;

/**
 * The playing of one keyboard player, in steps of 10 ms. A key that sounds is not struck again
 * before it is released, as on a piano.
 *
 * @param notes by onset, then pitch
 * @param pedals by step; the first goes down, then up and down by turns, once a step at most
 */
public record Performance(List<PerformedNote> notes, List<PedalStep> pedals) {
  /** Number of steps a second. */
  public static final int STEPS_PER_SECOND = 100;

  /** Number of velocities. */
  public static final int VELOCITIES = 32;

  private static final int PITCHES = 128;

  /**
   * A step at which the sustain pedal goes down or up.
   *
   * @param step of 10 ms from the start
   */
  public record PedalStep(int step, boolean down) {}

  public Performance {
    notes = List.copyOf(notes);
    pedals = List.copyOf(pedals);
    requireOrder(notes);
    int last = -1;
    boolean down = false;
    for (PedalStep pedal : pedals) {
      if (pedal.step() <= last || pedal.down() == down) {
        throw new IllegalArgumentException(
            "the pedal must go down and up by turns but was " + pedals);
      }
      last = pedal.step();
      down = pedal.down();
    }
  }

  /** Number of steps to the end of the last note. */
  public int length() {
    return notes.stream().mapToInt(PerformedNote::end).max().orElse(0);
  }

  private static void requireOrder(List<PerformedNote> notes) {
    int[] ends = new int[PITCHES];
    int onset = 0;
    int pitch = -1;
    for (PerformedNote note : notes) {
      boolean later = note.onset() > onset || (note.onset() == onset && note.pitch() > pitch);
      if (!later || note.onset() < ends[note.pitch()]) {
        throw new IllegalArgumentException(
            "notes must be in order and none may begin while its key is down but one was " + note);
      }
      onset = note.onset();
      pitch = note.pitch();
      ends[pitch] = note.end();
    }
  }
}
