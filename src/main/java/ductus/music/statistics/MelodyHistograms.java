package ductus.music.statistics;

import ductus.music.Melody;
import ductus.music.MelodyNote;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Histograms of what a set of melodies is made of. Every note counts once, however long it is and
 * whichever melody it stands in.
 *
 * @param pitchClasses semitones above the tonic of the melody's own key, 0 to 11
 * @param intervals semitones from each note to the next of the same melody, -12 to 12; wider ones
 *     count at the ends
 * @param durations sounding lengths in quarter notes, each in the bin that is nearest by ratio, the
 *     shorter one if two are equally near
 */
public record MelodyHistograms(Histogram pitchClasses, Histogram intervals, Histogram durations) {
  private static final int WIDEST = 12;

  private static final List<String> PITCH_CLASS_LABELS =
      IntStream.range(0, 12).mapToObj(Integer::toString).toList();

  private static final List<String> INTERVAL_LABELS =
      IntStream.rangeClosed(-WIDEST, WIDEST)
          .mapToObj(i -> i > 0 ? "+" + i : Integer.toString(i))
          .toList();

  /** The bins of lengths, in quarter notes, ascending. */
  private static final List<Fraction> LENGTHS =
      Stream.of(
              "1/8", "1/6", "1/4", "1/3", "3/8", "1/2", "2/3", "3/4", "1", "4/3", "3/2", "2", "5/2",
              "3", "4", "6", "8")
          .map(Fraction::parse)
          .toList();

  private static final List<String> LENGTH_LABELS =
      LENGTHS.stream().map(Fraction::toString).toList();

  /** Counts the notes of all melodies. */
  public static MelodyHistograms of(List<Melody> melodies) {
    long[] pitchClasses = new long[PITCH_CLASS_LABELS.size()];
    long[] intervals = new long[INTERVAL_LABELS.size()];
    long[] durations = new long[LENGTHS.size()];
    for (Melody melody : melodies) {
      List<MelodyNote> notes = melody.notes();
      for (int i = 0; i < notes.size(); i++) {
        MelodyNote note = notes.get(i);
        pitchClasses[Math.floorMod(note.pitch() - melody.key().tonic(), 12)]++;
        durations[lengthBin(note.length(), melody.stepsPerQuarter())]++;
        if (i > 0) {
          int interval = note.pitch() - notes.get(i - 1).pitch();
          intervals[Math.max(-WIDEST, Math.min(WIDEST, interval)) + WIDEST]++;
        }
      }
    }
    return new MelodyHistograms(
        new Histogram(PITCH_CLASS_LABELS, pitchClasses),
        new Histogram(INTERVAL_LABELS, intervals),
        new Histogram(LENGTH_LABELS, durations));
  }

  /**
   * Index of the nearest bin by ratio: below the geometric mean of two neighbors, the shorter one.
   */
  private static int lengthBin(int steps, int stepsPerQuarter) {
    double quarters = (double) steps / stepsPerQuarter;
    int bin = 0;
    while (bin + 1 < LENGTHS.size()
        && quarters * quarters > LENGTHS.get(bin).quarters() * LENGTHS.get(bin + 1).quarters()) {
      bin++;
    }
    return bin;
  }

  /** A length in quarter notes as people write it. */
  private record Fraction(int numerator, int denominator) {
    static Fraction parse(String text) {
      int slash = text.indexOf('/');
      return slash < 0
          ? new Fraction(Integer.parseInt(text), 1)
          : new Fraction(
              Integer.parseInt(text.substring(0, slash)),
              Integer.parseInt(text.substring(slash + 1)));
    }

    double quarters() {
      return (double) numerator / denominator;
    }

    @Override
    public String toString() {
      return denominator == 1 ? Integer.toString(numerator) : numerator + "/" + denominator;
    }
  }
}
