package ductus.music.finding;

import ductus.music.Note;
import java.util.List;

/**
 * A voice that may be the tune of a score.
 *
 * @param label the track's name, or its number and channel
 * @param score the sum of the reasons' weights; the highest is chosen
 * @param reasons what speaks for it and against it
 * @param notes one at a time, by onset, in ticks
 */
public record MelodyCandidate(String label, double score, List<Reason> reasons, List<Note> notes) {
  public MelodyCandidate {
    reasons = List.copyOf(reasons);
    notes = List.copyOf(notes);
  }

  /**
   * A reason that speaks for a voice, or against it.
   *
   * @param name what was looked at, such as {@code pitch height}
   * @param weight above 0 for it, below 0 against it
   */
  public record Reason(String name, double weight) {}
}
