package ductus.music.statistics;

import ductus.music.Bar;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.TimeSignature;
import java.util.Iterator;
import java.util.List;

/**
 * Counts of how far the onsets of a set of melodies keep to beats and bar lines.
 *
 * <p>A beat is the note value that the time signature names; in compound metres ({@link
 * TimeSignature#isCompound}) it is three of them.
 *
 * @param notes of all melodies
 * @param notesOnBeat notes that begin on a beat
 * @param bars of all melodies, pickups and empty bars included
 * @param barsWithDownbeat bars on whose first beat a note begins
 */
public record MetreKeeping(long notes, long notesOnBeat, long bars, long barsWithDownbeat) {
  private static final Bar NONE = new Bar(0, 0, new TimeSignature(0, 4, 4));

  /** Counts all melodies. */
  public static MetreKeeping of(List<Melody> melodies) {
    long notes = 0;
    long notesOnBeat = 0;
    long bars = 0;
    long barsWithDownbeat = 0;
    for (Melody melody : melodies) {
      notes += melody.notes().size();
      Iterator<Bar> following = melody.bars().iterator();
      Bar bar = NONE;
      for (MelodyNote note : melody.notes()) {
        while (note.onset() >= bar.end()) {
          bar = following.next();
        }
        // In 1/denominator of a grid step every beat is whole, on a coarse grid too.
        long beat = 4L * melody.stepsPerQuarter() * (bar.metre().isCompound() ? 3 : 1);
        long place = note.onset() - bar.start();
        notesOnBeat += place * bar.metre().denominator() % beat == 0 ? 1 : 0;
        barsWithDownbeat += place == 0 ? 1 : 0;
      }
      bars += melody.bars().size();
    }
    return new MetreKeeping(notes, notesOnBeat, bars, barsWithDownbeat);
  }

  /** Share of the notes that begin on a beat. */
  public double onBeat() {
    return Share.of(notesOnBeat, notes);
  }

  /** Share of the bars on whose first beat a note begins. */
  public double downbeats() {
    return Share.of(barsWithDownbeat, bars);
  }

  /** Number of notes that begin in a bar, on average. */
  public double notesPerBar() {
    return Share.of(notes, bars);
  }
}
