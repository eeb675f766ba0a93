package ductus.lab.result;

import java.util.List;

/**
 * The outcome of a trial with a seed.
 *
 * @param labels of the trial
 * @param seed all chance was drawn from
 */
public record Result(List<String> labels, long seed, Outcome outcome) {
  public Result {
    labels = List.copyOf(labels);
  }

  /** Whether it is of this trial and seed. */
  public boolean isOf(List<String> trial, long trialSeed) {
    return seed == trialSeed && labels.equals(trial);
  }
}
