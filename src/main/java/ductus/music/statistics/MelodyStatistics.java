package ductus.music.statistics;

import ductus.music.Melody;
import ductus.music.MelodyNote;
import java.util.List;

/**
 * A set of melodies in figures.
 *
 * @param melodies how many
 * @param distinctPitches different pitches of a melody, on average over melodies
 * @param longestRepetition most notes of one pitch in a row, in any melody
 * @param meanRepetition most notes of one pitch in a row, on average over melodies
 */
public record MelodyStatistics(
    int melodies,
    double distinctPitches,
    int longestRepetition,
    double meanRepetition,
    Tonality tonality,
    MetreKeeping metre,
    MelodyHistograms histograms) {
  /** Counts all melodies. */
  public static MelodyStatistics of(List<Melody> melodies) {
    long pitches = 0;
    long repetitions = 0;
    int longest = 0;
    for (Melody melody : melodies) {
      pitches += melody.notes().stream().mapToInt(MelodyNote::pitch).distinct().count();
      int repetition = longestRepetition(melody);
      repetitions += repetition;
      longest = Math.max(longest, repetition);
    }
    return new MelodyStatistics(
        melodies.size(),
        Share.of(pitches, melodies.size()),
        longest,
        Share.of(repetitions, melodies.size()),
        Tonality.of(melodies),
        MetreKeeping.of(melodies),
        MelodyHistograms.of(melodies));
  }

  private static int longestRepetition(Melody melody) {
    int longest = 0;
    int inARow = 0;
    int pitch = -1;
    for (MelodyNote note : melody.notes()) {
      inARow = note.pitch() == pitch ? inARow + 1 : 1;
      pitch = note.pitch();
      longest = Math.max(longest, inARow);
    }
    return longest;
  }
}
