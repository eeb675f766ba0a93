package ductus.music.arrangement;

/**
 * The tempo from a step on.
 *
 * @param step of the grid
 * @param quartersPerMinute 3 or more; what is given is rounded to a sixteenth below 256, to an
 *     eighth below 512, and so on
 */
public record TempoStep(int step, double quartersPerMinute) {
  /** Tempo from which on others are written as doubles of slower ones. */
  public static final int DOUBLED = 256;

  /** Number of parts of a quarter note a minute that are told apart. */
  public static final int FINENESS = 16;

  /** Slowest tempo, in quarter notes a minute; slower than any of a MIDI file. */
  public static final int SLOWEST = 3;

  /** Most doublings of a tempo; they reach beyond any tempo of a MIDI file. */
  public static final int MOST_DOUBLINGS = 18;

  /** Fastest tempo, in quarter notes a minute; faster than any of a MIDI file. */
  static final double FASTEST = (DOUBLED - 1.0 / FINENESS) * (1 << MOST_DOUBLINGS);

  public TempoStep {
    if (step < 0 || !(quartersPerMinute >= SLOWEST) || quartersPerMinute > FASTEST) {
      throw new IllegalArgumentException(
          "tempo must be 3 to 60,000,000 quarter notes a minute but was " + quartersPerMinute);
    }
    int doublings = 0;
    double tempo = rounded(quartersPerMinute);
    while (tempo >= DOUBLED) {
      doublings++;
      tempo = rounded(quartersPerMinute / (1 << doublings));
    }
    quartersPerMinute = tempo * (1 << doublings);
  }

  private static double rounded(double tempo) {
    return Math.rint(tempo * FINENESS) / FINENESS;
  }

  /** How often a tempo below {@link #DOUBLED} is doubled to be this one. */
  public int doublings() {
    int doublings = 0;
    while (quartersPerMinute / (1 << doublings) >= DOUBLED) {
      doublings++;
    }
    return doublings;
  }

  /** The tempo in sixteenths of a quarter note a minute, before it is doubled. */
  public int sixteenths() {
    return (int) (quartersPerMinute / (1 << doublings()) * FINENESS);
  }
}
