package ductus.sweep;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep is to do: all configurations, each with all seeds.
 *
 * @param task name of what is learned
 * @param halving when hopeless configurations end; null for never
 */
public record SweepPlan(
    String task, List<Configuration> configurations, List<Long> seeds, @Nullable Halving halving) {
  /** Most runs of a sweep. */
  public static final int MOST_RUNS = 10_000;

  public SweepPlan {
    configurations = List.copyOf(configurations);
    seeds = List.copyOf(seeds);
    if (seeds.isEmpty() || Set.copyOf(seeds).size() < seeds.size()) {
      throw new IllegalArgumentException(
          "seeds: must be different numbers, one or more, but are " + seeds);
    }
    if (configurations.isEmpty()) {
      throw new IllegalArgumentException("there must be one configuration or more");
    }
    requireFew(configurations.size(), seeds.size());
  }

  /** Complains where there would be too many runs. */
  static void requireFew(long configurations, long seeds) {
    if (configurations > MOST_RUNS || configurations * seeds > MOST_RUNS) {
      throw new IllegalArgumentException(
          "%,d configurations with %,d seeds are too many: at most %,d runs; try fewer values"
              .formatted(configurations, seeds, MOST_RUNS));
    }
  }

  /** Names of the settings that tell configurations apart, in the order of their mention. */
  public List<String> settings() {
    Set<String> names = new LinkedHashSet<>();
    configurations.forEach(each -> names.addAll(each.settings().keySet()));
    return List.copyOf(names);
  }

  /** All runs. */
  public int runs() {
    return configurations.size() * seeds.size();
  }

  /** Behind which epochs it is decided who goes on, and last the end of the longest plan. */
  public List<Integer> rungs() {
    int epochs =
        configurations.stream().mapToInt(each -> each.training().plan().epochs()).max().orElse(1);
    return halving == null ? List.of(epochs) : halving.rungs(epochs);
  }

  /** How many of so many configurations go on behind a rung. */
  int kept(int count) {
    return halving == null ? count : halving.kept(count);
  }
}
