package ductus.task.music.evaluation;

import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.statistics.MelodyStatistics;
import java.util.List;

/**
 * A set of tunes in figures; shares are 0 to 1. Keys are those that the notes speak of, not those
 * that a header names.
 *
 * @param tunes how many
 * @param empty tunes without a note
 * @param oneNote tunes of two notes or more that are one pitch, repeated
 * @param meanBars bars of a tune, on average
 * @param meanNotes notes of a tune, on average
 * @param notesPerBar in all bars of all tunes
 * @param distinctPitches different pitches of a tune, on average
 * @param meanRepetition most notes of one pitch in a row, on average over tunes
 * @param longestRepetition most notes of one pitch in a row, in any tune
 * @param inOneKey share of the notes that lie in the best diatonic scale of their tune
 * @param inOneKeyOrHarmonicMinor the same with harmonic minor scales allowed
 * @param endsOnTonic share of the tunes whose last note is the tonic
 * @param onBeat share of the notes that begin on a beat
 * @param downbeats share of the bars on whose first beat a note begins
 */
public record TuneFigures(
    int tunes,
    int empty,
    int oneNote,
    double meanBars,
    double meanNotes,
    double notesPerBar,
    double distinctPitches,
    double meanRepetition,
    int longestRepetition,
    double inOneKey,
    double inOneKeyOrHarmonicMinor,
    double endsOnTonic,
    double onBeat,
    double downbeats) {
  /**
   * Counts.
   *
   * @param statistics of the same tunes
   */
  static TuneFigures of(List<Melody> tunes, MelodyStatistics statistics) {
    List<List<MelodyNote>> notes = tunes.stream().map(Melody::notes).toList();
    return new TuneFigures(
        tunes.size(),
        (int) notes.stream().filter(List::isEmpty).count(),
        (int) notes.stream().filter(TuneFigures::isOneNote).count(),
        (double) statistics.metre().bars() / tunes.size(),
        (double) statistics.metre().notes() / tunes.size(),
        statistics.metre().notesPerBar(),
        statistics.distinctPitches(),
        statistics.meanRepetition(),
        statistics.longestRepetition(),
        statistics.tonality().inOneKey(),
        statistics.tonality().inOneKeyOrHarmonicMinor(),
        statistics.tonality().endsOnTonic(),
        statistics.metre().onBeat(),
        statistics.metre().downbeats());
  }

  private static boolean isOneNote(List<MelodyNote> notes) {
    return notes.size() > 1 && notes.stream().map(MelodyNote::pitch).distinct().count() == 1;
  }
}
