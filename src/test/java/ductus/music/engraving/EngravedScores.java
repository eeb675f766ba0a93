package ductus.music.engraving;

import ductus.music.Note;
import ductus.music.Score;
import ductus.music.TempoChange;
import ductus.music.TimeSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Scores to engrave, of 12 ticks a quarter note. */
public final class EngravedScores {
  /** Ticks of a quarter note. */
  public static final int QUARTER = 12;

  private EngravedScores() {}

  /** A score in a metre. */
  public static Score of(int numerator, int denominator, List<Note> notes) {
    List<Note> sorted = new ArrayList<>(notes);
    sorted.sort(Note.ORDER);
    return new Score(
        QUARTER,
        sorted.stream().mapToLong(Note::end).max().orElse(0),
        sorted,
        List.of(new TempoChange(0, 500_000)),
        List.of(new TimeSignature(0, numerator, denominator)),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }

  /** Notes that follow one another: pitch and ticks in turn. */
  public static List<Note> melody(int track, int... pitchesAndTicks) {
    List<Note> notes = new ArrayList<>();
    long at = 0;
    for (int i = 0; i < pitchesAndTicks.length; i += 2) {
      notes.add(new Note(at, pitchesAndTicks[i + 1], pitchesAndTicks[i], 80, track, track));
      at += pitchesAndTicks[i + 1];
    }
    return notes;
  }

  /** Random notes on three tracks and drums, some of them together. */
  public static Score random(long seed, int count) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Note> notes = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int track = random.nextInt(4);
      boolean drum = track == 3;
      int channel = drum ? Note.DRUM_CHANNEL : track;
      int pitch = drum ? random.nextInt(35, 60) : random.nextInt(40 + 8 * track, 70 + 8 * track);
      long onset = 3L * random.nextInt(count * 2);
      long length = 3L * random.nextInt(1, 9);
      boolean taken =
          notes.stream()
              .anyMatch(
                  each ->
                      each.track() == track
                          && each.pitch() == pitch
                          && each.onset() < onset + length
                          && onset < each.end());
      if (!taken) {
        notes.add(new Note(onset, length, pitch, 80, channel, track));
      }
    }
    return of(4, 4, notes);
  }
}
