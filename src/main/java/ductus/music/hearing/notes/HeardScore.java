package ductus.music.hearing.notes;

import ductus.music.Note;
import ductus.music.ProgramChange;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.music.TempoMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Between scores and the notes that are heard of them. */
public final class HeardScore {
  private static final int TICKS_PER_QUARTER = 480;
  private static final double TICKS_PER_SECOND = 2.0 * TICKS_PER_QUARTER;

  /** The shortest note that a score has, in seconds. */
  private static final double SHORTEST = 0.01;

  private HeardScore() {}

  /**
   * The notes of a score in seconds, drums left out. Of those of one pitch that begin together
   * there is one, as long as the longest; one that begins while another of its pitch sounds ends
   * that.
   */
  public static List<HeardNote> notes(Score score) {
    TempoMap tempo = new TempoMap(score);
    List<Note> sorted =
        score.notes().stream()
            .filter(note -> !note.isDrum() && note.duration() > 0)
            .sorted(
                Comparator.comparingInt(Note::pitch)
                    .thenComparing(Note::onset)
                    .thenComparing(Note::end))
            .toList();
    List<HeardNote> notes = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Note note = sorted.get(i);
      boolean comesAgain = i + 1 < sorted.size() && sorted.get(i + 1).pitch() == note.pitch();
      long again = comesAgain ? sorted.get(i + 1).onset() : Long.MAX_VALUE;
      if (again == note.onset()) {
        continue;
      }
      long end = Math.min(note.end(), again);
      double onset = tempo.seconds(note.onset());
      notes.add(
          new HeardNote(
              onset,
              Math.max(onset + SHORTEST, tempo.seconds(end)),
              note.pitch(),
              note.velocity()));
    }
    notes.sort(Comparator.comparingDouble(HeardNote::onset).thenComparing(HeardNote::pitch));
    return List.copyOf(notes);
  }

  /**
   * A score of one track at 120 quarter notes a minute; its ticks are about a millisecond.
   *
   * @param program General MIDI program, 0 to 127
   */
  public static Score score(List<HeardNote> heard, int program) {
    List<Note> notes = new ArrayList<>();
    long length = 0;
    for (HeardNote each : heard) {
      long onset = Math.round(each.onset() * TICKS_PER_SECOND);
      long end = Math.max(onset + 1, Math.round(each.end() * TICKS_PER_SECOND));
      notes.add(new Note(onset, end - onset, each.pitch(), each.velocity(), 0, 1));
      length = Math.max(length, end);
    }
    notes.sort(
        Comparator.comparingLong(Note::onset)
            .thenComparingInt(Note::pitch)
            .thenComparingLong(Note::duration));
    return new Score(
        TICKS_PER_QUARTER,
        length,
        notes,
        List.of(new TempoChange(0, TempoChange.DEFAULT_MICROSECONDS_PER_QUARTER)),
        List.of(),
        List.of(),
        List.of(new ProgramChange(0, 0, 1, program)),
        List.of(),
        List.of());
  }
}
