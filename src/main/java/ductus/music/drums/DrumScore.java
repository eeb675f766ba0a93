package ductus.music.drums;

import ductus.music.MelodyScore;
import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.music.TextEvent;
import ductus.music.TimeSignature;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Writes a drum pattern out as the score of a MIDI file: a conductor's track and the kit. */
public final class DrumScore {
  /** Longest time that a stroke is held, in ticks; drums end by themselves. */
  private static final long LONGEST = 60;

  private DrumScore() {}

  /** Writes the score: tempo and metres on track 0, the strokes on track 1 and the drum channel. */
  public static Score of(DrumPattern pattern) {
    List<TimeSignature> metres = new ArrayList<>();
    for (TimeSignature each : pattern.timeSignatures()) {
      metres.add(
          new TimeSignature(
              Math.round(ticks(pattern, (double) each.tick())),
              each.numerator(),
              each.denominator()));
    }
    return new Score(
        MelodyScore.TICKS_PER_QUARTER,
        Math.round(ticks(pattern, pattern.steps())),
        notes(pattern, 1),
        List.of(
            new TempoChange(0, MelodyScore.microsecondsPerQuarter(pattern.quartersPerMinute()))),
        metres,
        List.of(),
        List.of(),
        List.of(),
        List.of(new TextEvent(0, 1, TextEvent.Kind.TRACK_NAME, Score.DRUM_TRACK)));
  }

  /**
   * The strokes of a pattern as notes, {@link MelodyScore#TICKS_PER_QUARTER} ticks a quarter. None
   * is held into the next one of its drum.
   *
   * @param track that the notes are on
   */
  public static List<Note> notes(DrumPattern pattern, int track) {
    List<Note> notes = new ArrayList<>(pattern.hits().size());
    Map<Drum, Long> next = new EnumMap<>(Drum.class);
    for (int i = pattern.hits().size() - 1; i >= 0; i--) {
      DrumHit hit = pattern.hits().get(i);
      long onset = Math.max(0, Math.round(ticks(pattern, hit.time())));
      long free = next.getOrDefault(hit.drum(), Long.MAX_VALUE) - onset;
      next.put(hit.drum(), onset);
      notes.add(
          new Note(
              onset,
              Math.max(1, Math.min(LONGEST, free)),
              hit.drum().pitch(),
              hit.velocity(),
              Note.DRUM_CHANNEL,
              track));
    }
    notes.sort(Comparator.comparingLong(Note::onset).thenComparingInt(Note::pitch));
    return notes;
  }

  private static double ticks(DrumPattern pattern, double steps) {
    return steps * MelodyScore.TICKS_PER_QUARTER / pattern.stepsPerQuarter();
  }
}
