package ductus.music.touch;

import ductus.music.Note;
import ductus.music.Resolution;
import ductus.music.Score;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A score while its notes are moved and made louder or softer. What is written stays: every note,
 * its pitch, its length, bars, tempos; the order of onsets within a part stays, too.
 */
public final class TouchedScore {
  /** Fewest ticks a quarter note of what is played: about a millisecond each. */
  private static final int FINE = 480;

  private static final int LOUDEST = 127;

  /** Most that a part becomes softer so that none of its notes is cut off at the loudest. */
  private static final double MOST_SOFTER = 24;

  /** Most of the way to the next onset of a part that a note is moved. */
  private static final double MOST_OF_GAP = 0.45;

  private static final double MILLISECONDS_PER_MINUTE = 60_000;

  private final Score score;
  private final double amount;
  private final Note[] notes;

  /**
   * Begins with a score as it is written.
   *
   * @param amount share of each touch that is applied, 0 to 1
   */
  public TouchedScore(Score written, double amount) {
    if (!(amount >= 0 && amount <= 1)) {
      throw new IllegalArgumentException("amount must be 0 to 1 but was " + amount);
    }
    this.amount = amount;
    score = amount == 0 ? written : fine(written);
    notes = score.notes().toArray(Note[]::new);
  }

  private static Score fine(Score written) {
    int by = (FINE + written.ticksPerQuarter() - 1) / written.ticksPerQuarter();
    return Resolution.of(written, by * written.ticksPerQuarter());
  }

  /**
   * Applies a touch of a part.
   *
   * @param touch of the part's notes, in their order
   */
  public void apply(PlayerPart part, List<PlayedNote> touch) {
    double softer = softer(part, touch);
    double before = Double.POSITIVE_INFINITY;
    for (int from = 0; from < touch.size(); ) {
      WrittenNote written = touch.get(from).written();
      int to = from + 1;
      while (to < touch.size() && touch.get(to).written().step() == written.step()) {
        to++;
      }
      double behind =
          to == touch.size()
              ? Double.POSITIVE_INFINITY
              : milliseconds(written, touch.get(to).written());
      for (int i = from; i < to; i++) {
        double shift =
            Math.max(-MOST_OF_GAP * before, Math.min(MOST_OF_GAP * behind, touch.get(i).shift()));
        apply(part.places().get(i), touch.get(i), shift, softer);
      }
      before = behind;
      from = to;
    }
  }

  private void apply(int place, PlayedNote played, double shift, double softer) {
    Note note = notes[place];
    long velocity = Math.round(note.velocity() + amount * played.loudness() - softer);
    notes[place] =
        new Note(
            Math.max(0, note.onset() + ticks(shift, played.written())),
            note.duration(),
            note.pitch(),
            (int) Math.max(1, Math.min(LOUDEST, velocity)),
            note.channel(),
            note.track());
  }

  private static double milliseconds(WrittenNote from, WrittenNote to) {
    return (to.step() - from.step())
        * MILLISECONDS_PER_MINUTE
        / (from.quartersPerMinute() * WrittenNote.STEPS_PER_QUARTER);
  }

  /** By how much the part is softer so that its loudest note is not cut off. */
  private double softer(PlayerPart part, List<PlayedNote> touch) {
    double loudest = 0;
    for (int i = 0; i < touch.size(); i++) {
      int velocity = notes[part.places().get(i)].velocity();
      loudest = Math.max(loudest, velocity + amount * touch.get(i).loudness());
    }
    return amount * Math.max(0, Math.min(MOST_SOFTER, loudest - LOUDEST));
  }

  private long ticks(double milliseconds, WrittenNote note) {
    return Math.round(
        amount
            * milliseconds
            * note.quartersPerMinute()
            * score.ticksPerQuarter()
            / MILLISECONDS_PER_MINUTE);
  }

  /** The score as it is played. */
  public Score score() {
    List<Note> played = new ArrayList<>(Arrays.asList(notes));
    if (amount > 0) {
      cutOverlaps(played);
    }
    played.sort(
        Comparator.comparingLong(Note::onset)
            .thenComparingInt(Note::pitch)
            .thenComparingInt(Note::track)
            .thenComparingInt(Note::channel)
            .thenComparingLong(Note::duration));
    long end = played.stream().mapToLong(Note::end).max().orElse(0);
    return new Score(
        score.ticksPerQuarter(),
        Math.max(score.length(), end),
        played,
        score.tempos(),
        score.timeSignatures(),
        score.keySignatures(),
        score.programs(),
        score.pedals(),
        score.texts());
  }

  /** A key of an instrument. */
  private record Key(int track, int channel, int pitch) {}

  /** Ends a note where its key is struck again, if it ended before that as it was written. */
  private void cutOverlaps(List<Note> played) {
    Map<Key, Integer> sounding = new HashMap<>();
    for (int i = 0; i < played.size(); i++) {
      Note note = played.get(i);
      Integer before = sounding.put(new Key(note.track(), note.channel(), note.pitch()), i);
      if (before != null
          && score.notes().get(before).end() <= score.notes().get(i).onset()
          && played.get(before).end() > note.onset()) {
        Note cut = played.get(before);
        played.set(
            before,
            new Note(
                cut.onset(),
                Math.max(0, note.onset() - cut.onset()),
                cut.pitch(),
                cut.velocity(),
                cut.channel(),
                cut.track()));
      }
    }
  }
}
