package ductus.bench.measure;

import ductus.bench.contender.Setting;
import java.util.List;

/**
 * What to compare, and for how long.
 *
 * @param cells kinds of recurrent layers; the first against all peers, the others against the first
 *     peer that has them
 * @param threads numbers of processor cores
 * @param rounds turns of each side
 * @param seconds of a turn, one update at least
 * @param warmUpSeconds of the first turn, which does not count
 */
public record BenchPlan(
    List<Setting> settings,
    List<String> cells,
    List<Integer> threads,
    int rounds,
    double seconds,
    double warmUpSeconds) {
  /** How much shorter than a turn of training one of generation is. */
  private static final double GENERATION = 0.15;

  public BenchPlan {
    settings = List.copyOf(settings);
    cells = List.copyOf(cells);
    threads = List.copyOf(threads);
    if (rounds < 1) {
      throw new IllegalArgumentException("rounds must be 1 or more but were " + rounds);
    }
  }

  /** Until a side gets no faster, about. */
  double wholeWarmUpSeconds() {
    return 2 * warmUpSeconds;
  }

  double generationSeconds() {
    return GENERATION * seconds;
  }
}
