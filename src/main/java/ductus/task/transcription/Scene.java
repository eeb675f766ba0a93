package ductus.task.transcription;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.hearing.notes.HeardNote;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A few seconds of music for some instruments in a room.
 *
 * @param parts one or more
 * @param reverb how much goes into the room, 0 to 127
 * @param noise its level beside that of the music, as an amplitude; 0 for none
 * @param dullness of the noise, 0 for white, to below 1
 */
record Scene(List<Part> parts, int reverb, double noise, double dullness) {
  private static final int TICKS_PER_QUARTER = 480;
  private static final double TICKS_PER_SECOND = 2.0 * TICKS_PER_QUARTER;

  /**
   * A part of the scene: what one instrument plays.
   *
   * @param program General MIDI, 0 to 127
   */
  record Part(int program, List<HeardNote> notes) {
    Part {
      notes = List.copyOf(notes);
    }
  }

  Scene {
    parts = List.copyOf(parts);
  }

  /** Returns the scene as a score, a channel for each part, at 120 quarter notes a minute. */
  Score score() {
    List<Note> notes = new ArrayList<>();
    List<ProgramChange> programs = new ArrayList<>();
    long length = 0;
    for (int i = 0; i < parts.size(); i++) {
      int channel = i < Note.DRUM_CHANNEL ? i : i + 1;
      programs.add(new ProgramChange(0, channel, i, parts.get(i).program()));
      for (HeardNote each : parts.get(i).notes()) {
        long onset = Math.round(each.onset() * TICKS_PER_SECOND);
        long end = Math.max(onset + 1, Math.round(each.end() * TICKS_PER_SECOND));
        notes.add(new Note(onset, end - onset, each.pitch(), each.velocity(), channel, i));
        length = Math.max(length, end);
      }
    }
    notes.sort(
        Comparator.comparingLong(Note::onset)
            .thenComparingInt(Note::pitch)
            .thenComparingInt(Note::track)
            .thenComparingLong(Note::duration));
    return new Score(
        TICKS_PER_QUARTER,
        length,
        notes,
        List.of(new TempoChange(0, TempoChange.DEFAULT_MICROSECONDS_PER_QUARTER)),
        List.of(),
        List.of(),
        programs,
        List.of(),
        List.of());
  }
}
