package ductus.music.performance;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.Score.PedalChange;
import ductus.music.Score.ProgramChange;
import ductus.music.TempoChange;
import ductus.music.TempoMap;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import ductus.music.performance.Performance.PedalStep;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Converts scores to performances and back: seconds through all tempo changes, one piano for all.
 */
public final class PerformanceScore {
  /** Longest performance that is read, in hours; a file of a few bytes may say years. */
  public static final int MOST_HOURS = 10;

  private static final int MOST_STEPS = MOST_HOURS * 3600 * Performance.STEPS_PER_SECOND;

  /** Ticks a quarter note, so that at 120 quarter notes a minute each step is ten ticks. */
  private static final int TICKS_PER_QUARTER = 500;

  private static final int TICKS_PER_STEP = 10;
  private static final int MIDI_VELOCITIES_PER_STEP = 4;
  private static final int DOWN = 64;

  private PerformanceScore() {}

  /**
   * Reads what is played in a score, of all its tracks but the drums. Times are rounded to the
   * step; a note has a step at least. Where a key is struck again while it sounds, the first note
   * ends there; two that begin at one step become one, as long and as loud as the greater. The
   * pedal is down where that of any channel is.
   *
   * @throws IllegalArgumentException if it lasts longer than {@link #MOST_HOURS}
   */
  public static Performance read(Score score) {
    TempoMap tempos = new TempoMap(score);
    List<PerformedNote> notes = new ArrayList<>(score.notes().size());
    for (Note note : score.notes()) {
      if (!note.isDrum()) {
        int onset = step(tempos, note.onset());
        int end = Math.max(onset + 1, step(tempos, note.end()));
        int velocity = note.velocity() / MIDI_VELOCITIES_PER_STEP;
        notes.add(new PerformedNote(onset, end - onset, note.pitch(), velocity));
      }
    }
    return new Performance(Playable.notes(notes), pedals(score, tempos));
  }

  /** Writes the score: notes and pedal on one track for a piano, at 120 quarter notes a minute. */
  public static Score of(Performance performance) {
    long length = ticks(performance.length());
    List<PedalChange> pedals = new ArrayList<>();
    for (PedalStep pedal : performance.pedals()) {
      pedals.add(new PedalChange(ticks(pedal.step()), 0, 0, pedal.down() ? 127 : 0));
      length = Math.max(length, ticks(pedal.step()));
    }
    return new Score(
        TICKS_PER_QUARTER,
        length,
        performance.notes().stream().map(PerformanceScore::note).toList(),
        List.of(new TempoChange(0, TempoChange.DEFAULT_MICROSECONDS_PER_QUARTER)),
        List.of(new TimeSignature(0, 4, 4)),
        List.of(),
        List.of(new ProgramChange(0, 0, 0, 0)),
        pedals,
        List.of(new TextEvent(0, 0, TextEvent.Kind.TRACK_NAME, "Piano")));
  }

  private static Note note(PerformedNote note) {
    int velocity = note.velocity() * MIDI_VELOCITIES_PER_STEP + MIDI_VELOCITIES_PER_STEP / 2;
    return new Note(ticks(note.onset()), ticks(note.duration()), note.pitch(), velocity, 0, 0);
  }

  private static long ticks(int steps) {
    return (long) steps * TICKS_PER_STEP;
  }

  private static int step(TempoMap tempos, long tick) {
    long step = Math.round(tempos.seconds(tick) * Performance.STEPS_PER_SECOND);
    if (step > MOST_STEPS) {
      throw new IllegalArgumentException(
          "a performance must end within %d hours but goes on for %,d"
              .formatted(MOST_HOURS, step / (3600 * Performance.STEPS_PER_SECOND)));
    }
    return (int) step;
  }

  private static List<PedalStep> pedals(Score score, TempoMap tempos) {
    List<PedalStep> pedals = new ArrayList<>();
    Set<Integer> channelsDown = new HashSet<>();
    for (PedalChange change : score.pedals()) {
      if (change.channel() == Note.DRUM_CHANNEL) {
        continue;
      }
      if (change.value() >= DOWN) {
        channelsDown.add(change.channel());
      } else {
        channelsDown.remove(change.channel());
      }
      pedals.add(new PedalStep(step(tempos, change.tick()), !channelsDown.isEmpty()));
    }
    return Playable.pedals(pedals);
  }
}
