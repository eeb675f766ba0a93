package ductus.bench.measure;

import ductus.bench.contender.Setting;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
   * @param training tokens a second; null where training would take too long
   * @param generation microseconds a token
   * @param tokensSeen in all its updates, those of the warm-up included
   * @param nats loss a token in the last update; sides that saw as many tokens are about alike
   */
  public record Result(
      String side,
      @Nullable RepeatedMeasurement training,
      RepeatedMeasurement generation,
      long tokensSeen,
      double nats) {}

  /** A side's figures, if it took part. */
  public Optional<Result> of(String side) {
    return results.stream().filter(result -> result.side().equals(side)).findFirst();
  }

  /** A side's speed in training, if it trained. */
  public Optional<RepeatedMeasurement> training(String side) {
    return of(side).map(Result::training);
  }

  /** Our own speed in training. */
  public RepeatedMeasurement ownTraining() {
    return training(own().side()).orElseThrow();
  }

  /** Our own figures. */
  public Result own() {
    return results.get(0);
  }
}
