package ductus.music.finding;

import ductus.music.Note;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the upper edge of a texture: one note at a time, the highest where several sound. */
final class Skyline {
  /** Part of a quarter note within which onsets are one chord: 1/10. */
  private static final int CHORD_SPREAD = 10;

  /** Part of itself by which a note may hang over into a lower one and be legato: 1/3. */
  private static final int LEGATO = 3;

  private static final Comparator<Note> BY_ONSET_HIGHEST_FIRST =
      Comparator.comparingLong(Note::onset)
          .thenComparing(Comparator.comparingInt(Note::pitch).reversed())
          .thenComparing(Comparator.comparingLong(Note::duration).reversed());

  private Skyline() {}

  /**
   * Returns the skyline of some notes, by onset, none overlapping the next, none without length.
   *
   * @param notes in any order, in ticks
   * @param ticksPerQuarter resolution of the ticks
   */
  static List<Note> of(List<Note> notes, int ticksPerQuarter) {
    List<Note> sorted = new ArrayList<>(notes);
    sorted.sort(BY_ONSET_HIGHEST_FIRST);
    List<Note> edge = new ArrayList<>(sorted.size());
    long chordSpread = ticksPerQuarter / CHORD_SPREAD;
    for (Note note : sorted) {
      if (edge.isEmpty()) {
        edge.add(lasting(note, note.end()));
        continue;
      }
      Note last = edge.get(edge.size() - 1);
      long overlap = last.end() - note.onset();
      boolean oneChord = overlap > 0 && note.onset() - last.onset() <= chordSpread;
      if (note.pitch() <= last.pitch() && note.onset() == last.onset()) {
        continue;
      }
      if (overlap <= 0) {
        edge.add(lasting(note, note.end()));
      } else if (note.pitch() < last.pitch()) {
        if (!oneChord && overlap * LEGATO <= last.duration() && note.end() > last.end()) {
          edge.set(edge.size() - 1, lasting(last, note.onset()));
          edge.add(lasting(note, note.end()));
        }
      } else if (oneChord && note.pitch() > last.pitch()) {
        edge.set(edge.size() - 1, moved(note, last.onset()));
      } else {
        edge.set(edge.size() - 1, lasting(last, note.onset()));
        edge.add(lasting(note, note.end()));
      }
    }
    return edge;
  }

  private static Note lasting(Note note, long end) {
    long duration = Math.max(1, end - note.onset());
    return duration == note.duration()
        ? note
        : new Note(
            note.onset(), duration, note.pitch(), note.velocity(), note.channel(), note.track());
  }

  private static Note moved(Note note, long onset) {
    return new Note(
        onset,
        Math.max(1, note.end() - onset),
        note.pitch(),
        note.velocity(),
        note.channel(),
        note.track());
  }
}
