package ductus.lab.surprise;

import java.util.List;

/** How often the odd part surprises most. */
final class SurpriseRanks {
  private int cases;
  private int first;
  private double chance;

  /** Adds a piece, of which one part is odd. */
  void add(List<Double> surprises, int odd) {
    boolean most = true;
    for (double each : surprises) {
      most &= each <= surprises.get(odd);
    }
    cases++;
    first += most ? 1 : 0;
    chance += 1.0 / surprises.size();
  }

  /** Pieces. */
  double cases() {
    return cases;
  }

  /** Share of them in which it does. */
  double first() {
    return (double) first / cases;
  }

  /** Share of the cases in which one who guesses does. */
  double chance() {
    return chance / cases;
  }
}
