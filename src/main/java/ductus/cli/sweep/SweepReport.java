package ductus.cli.sweep;

import ductus.sweep.RunResult;
import ductus.sweep.Standing;
import ductus.sweep.Sweep;
import ductus.sweep.SweepFolder;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sweep has come to, for machines.
 *
 * @param table of configurations, as CSV
 * @param configurations best first
 */
record SweepReport(
    String folder, String table, boolean stopped, List<ConfigurationRow> configurations) {
  /**
   * A configuration.
   *
   * @param state {@code done}, {@code stopped}, {@code failed} or {@code unfinished}
   * @param heldOutNats mean over the seeds; null where there is none
   * @param deviation of them; null of fewer than two
   * @param config what its runs can be begun with
   */
  record ConfigurationRow(
      String name,
      Map<String, String> settings,
      String state,
      int epochs,
      @Nullable Double heldOutNats,
      @Nullable Double deviation,
      double seconds,
      String config,
      List<RunRow> runs) {}

  /** A run. */
  record RunRow(
      long seed,
      String folder,
      int epochs,
      int bestEpoch,
      @Nullable Double heldOutNats,
      double seconds,
      @Nullable String failure) {}

  static SweepReport of(SweepFolder folder, Sweep.Ending ending) {
    return new SweepReport(
        folder.path().toString(),
        folder.results().toString(),
        ending.partial(),
        ending.standings().stream().map(each -> row(folder, each)).toList());
  }

  private static ConfigurationRow row(SweepFolder folder, Standing standing) {
    int count = standing.nats().count();
    return new ConfigurationRow(
        standing.configuration().name(),
        standing.configuration().settings(),
        standing.state().label(),
        standing.epochs(),
        count == 0 ? null : standing.nats().mean(),
        count < 2 ? null : standing.nats().deviation(),
        standing.seconds(),
        folder.config(standing.configuration()).toString(),
        standing.runs().stream().map(SweepReport::row).toList());
  }

  private static RunRow row(RunResult result) {
    return new RunRow(
        result.run().seed(),
        result.run().folder().toString(),
        result.epochs(),
        result.bestEpoch(),
        result.bestEpoch() == 0 ? null : result.nats(),
        result.seconds(),
        result.failure());
  }
}
