package ductus.sweep;

import ductus.math.Spread;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * How a configuration stands among others.
 *
 * @param runs one for each seed
 */
public record Standing(Configuration configuration, State state, List<RunResult> runs) {
  /**
   * The order of standings: those without a failed run first, then by the mean loss. Behind a rung
   * those that went on stay before those that did not, as the best loss of a run never rises.
   */
  static final Comparator<Standing> BEST_FIRST =
      Comparator.comparing((Standing each) -> each.failures() > 0)
          .thenComparingDouble(each -> each.nats().mean());

  /** What became of it. */
  public enum State {
    /** The configuration has trained to the end. */
    DONE,
    /** Others were better. */
    STOPPED,
    /** A run of it failed. */
    FAILED,
    /** The configuration would go on. */
    UNFINISHED;

    /** The word for it in tables. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Standing {
    runs = List.copyOf(runs);
  }

  /** Returns this standing in another state. */
  Standing as(State other) {
    return new Standing(configuration, other, runs);
  }

  /** Held-out losses of its runs, each in its best epoch. */
  public Spread nats() {
    return Spread.of(runs.stream().map(RunResult::nats).toList());
  }

  /** Runs that failed. */
  public long failures() {
    return runs.stream().filter(each -> each.failure() != null).count();
  }

  /** Most epochs of a run. */
  public int epochs() {
    return runs.stream().mapToInt(RunResult::epochs).max().orElse(0);
  }

  /** Training time of all runs. */
  public double seconds() {
    return runs.stream().mapToDouble(RunResult::seconds).sum();
  }
}
