package ductus.task.music.jam;

import ductus.music.MelodyScore;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.music.TimeSignature;
import java.util.ArrayList;
import java.util.List;

/**
 * A phrase: what was played until a silence.
 *
 * @param notes in ticks from a bar line, by onset; one at least
 * @param metre of it
 * @param quartersPerMinute tempo
 */
record Phrase(List<Note> notes, TimeSignature metre, double quartersPerMinute) {
  static final int TICKS_PER_QUARTER = MelodyScore.TICKS_PER_QUARTER;

  /** Longest phrase of a file, in bars; then it is cut. */
  private static final int MOST_BARS = 8;

  private static final TimeSignature COMMON_TIME = new TimeSignature(0, 4, 4);

  /**
   * A note as it was played.
   *
   * @param onset microseconds
   * @param end microseconds, not before the onset
   * @param pitch MIDI key number
   * @param velocity 1 to 127
   */
  record PlayedNote(long onset, long end, int pitch, int velocity) {}

  Phrase {
    notes = List.copyOf(notes);
  }

  /** A phrase that was heard; it begins on a bar line. */
  static Phrase heard(List<PlayedNote> played, double quartersPerMinute) {
    double ticksPerMicrosecond = quartersPerMinute * TICKS_PER_QUARTER / 60e6;
    long start = played.get(0).onset();
    List<Note> notes = new ArrayList<>();
    for (PlayedNote note : played) {
      long onset = Math.round((note.onset() - start) * ticksPerMicrosecond);
      long end = Math.round((note.end() - start) * ticksPerMicrosecond);
      notes.add(new Note(onset, Math.max(1, end - onset), note.pitch(), note.velocity(), 0, 1));
    }
    return new Phrase(notes, COMMON_TIME, quartersPerMinute);
  }

  /**
   * The phrases of a score, drums left out.
   *
   * @param beats of silence that end one, in quarter notes
   */
  static List<Phrase> of(Score score, double beats) {
    TimeSignature metre = score.timeSignatures().stream().findFirst().orElse(COMMON_TIME);
    TimeSignature fromStart = new TimeSignature(0, metre.numerator(), metre.denominator());
    double tempo =
        score.tempos().stream().findFirst().map(TempoChange::quartersPerMinute).orElse(120.0);
    long bar = barTicks(fromStart);
    List<Phrase> phrases = new ArrayList<>();
    List<Note> notes = new ArrayList<>();
    long start = 0;
    long end = 0;
    for (Note note : score.notes()) {
      if (note.isDrum()) {
        continue;
      }
      long onset = ticks(note.onset(), score);
      boolean silence = onset - end >= beats * TICKS_PER_QUARTER;
      if (!notes.isEmpty() && (silence || onset - start >= MOST_BARS * bar)) {
        phrases.add(new Phrase(notes, fromStart, tempo));
        notes.clear();
      }
      if (notes.isEmpty()) {
        start = onset / bar * bar;
      }
      long length = Math.max(1, ticks(note.end(), score) - onset);
      notes.add(new Note(onset - start, length, note.pitch(), note.velocity(), 0, 1));
      end = Math.max(end, onset + length);
    }
    if (!notes.isEmpty()) {
      phrases.add(new Phrase(notes, fromStart, tempo));
    }
    return phrases;
  }

  private static long ticks(long tick, Score score) {
    return Math.round((double) tick * TICKS_PER_QUARTER / score.ticksPerQuarter());
  }

  /** Ticks of a bar. */
  static long barTicks(TimeSignature metre) {
    return Math.max(1, Math.round(metre.quartersPerBar() * TICKS_PER_QUARTER));
  }

  /** The tick at which the last note ends. */
  long end() {
    return notes.stream().mapToLong(Note::end).max().orElse(0);
  }

  /** Bars that it fills or begins. */
  int bars() {
    long bar = barTicks(metre);
    return (int) Math.max(1, (end() + bar - 1) / bar);
  }

  /** The phrase as a score to go on from. */
  Score score() {
    return new Score(
        TICKS_PER_QUARTER,
        bars() * barTicks(metre),
        notes,
        List.of(new TempoChange(0, MelodyScore.microsecondsPerQuarter(quartersPerMinute))),
        List.of(metre),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
