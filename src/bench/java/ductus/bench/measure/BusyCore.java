package ductus.bench.measure;

import ductus.bench.contender.Setting;
import ductus.bench.contender.Workload;
import ductus.bench.side.Side;
import ductus.bench.side.SideProcess;
import java.io.IOException;
import java.nio.file.Path;

/**
 * Our training beside another process that keeps one core busy.
 *
 * @param one tokens a second on one thread
 * @param two tokens a second on two
 */
public record BusyCore(
    Setting setting, String cell, RepeatedMeasurement one, RepeatedMeasurement two) {
  /** Seconds that it takes, about. */
  public static double seconds(BenchPlan plan) {
    return 2 * (Rounds.START_SECONDS + plan.wholeWarmUpSeconds() + plan.rounds() * plan.seconds());
  }

  /** Measures one setting. */
  public static BusyCore of(Setting setting, String cell, BenchPlan plan, Side own, Path logs)
      throws IOException {
    try (Entrant one = entrant(new Workload(setting, cell, 1), own, logs);
        Entrant two = entrant(new Workload(setting, cell, 2), own, logs)) {
      one.warmUp(plan);
      two.warmUp(plan);
      try (BusyLoop busy = new BusyLoop()) {
        for (int round = 0; round < plan.rounds(); round++) {
          one.train(plan);
          two.train(plan);
        }
        busy.requireAlive();
        return new BusyCore(setting, cell, one.training(), two.training());
      }
    }
  }

  private static Entrant entrant(Workload workload, Side own, Path logs) throws IOException {
    return new Entrant(own.name(), new SideProcess(own, workload, logs), true);
  }
}
