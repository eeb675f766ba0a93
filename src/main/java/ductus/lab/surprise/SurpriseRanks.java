package ductus.lab.surprise;

import ductus.lab.result.Outcome;
import java.util.Collections;
import java.util.List;

/** How often the odd part surprises most. */
final class SurpriseRanks {
  private int cases;
  private double first;
  private double chance;

  /** Adds a piece, of which one part is odd. Where several surprise most, one is guessed. */
  void add(List<Double> surprises, int odd) {
    double most = Collections.max(surprises);
    if (surprises.get(odd) == most) {
      first += 1.0 / surprises.stream().filter(each -> each == most).count();
    }
    cases++;
    chance += 1.0 / surprises.size();
  }

  /** Pieces. */
  double cases() {
    return cases;
  }

  /** Share of them in which it does. */
  double first() {
    return first / cases;
  }

  /** Share of the cases in which one who guesses does. */
  double chance() {
    return chance / cases;
  }

  /** As the examination's measures, of which those of rows are missing. */
  Outcome outcome() {
    return new Outcome(
        List.of(cases(), first(), chance(), Double.NaN, Double.NaN, Double.NaN), List.of());
  }
}
