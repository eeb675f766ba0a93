package ductus.task.music.jam;

import ductus.file.AtomicFile;
import ductus.music.MelodyScore;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.midi.MidiWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The record of a session: what was played and answered so far. Its file is written anew after each
 * turn, so that it is whole whenever the program ends.
 */
public final class JamSession {
  private static final Comparator<Note> SCORE_ORDER =
      Comparator.comparingLong(Note::onset)
          .thenComparingInt(Note::pitch)
          .thenComparingInt(Note::track)
          .thenComparingInt(Note::channel)
          .thenComparingLong(Note::duration);

  private final Path file;
  private final int program;
  private final List<Note> notes = new ArrayList<>();
  private final List<TempoChange> tempos = new ArrayList<>();
  private final List<TimeSignature> metres = new ArrayList<>();
  private long end;
  private int turns;

  /**
   * An empty session.
   *
   * @param program General MIDI program of the answers
   */
  JamSession(Path file, int program) {
    this.file = file;
    this.program = program;
  }

  /** Phrases so far. */
  public int turns() {
    return turns;
  }

  /** The file that the session is written to. */
  public Path file() {
    return file;
  }

  /** Adds a phrase and its answer, each from a bar line on, and writes the file. */
  void add(Phrase phrase, List<Note> answer) throws IOException {
    long bar = Phrase.barTicks(phrase.metre());
    TempoChange tempo =
        new TempoChange(end, MelodyScore.microsecondsPerQuarter(phrase.quartersPerMinute()));
    if (tempos.isEmpty()
        || tempos.get(tempos.size() - 1).microsecondsPerQuarter()
            != tempo.microsecondsPerQuarter()) {
      tempos.add(tempo);
    }
    if (metres.isEmpty()) {
      metres.add(phrase.metre());
    }
    append(phrase.notes(), bar);
    append(answer, bar);
    turns++;
    AtomicFile.write(file, MidiWriter.write(score()));
  }

  private void append(List<Note> part, long bar) {
    long start = end;
    for (Note note : part) {
      notes.add(
          new Note(
              start + note.onset(),
              note.duration(),
              note.pitch(),
              note.velocity(),
              note.channel(),
              note.track()));
      end = Math.max(end, start + note.end());
    }
    end = (end + bar - 1) / bar * bar;
  }

  private Score score() {
    List<Note> sorted = new ArrayList<>(notes);
    sorted.sort(SCORE_ORDER);
    return new Score(
        Phrase.TICKS_PER_QUARTER,
        end,
        sorted,
        tempos,
        metres,
        List.of(),
        List.of(new ProgramChange(0, 0, 1, 0), new ProgramChange(0, 1, 2, program)),
        List.of(),
        List.of(
            new TextEvent(0, 1, TextEvent.Kind.TRACK_NAME, "You"),
            new TextEvent(0, 2, TextEvent.Kind.TRACK_NAME, "Ductus")));
  }
}
