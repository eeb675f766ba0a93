package ductus.music.notation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The length that one note sign can say.
 *
 * @param halvings of a whole note: 0 whole, 1 half, 2 quarter ... 7 a 128th; -1 is a breve
 * @param dotted whether it is half as long again
 * @param triplet whether three of them last as long as two
 */
public record NoteValue(int halvings, boolean dotted, boolean triplet) {
  private static final int UNITS_PER_BREVE = 8 * NotatedScore.UNITS_PER_QUARTER;
  private static final int BREVE = -1;
  private static final int SHORTEST = 7;

  /** The plain values, longest first; those that are no whole number of units are left out. */
  private static final List<NoteValue> PLAIN = all(false);

  private static final List<NoteValue> TRIPLETS = all(true);

  /** Length of the value in units. */
  public int units() {
    int units = UNITS_PER_BREVE * (dotted ? 3 : 2) * (triplet ? 2 : 3) / 6;
    return units >> (halvings + 1);
  }

  /** Returns the value that is just so long, if there is one. */
  static Optional<NoteValue> of(int units, boolean triplet) {
    return (triplet ? TRIPLETS : PLAIN)
        .stream().filter(value -> value.units() == units).findFirst();
  }

  /**
   * Returns the longest value up to a length that is a multiple of something.
   *
   * @param most units, at least {@code multiple}
   */
  static Optional<NoteValue> longest(int most, int multiple, boolean triplet) {
    return (triplet ? TRIPLETS : PLAIN)
        .stream()
            .filter(value -> value.units() <= most && value.units() % multiple == 0)
            .findFirst();
  }

  private static List<NoteValue> all(boolean triplet) {
    List<NoteValue> values = new ArrayList<>();
    for (int halvings = BREVE; halvings <= SHORTEST; halvings++) {
      for (boolean dotted : new boolean[] {true, false}) {
        NoteValue value = new NoteValue(halvings, dotted, triplet);
        int sixths = UNITS_PER_BREVE * (dotted ? 3 : 2) * (triplet ? 2 : 3);
        boolean tooLong = triplet && halvings < 2;
        if (!tooLong && sixths % (6 << (halvings + 1)) == 0) {
          values.add(value);
        }
      }
    }
    values.sort(Comparator.comparingInt(NoteValue::units).reversed());
    return List.copyOf(values);
  }
}
