package ductus.music.notation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sets the times of a part on the grid, each cell of a bar on the subdivision that fits it. */
final class CellGrid {
  private static final int SIXTY_FOURTHS = 3;
  private static final int TRIPLETS = 4;
  private static final int NOISY_PLAIN = 6;
  private static final int NOISY_TRIPLETS = 8;

  /** Greatest distance from a subdivision of a time that was rounded to ticks, in units. */
  private static final double ROUNDING = 0.35;

  /** Greatest distance from a unit of such a time; noise too comes near to units. */
  private static final double LEAST_ROUNDING = 0.05;

  /** Share of the squared errors below which triplets must stay where nothing fits exactly. */
  private static final double TRIPLET_ADVANTAGE = 0.5;

  private final List<NotatedBar> bars;
  private final Map<Long, Integer> subdivisions = new HashMap<>();

  /**
   * Chooses the subdivisions.
   *
   * @param times onsets and ends, in units with their fractions
   */
  CellGrid(List<NotatedBar> bars, List<Double> times) {
    this.bars = bars;
    Map<Long, List<Double>> byCell = new HashMap<>();
    for (double time : times) {
      long cell = cell(time);
      byCell.computeIfAbsent(cell, key -> new ArrayList<>()).add(time - cell);
    }
    byCell.forEach((cell, inside) -> subdivisions.put(cell, choose(inside)));
  }

  /** The place of a time on the grid. */
  long place(double time) {
    long cell = cell(time);
    int step = subdivisions.getOrDefault(cell, SIXTY_FOURTHS);
    long end = cell + bar(time).cell();
    return Math.min(end, cell + Math.round((time - cell) / step) * step);
  }

  /** Length of a note that begins at a time and has no length on the grid. */
  int shortest(double time) {
    return subdivisions.getOrDefault(cell(time), SIXTY_FOURTHS);
  }

  /** End of the cell that a place lies in. */
  long cellEnd(long place) {
    NotatedBar bar = bar((double) place);
    long end = cell((double) place) + bar.cell();
    return place < bar.end() ? Math.min(end, bar.end()) : end;
  }

  private long cell(double time) {
    NotatedBar bar = bar(time);
    return bar.start() + (long) Math.floor((time - bar.start()) / bar.cell()) * bar.cell();
  }

  private NotatedBar bar(double time) {
    int low = 0;
    int high = bars.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (bars.get(middle).start() <= time) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return bars.get(low);
  }

  private static int choose(List<Double> inside) {
    if (largestError(inside, SIXTY_FOURTHS) <= ROUNDING) {
      return SIXTY_FOURTHS;
    } else if (largestError(inside, TRIPLETS) <= ROUNDING) {
      return TRIPLETS;
    } else if (largestError(inside, 1) <= LEAST_ROUNDING) {
      return 1;
    }
    double plain = squaredErrors(inside, 2 * NOISY_PLAIN);
    double triplets = squaredErrors(inside, 2 * NOISY_TRIPLETS);
    return triplets < TRIPLET_ADVANTAGE * plain ? NOISY_TRIPLETS : NOISY_PLAIN;
  }

  private static double largestError(List<Double> inside, int step) {
    return inside.stream().mapToDouble(time -> error(time, step)).max().orElse(0);
  }

  private static double squaredErrors(List<Double> inside, int step) {
    return inside.stream().mapToDouble(time -> error(time, step) * error(time, step)).sum();
  }

  private static double error(double time, int step) {
    return Math.abs(time - Math.rint(time / step) * step);
  }
}
