package ductus.studio.compose;

import ductus.music.Bar;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.studio.collection.ScoreVoice;
import java.util.List;

/**
 * A score as the page edits it, in ticks.
 *
 * @param ticksPerQuarter resolution
 * @param length ticks to the end
 * @param bars ticks at which bars begin
 * @param tempos by tick
 * @param voices who plays
 * @param notes by onset
 */
record EditableScore(
    int ticksPerQuarter,
    long length,
    List<Long> bars,
    List<TempoChange> tempos,
    List<ScoreVoice> voices,
    List<EditableNote> notes) {
  /** Most notes that can be edited, or sent. */
  static final int MOST_NOTES = 20_000;

  private static final int MOST_BARS = 2000;

  /**
   * A note.
   *
   * @param onset tick
   * @param duration ticks
   * @param pitch MIDI key number
   * @param velocity 1 to 127
   * @param voice number of its voice, from 0
   */
  record EditableNote(long onset, long duration, int pitch, int velocity, int voice) {}

  /**
   * The score of a file.
   *
   * @throws IllegalArgumentException if it has too many notes
   */
  static EditableScore of(Score score) {
    if (score.notes().size() > MOST_NOTES) {
      throw new IllegalArgumentException(
          "a score to edit must have at most %d notes but has %d"
              .formatted(MOST_NOTES, score.notes().size()));
    }
    List<ScoreVoice> voices = ScoreVoice.of(score);
    return new EditableScore(
        score.ticksPerQuarter(),
        score.length(),
        Bar.layOut(score.timeSignatures(), score.ticksPerQuarter(), score.length(), MOST_BARS)
            .stream()
            .map(Bar::start)
            .toList(),
        score.tempos(),
        voices,
        score.notes().stream().map(note -> editable(note, voices)).toList());
  }

  private static EditableNote editable(Note note, List<ScoreVoice> voices) {
    return new EditableNote(
        note.onset(),
        note.duration(),
        note.pitch(),
        note.velocity(),
        ScoreVoice.numberOf(note, voices));
  }
}
