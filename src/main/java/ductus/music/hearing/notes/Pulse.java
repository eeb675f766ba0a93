package ductus.music.hearing.notes;

import java.util.List;

/**
 * Finds the even pulse in notes: of the tempos near a first estimate the one in whose quarters and
 * eighths the onsets agree best, by the magnitude of their Fourier sums.
 */
public final class Pulse {
  /** Greatest distance from the estimate that is searched, as a share of it. */
  private static final double NEAR = 0.06;

  private static final int STEPS = 1200;

  private Pulse() {}

  /**
   * Returns the tempo of the pulse in quarter notes a minute.
   *
   * @param notes one or more
   * @param estimate quarter notes a minute, about right
   */
  public static double quartersPerMinute(List<HeardNote> notes, double estimate) {
    double best = estimate;
    double most = 0;
    for (int i = 0; i <= STEPS; i++) {
      double tempo = estimate * (1 - NEAR + 2 * NEAR * i / STEPS);
      double agreement = agreement(notes, tempo / 60) + agreement(notes, tempo / 30);
      if (agreement > most) {
        most = agreement;
        best = tempo;
      }
    }
    return best;
  }

  private static double agreement(List<HeardNote> notes, double hertz) {
    double real = 0;
    double imaginary = 0;
    for (HeardNote note : notes) {
      double turn = 2 * StrictMath.PI * hertz * note.onset();
      real += StrictMath.cos(turn);
      imaginary += StrictMath.sin(turn);
    }
    return StrictMath.hypot(real, imaginary);
  }
}
