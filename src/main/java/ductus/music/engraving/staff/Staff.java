package ductus.music.engraving.staff;

import java.util.List;

/**
 * A staff from the first bar to the last.
 *
 * @param name of what plays it; empty below the first staff of a brace
 * @param number of what plays it, from 0
 * @param bars as many as the score has
 */
public record Staff(String name, int number, Clef clef, List<StaffBar> bars) {
  public Staff {
    bars = List.copyOf(bars);
  }
}
