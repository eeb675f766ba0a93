package ductus.bench.measure;

import ductus.bench.contender.Setting;
import java.util.List;
import java.util.Optional;

/**
 * What came of one workload.
 *
 * @param results ours first
 * @param gigabytesPerSecond that can be read from an array of the weights' size; 0 if not known
 */
public record Comparison(
    Setting setting, String cell, int threads, List<Result> results, double gigabytesPerSecond) {
  public Comparison {
    results = List.copyOf(results);
  }

  /**
   * One side's figures.
   *
   * @param training tokens a second
   * @param generation microseconds a token
   * @param tokensSeen in all its updates, those of the warm-up included
   * @param nats loss a token in the last update; sides that saw as many tokens are about alike
   */
  public record Result(
      String side, Spread training, Spread generation, long tokensSeen, double nats) {}

  /** A side's figures, if it took part. */
  public Optional<Result> of(String side) {
    return results.stream().filter(result -> result.side().equals(side)).findFirst();
  }

  /** Our own figures. */
  public Result own() {
    return results.get(0);
  }
}
