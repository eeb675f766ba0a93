package ductus.music.statistics;

import ductus.music.Key;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import java.util.ArrayList;
import java.util.List;

/**
 * Counts of how far a set of melodies keeps to keys. Melodies without notes are left out.
 *
 * <p>For each melody the one scale that holds most of its notes is taken, whatever key the melody
 * says it is in. The main figure allows the twelve diatonic scales only, of seven notes each (all
 * modes of {@link Mode} are turns of the same twelve); chance, twelve pitch classes alike, would
 * give a little over 7/12. The wider figure also allows the twelve harmonic minor scales, for the
 * raised leading note of minor tunes, still one scale a melody.
 *
 * @param melodies how many have notes
 * @param notes of all melodies
 * @param diatonicNotes notes in the best diatonic scale of their melody
 * @param diatonicOrHarmonicNotes notes in the best diatonic or harmonic minor scale of their melody
 * @param endingsOnTonic melodies whose last note is the tonic of their own key, in any octave
 */
public record Tonality(
    int melodies,
    long notes,
    long diatonicNotes,
    long diatonicOrHarmonicNotes,
    int endingsOnTonic) {
  private static final List<Integer> DIATONIC = transpositions(0, 2, 4, 5, 7, 9, 11);
  private static final List<Integer> HARMONIC_MINOR = transpositions(0, 2, 3, 5, 7, 8, 11);

  /** Counts all melodies. */
  public static Tonality of(List<Melody> melodies) {
    int count = 0;
    long notes = 0;
    long diatonic = 0;
    long harmonic = 0;
    int endings = 0;
    for (Melody melody : melodies) {
      if (melody.notes().isEmpty()) {
        continue;
      }
      count++;
      notes += melody.notes().size();
      int inDiatonic = notesInBestScale(melody, DIATONIC);
      diatonic += inDiatonic;
      harmonic += Math.max(inDiatonic, notesInBestScale(melody, HARMONIC_MINOR));
      if (endsOnTonic(melody)) {
        endings++;
      }
    }
    return new Tonality(count, notes, diatonic, harmonic, endings);
  }

  /** Share of all notes that lie in the best diatonic scale of their melody. */
  public double inOneKey() {
    return Share.of(diatonicNotes, notes);
  }

  /** Share of all notes that lie in the best diatonic or harmonic minor scale of their melody. */
  public double inOneKeyOrHarmonicMinor() {
    return Share.of(diatonicOrHarmonicNotes, notes);
  }

  /** Share of the melodies that end on their tonic. */
  public double endsOnTonic() {
    return Share.of(endingsOnTonic, melodies);
  }

  private static boolean endsOnTonic(Melody melody) {
    Key key = melody.key();
    MelodyNote last = melody.notes().get(melody.notes().size() - 1);
    return Math.floorMod(last.pitch(), 12) == key.tonic();
  }

  private static int notesInBestScale(Melody melody, List<Integer> scales) {
    int best = 0;
    for (int scale : scales) {
      int inScale = 0;
      for (MelodyNote note : melody.notes()) {
        inScale += (scale >> Math.floorMod(note.pitch(), 12)) & 1;
      }
      best = Math.max(best, inScale);
    }
    return best;
  }

  /** The scale on each of the twelve tonics, a bit for each pitch class. */
  private static List<Integer> transpositions(int... degrees) {
    List<Integer> scales = new ArrayList<>();
    for (int tonic = 0; tonic < 12; tonic++) {
      int scale = 0;
      for (int degree : degrees) {
        scale |= 1 << ((tonic + degree) % 12);
      }
      scales.add(scale);
    }
    return List.copyOf(scales);
  }
}
