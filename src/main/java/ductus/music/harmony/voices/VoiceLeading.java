package ductus.music.harmony.voices;

/**
 * Faults in how four voices move, as the schools count them.
 *
 * @param fifths two voices move in the same direction from one perfect fifth to another
 * @param octaves the same with unisons and octaves
 * @param crossings a voice is above the one that should be above it
 * @param spacings soprano and alto, or alto and tenor, are more than an octave apart
 * @param ranges a voice sings what it cannot reach
 * @param beats in which they were counted
 */
public record VoiceLeading(
    int fifths, int octaves, int crossings, int spacings, int ranges, int beats) {
  /** No faults, counted in nothing. */
  public static final VoiceLeading NONE = new VoiceLeading(0, 0, 0, 0, 0, 0);

  private static final int BEATS_OF_BAR = 4;
  private static final int OCTAVE = 12;
  private static final int FIFTH = 7;

  /** Counts the faults of a chorale. */
  public static VoiceLeading of(Chorale chorale) {
    VoiceLeading sum = NONE;
    int[] pitches = chorale.pitches();
    for (int t = 0; t < chorale.length(); t++) {
      sum = sum.plus(at(pitches, t));
    }
    return sum;
  }

  /**
   * Number of faults of a beat, of how it was come to, and of how it is left.
   *
   * @param pitches [T×4]
   */
  public static int around(int[] pitches, int beat) {
    int next = (beat + 1) * Chorale.VOICES < pitches.length ? beat + 1 : beat;
    return at(pitches, beat).total() + (next > beat ? at(pitches, next).total() : 0);
  }

  /** Counts the faults of a beat, and of how it was come to from the one before. */
  static VoiceLeading at(int[] pitches, int beat) {
    int fifths = 0;
    int octaves = 0;
    int crossings = 0;
    int spacings = 0;
    int ranges = 0;
    int now = beat * Chorale.VOICES;
    for (int v = 0; v < Chorale.VOICES; v++) {
      int pitch = pitches[now + v];
      if (pitch == Chorale.REST) {
        continue;
      }
      ranges += VoicePart.ALL.get(v).reaches(pitch) ? 0 : 1;
      for (int w = v + 1; w < Chorale.VOICES; w++) {
        int lower = pitches[now + w];
        if (lower == Chorale.REST) {
          continue;
        }
        crossings += lower > pitch && w == v + 1 ? 1 : 0;
        spacings += w == v + 1 && v < 2 && pitch - lower > OCTAVE ? 1 : 0;
        if (beat > 0) {
          int interval = parallel(pitches, now, v, w);
          fifths += interval == FIFTH ? 1 : 0;
          octaves += interval == 0 ? 1 : 0;
        }
      }
    }
    return new VoiceLeading(fifths, octaves, crossings, spacings, ranges, 1);
  }

  /** The interval within an octave that two voices keep while both move one way; −1 for none. */
  private static int parallel(int[] pitches, int now, int v, int w) {
    int before = now - Chorale.VOICES;
    if (pitches[before + v] == Chorale.REST || pitches[before + w] == Chorale.REST) {
      return -1;
    }
    int upper = pitches[now + v] - pitches[before + v];
    int lower = pitches[now + w] - pitches[before + w];
    int interval = Math.floorMod(pitches[now + v] - pitches[now + w], OCTAVE);
    int last = Math.floorMod(pitches[before + v] - pitches[before + w], OCTAVE);
    return Integer.signum(upper) * Integer.signum(lower) == 1 && interval == last ? interval : -1;
  }

  /** The sum of these faults and others. */
  public VoiceLeading plus(VoiceLeading other) {
    return new VoiceLeading(
        fifths + other.fifths,
        octaves + other.octaves,
        crossings + other.crossings,
        spacings + other.spacings,
        ranges + other.ranges,
        beats + other.beats);
  }

  /** Number of all faults. */
  public int total() {
    return fifths + octaves + crossings + spacings + ranges;
  }

  /** Number of all faults a bar of four beats; 0 of nothing. */
  public double perBar() {
    return beats == 0 ? 0 : (double) total() * BEATS_OF_BAR / beats;
  }
}
