package ductus.sweep;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much of a sweep is done, in work of a time step times epochs: what a run takes grows with
 * both. Of rungs to come it supposes runs of the usual size.
 */
final class SweepProgress {
  private final SweepPlan plan;

  /** Epochs of each run, by its folder. */
  private final Map<Path, Double> reached = new HashMap<>();

  private int until;
  private double done;
  private double left;

  SweepProgress(SweepPlan plan) {
    this.plan = plan;
  }

  /**
   * Begins a rung.
   *
   * @param runs that go on
   * @param rung counted from 0
   */
  void begin(List<SweepRun> runs, int rung) {
    List<Integer> rungs = plan.rungs();
    until = rungs.get(rung);
    left = 0;
    double usual = 0;
    for (SweepRun run : runs) {
      usual += weight(run) / runs.size();
      left += weight(run) * Math.max(0, goal(run) - reached.getOrDefault(run.folder(), 0.0));
    }
    int count = runs.size() / plan.seeds().size();
    for (int i = rung + 1; i < rungs.size(); i++) {
      count = plan.kept(count);
      left += usual * count * plan.seeds().size() * (rungs.get(i) - rungs.get(i - 1));
    }
  }

  /** A run has trained for so many epochs. */
  void reach(SweepRun run, double epochs) {
    double before = reached.getOrDefault(run.folder(), 0.0);
    reached.put(run.folder(), epochs);
    done += weight(run) * (epochs - before);
    left -= weight(run) * (epochs - before);
  }

  /** A run of this rung does not go on; so it has come to the rung's end. */
  void end(SweepRun run) {
    reach(run, goal(run));
  }

  /** How much is done, 0 to 1. */
  double share() {
    return left <= 0 ? 1 : done / (done + left);
  }

  private int goal(SweepRun run) {
    return Math.min(until, run.configuration().training().plan().epochs());
  }

  private static double weight(SweepRun run) {
    return run.configuration().training().sizes().work();
  }
}
