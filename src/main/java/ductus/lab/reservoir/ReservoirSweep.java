package ductus.lab.reservoir;

import ductus.nn.reservoir.ReservoirShape;
import java.util.List;

/**
 * A series, and what is varied of the reservoirs that learn it, one thing at a time.
 *
 * @param series its name
 * @param lesson that readouts are solved from
 * @param units of a reservoir
 * @param reservoir how it is drawn
 * @param sizes that are tried in place of {@code units}
 * @param radii that are tried in place of the spectral radius
 * @param leaks that are tried in place of the leak
 */
public record ReservoirSweep(
    String series,
    ReadoutFit lesson,
    int units,
    ReservoirShape reservoir,
    List<Integer> sizes,
    List<Double> radii,
    List<Double> leaks) {
  private static final int MOST_UNITS = 4000;

  public ReservoirSweep {
    EchoTask.named(series);
    sizes = List.copyOf(sizes);
    radii = List.copyOf(radii);
    leaks = List.copyOf(leaks);
    for (int size : sizes) {
      requireUnits(size);
    }
    requireUnits(units);
  }

  private static void requireUnits(int units) {
    if (units < 1 || units > MOST_UNITS) {
      throw new IllegalArgumentException(
          "units must be 1 to %d but were %d".formatted(MOST_UNITS, units));
    }
  }

  /** The task that the series is. */
  EchoTask task() {
    return EchoTask.named(series);
  }
}
