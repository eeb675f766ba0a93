package ductus.music.leadsheet;

import ductus.music.Bar;
import ductus.music.Melody;
import ductus.music.MelodyScore;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.ProgramChange;
import ductus.music.TextEvent;
import ductus.music.harmony.ChordChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Writes a lead sheet out as the score of a MIDI file: the tune, and its chords as symbols. */
public final class LeadsheetScore {
  private static final int CHORD_TRACK = 2;
  private static final int CHORD_CHANNEL = 1;
  private static final int CHORD_VELOCITY = 56;

  private LeadsheetScore() {}

  /**
   * Writes the score: the tune as {@link MelodyScore} writes it, and on track 2, channel 1, the
   * chords, each held to the next one and struck again at each bar line.
   *
   * @param program General MIDI program of the tune, 0 to 127; the chords are played on a piano
   * @param velocity of the tune's notes without accent
   */
  public static Score of(Leadsheet leadsheet, int program, int velocity) {
    Melody melody = leadsheet.melody();
    Score tune = MelodyScore.of(melody, program, velocity);
    if (leadsheet.chords().isEmpty()) {
      return tune;
    }
    List<Note> notes = new ArrayList<>(tune.notes());
    List<TextEvent> texts = new ArrayList<>(tune.texts());
    texts.add(new TextEvent(0, CHORD_TRACK, TextEvent.Kind.TRACK_NAME, Score.CHORD_TRACK));
    List<Bar> bars = melody.bars();
    for (int i = 0; i < leadsheet.chords().size(); i++) {
      ChordChange change = leadsheet.chords().get(i);
      int until =
          i + 1 < leadsheet.chords().size() ? leadsheet.chords().get(i + 1).step() : melody.steps();
      texts.add(
          new TextEvent(
              ticks(melody, change.step()),
              CHORD_TRACK,
              TextEvent.Kind.TEXT,
              change.chord().name(melody.key())));
      for (Bar bar : bars) {
        long from = ticks(melody, Math.max(change.step(), bar.start()));
        long to = ticks(melody, Math.min(until, bar.end()));
        if (from < to) {
          for (int pitch : change.chord().voicing()) {
            notes.add(new Note(from, to - from, pitch, CHORD_VELOCITY, CHORD_CHANNEL, CHORD_TRACK));
          }
        }
      }
    }
    notes.sort(Note.ORDER);
    texts.sort(Comparator.comparingLong(TextEvent::tick).thenComparingInt(TextEvent::track));
    List<ProgramChange> programs = new ArrayList<>(tune.programs());
    programs.add(new ProgramChange(0, CHORD_CHANNEL, CHORD_TRACK, 0));
    return new Score(
        tune.ticksPerQuarter(),
        tune.length(),
        notes,
        tune.tempos(),
        tune.timeSignatures(),
        tune.keySignatures(),
        programs,
        tune.pedals(),
        texts);
  }

  private static long ticks(Melody melody, long steps) {
    return steps * MelodyScore.TICKS_PER_QUARTER / melody.stepsPerQuarter();
  }
}
