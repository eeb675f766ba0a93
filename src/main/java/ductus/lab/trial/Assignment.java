package ductus.lab.trial;

import ductus.lab.trial.Examination.TrialMetric;
import java.util.List;
import java.util.Set;

/**
 * What is to be done: an examination with settings and seeds.
 *
 * @param <S> kind of settings
 * @param name of the run
 * @param minutes after which no trial is begun; infinite for all of them
 */
public record Assignment<S extends Record>(
    String name, Examination<S> examination, S settings, List<Long> seeds, double minutes) {
  private static final int MOST_SEEDS = 1000;

  public Assignment {
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty() || seeds.size() > MOST_SEEDS || Set.copyOf(seeds).size() < seeds.size()) {
      throw new IllegalArgumentException(
          "seeds must be 1 to %d different numbers but were %s".formatted(MOST_SEEDS, seeds));
    }
    if (!(minutes > 0)) {
      throw new IllegalArgumentException("minutes must be above 0 but were " + minutes);
    }
  }

  /** Returns this assignment with other seeds. */
  public Assignment<S> withSeeds(List<Long> others) {
    return new Assignment<>(name, examination, settings, others, minutes);
  }

  /** The trials of this assignment, in order. */
  public List<Trial> trials() {
    return examination.trials(settings);
  }

  /** Names of the examination's measures. */
  public List<String> measures() {
    return examination.measures().stream().map(TrialMetric::name).toList();
  }
}
