package ductus.music.finding;

import ductus.music.Bar;
import ductus.music.Key;
import ductus.music.KeySignature;
import ductus.music.Melody;
import ductus.music.MelodyNote;
import ductus.music.Mode;
import ductus.music.Note;
import ductus.music.Score;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds keynote and mode of a melody.
 *
 * <p>Each of the 72 keys is scored by the correlation of the notes' durations with a key profile
 * (Krumhansl and Kessler 1982 for major and minor; the other modes have the profile of the one of
 * those with the same third, with the degrees in which they differ exchanged), by the share of time
 * in its scale, by the last note and the notes on strong places, and by the key signature where the
 * file has one. The weights were set by hand on folk tunes with known keys; the scale counts most.
 */
public final class KeyFinder {
  private static final double[] MAJOR_PROFILE = {
    6.35, 2.23, 3.48, 2.33, 4.38, 4.09, 2.52, 5.19, 2.39, 3.66, 2.29, 2.88
  };
  private static final double[] MINOR_PROFILE = {
    6.33, 2.68, 3.52, 5.38, 2.60, 3.53, 2.54, 4.75, 3.98, 2.69, 3.34, 3.17
  };

  private static final double PROFILE_WEIGHT = 1.5;
  private static final double SCALE_WEIGHT = 12;
  private static final double LAST_NOTE_WEIGHT = 0.9;
  private static final double STRONG_NOTES_WEIGHT = 1.2;
  private static final double SIGNATURE_WEIGHT = 3;

  /** Weight of a signature of C major, which files without a key of their own often say. */
  private static final double EMPTY_SIGNATURE_WEIGHT = 0.4;

  private KeyFinder() {}

  /** Finds the key of a melody, by its notes alone. */
  public static Key find(Melody melody) {
    return find(melody.notes(), melody.bars(), Optional.empty());
  }

  /**
   * Finds the key of a score of any number of voices, by its notes alone; its last note is the
   * bass's. Empty if there are none but strokes of drums.
   */
  public static Optional<Key> find(Score score) {
    List<MelodyNote> notes =
        score.notes().stream()
            .filter(note -> !note.isDrum())
            .sorted(
                Comparator.comparingLong(Note::onset)
                    .thenComparing(Comparator.comparingInt(Note::pitch).reversed()))
            .map(
                note ->
                    new MelodyNote(
                        (int) note.onset(), (int) Math.max(1, note.duration()), note.pitch()))
            .toList();
    List<Bar> bars =
        Bar.layOut(
            score.timeSignatures(),
            score.ticksPerQuarter(),
            Math.max(1, score.length()),
            Bar.MOST_OF_PIECE);
    return notes.isEmpty() ? Optional.empty() : Optional.of(find(notes, bars, Optional.empty()));
  }

  /**
   * Finds the key of some notes.
   *
   * @param notes in grid steps, by onset
   * @param bars in grid steps
   * @param signature what the file says; its notes can outweigh it
   */
  public static Key find(List<MelodyNote> notes, List<Bar> bars, Optional<KeySignature> signature) {
    double[] durations = new double[12];
    double[] strong = new double[12];
    for (MelodyNote note : notes) {
      durations[note.pitch() % 12] += note.length();
    }
    int i = 0;
    for (Bar bar : bars) {
      while (i < notes.size() && notes.get(i).onset() < bar.start()) {
        i++;
      }
      if (i < notes.size() && notes.get(i).onset() == bar.start()) {
        strong[notes.get(i).pitch() % 12]++;
      }
    }
    Key best = new Key(0, Mode.MAJOR);
    double highest = Double.NEGATIVE_INFINITY;
    for (Mode mode : Mode.values()) {
      for (int tonic = 0; tonic < 12; tonic++) {
        Key key = new Key(tonic, mode);
        double score =
            PROFILE_WEIGHT * correlation(durations, key)
                + SCALE_WEIGHT * shareInScale(durations, key)
                + LAST_NOTE_WEIGHT * ending(notes, key)
                + STRONG_NOTES_WEIGHT * correlation(strong, key)
                + signature.map(s -> agreement(s, key)).orElse(0.0)
                + familiarity(mode);
        if (score > highest) {
          highest = score;
          best = key;
        }
      }
    }
    return best;
  }

  private static double correlation(double[] weights, Key key) {
    double[] profile = profile(key.mode());
    double meanWeight = mean(weights);
    double meanProfile = mean(profile);
    double product = 0;
    double weightSquares = 0;
    double profileSquares = 0;
    for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
      double w = weights[pitchClass] - meanWeight;
      double p = profile[Math.floorMod(pitchClass - key.tonic(), 12)] - meanProfile;
      product += w * p;
      weightSquares += w * w;
      profileSquares += p * p;
    }
    return weightSquares == 0 ? 0 : product / Math.sqrt(weightSquares * profileSquares);
  }

  private static double shareInScale(double[] durations, Key key) {
    double inside = 0;
    double all = 0;
    for (int pitchClass = 0; pitchClass < 12; pitchClass++) {
      all += durations[pitchClass];
      if (key.contains(pitchClass)) {
        inside += durations[pitchClass];
      } else if (key.mode() == Mode.MINOR && pitchClass == (key.tonic() + 11) % 12) {
        inside += 0.8 * durations[pitchClass];
      } else if (key.mode() == Mode.MINOR && pitchClass == (key.tonic() + 9) % 12) {
        inside += 0.5 * durations[pitchClass];
      }
    }
    return all == 0 ? 0 : inside / all;
  }

  private static double ending(List<MelodyNote> notes, Key key) {
    if (notes.isEmpty()) {
      return 0;
    }
    int degree = Math.floorMod(notes.get(notes.size() - 1).pitch() - key.tonic(), 12);
    if (degree == 0) {
      return 1;
    }
    return degree == 7 || degree == (key.mode().hasMinorThird() ? 3 : 4) ? 0.2 : -0.3;
  }

  private static double agreement(KeySignature signature, Key key) {
    boolean empty = signature.fifths() == 0 && !signature.minor();
    double weight = empty ? EMPTY_SIGNATURE_WEIGHT : SIGNATURE_WEIGHT;
    int distance = Math.floorMod(signature.fifths() - key.fifths(), 12);
    if (distance != 0) {
      return -weight * Math.min(distance, 12 - distance) / 3;
    }
    return signature.minor() == key.mode().hasMinorThird() ? weight : weight / 2;
  }

  private static double familiarity(Mode mode) {
    return switch (mode) {
      case MAJOR -> 0;
      case MINOR -> -0.25;
      case DORIAN, MIXOLYDIAN -> -0.4;
      case PHRYGIAN, LYDIAN -> -0.8;
    };
  }

  private static double[] profile(Mode mode) {
    return switch (mode) {
      case MAJOR -> MAJOR_PROFILE;
      case MINOR -> MINOR_PROFILE;
      case DORIAN -> exchanged(MINOR_PROFILE, 8, 9);
      case PHRYGIAN -> exchanged(MINOR_PROFILE, 1, 2);
      case MIXOLYDIAN -> exchanged(MAJOR_PROFILE, 10, 11);
      case LYDIAN -> exchanged(MAJOR_PROFILE, 5, 6);
    };
  }

  private static double[] exchanged(double[] profile, int a, int b) {
    double[] copy = profile.clone();
    copy[a] = profile[b];
    copy[b] = profile[a];
    return copy;
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }
}
