package ductus.music.hearing.notes;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TempoMap;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Converts scores to the notes that are heard of them, and back. */
public final class HeardScore {
  private static final int TICKS_PER_QUARTER = 480;

  /** Length of silence before the first note up to which it is left out, in seconds. */
  private static final double NO_SILENCE = 0.05;

  /** The shortest note that a score has, in seconds. */
  private static final double SHORTEST = 0.01;

  private HeardScore() {}

  /**
   * Returns the notes of a score in seconds, drums left out. Of those of one pitch that begin
   * together there is one, as long as the longest; one that begins while another of its pitch
   * sounds ends that.
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
   * Writes the notes as a score of one track. Silence before the first note becomes whole quarter
   * notes of a tempo of their own, so that the first note is on a beat and each sounds when it was
   * heard; less than {@value #NO_SILENCE} s of it is left out.
   *
   * @param program General MIDI program, 0 to 127
   * @param quartersPerMinute tempo from the first note on
   */
  public static Score score(List<HeardNote> heard, int program, double quartersPerMinute) {
    double first = heard.stream().mapToDouble(HeardNote::onset).min().orElse(0);
    long quarters =
        first < NO_SILENCE ? 0 : Math.max(1, Math.round(first * quartersPerMinute / 60));
    double ticksPerSecond = TICKS_PER_QUARTER * quartersPerMinute / 60;
    List<Note> notes = new ArrayList<>();
    long length = 0;
    for (HeardNote each : heard) {
      long onset = beat(quarters) + Math.round((each.onset() - first) * ticksPerSecond);
      long end = beat(quarters) + Math.round((each.end() - first) * ticksPerSecond);
      notes.add(new Note(onset, Math.max(1, end - onset), each.pitch(), each.velocity(), 0, 1));
      length = Math.max(length, Math.max(onset + 1, end));
    }
    notes.sort(
        Comparator.comparingLong(Note::onset)
            .thenComparingInt(Note::pitch)
            .thenComparingLong(Note::duration));
    List<TempoChange> tempos = new ArrayList<>();
    if (quarters > 0) {
      tempos.add(new TempoChange(0, (int) Math.round(first * 1e6 / quarters)));
    }
    tempos.add(new TempoChange(beat(quarters), (int) Math.round(60e6 / quartersPerMinute)));
    return new Score(
        TICKS_PER_QUARTER,
        length,
        notes,
        tempos,
        List.of(),
        List.of(),
        List.of(new ProgramChange(0, 0, 1, program)),
        List.of(),
        List.of());
  }

  private static long beat(long quarters) {
    return quarters * TICKS_PER_QUARTER;
  }
}
