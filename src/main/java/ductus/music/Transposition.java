package ductus.music;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Transposes melodies into other keys, each in the octave where it is best sung. */
public final class Transposition {
  /** Lowest pitch that melodies are moved to, and that they are learned with: C2. */
  public static final int LOWEST_PITCH = 36;

  /** Highest pitch that melodies are moved to, and that they are learned with: B6. */
  public static final int HIGHEST_PITCH = 95;

  /** Lowest pitch that is sung with ease: G3. */
  public static final int LOWEST_SINGABLE = 55;

  /** Highest pitch that is sung with ease: C6. */
  public static final int HIGHEST_SINGABLE = 84;

  private Transposition() {}

  /**
   * Returns the melody in all twelve keys: itself first, then one semitone higher each time, up or
   * down an octave where that suits it. Keys in which it leaves the five octaves are left out.
   */
  public static List<Melody> inAllKeys(Melody melody) {
    List<Melody> all = new ArrayList<>(12);
    all.add(melody);
    for (int semitones = 1; semitones < 12; semitones++) {
      best(melody, semitones).ifPresent(all::add);
    }
    return all;
  }

  /**
   * Returns the melody in the key of its mode that has no sharps and flats: C major, A minor, D
   * dorian ...
   *
   * @throws IllegalArgumentException if its range is too wide for the five octaves
   */
  public static Melody inCommonKey(Melody melody) {
    return to(melody, commonTonic(melody.key().mode()));
  }

  /** The keynote of a mode without sharps and flats: C for major, A for minor ... */
  public static int commonTonic(Mode mode) {
    return Math.floorMod(-mode.fifthsOnC() * 7, 12);
  }

  /**
   * Returns the melody on another keynote, in its own mode.
   *
   * @param tonic pitch class, 0 (C) to 11 (B)
   * @throws IllegalArgumentException if its range is too wide for the five octaves
   */
  public static Melody to(Melody melody, int tonic) {
    return best(melody, Math.floorMod(tonic - melody.key().tonic(), 12))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "pitches must lie within five octaves (C2 to B6) after transposition"));
  }

  private static Optional<Melody> best(Melody melody, int semitones) {
    int lowest = melody.notes().stream().mapToInt(MelodyNote::pitch).min().orElse(LOWEST_SINGABLE);
    int highest = melody.notes().stream().mapToInt(MelodyNote::pitch).max().orElse(LOWEST_SINGABLE);
    Optional<Integer> best = Optional.empty();
    int leastCost = Integer.MAX_VALUE;
    for (int shift = semitones - 48; shift <= semitones + 48; shift += 12) {
      if (lowest + shift < LOWEST_PITCH || highest + shift > HIGHEST_PITCH) {
        continue;
      }
      int outside =
          Math.max(0, LOWEST_SINGABLE - lowest - shift)
              + Math.max(0, highest + shift - HIGHEST_SINGABLE);
      int cost = 12 * outside + Math.abs(shift);
      if (cost < leastCost) {
        leastCost = cost;
        best = Optional.of(shift);
      }
    }
    return best.map(melody::transpose);
  }
}
