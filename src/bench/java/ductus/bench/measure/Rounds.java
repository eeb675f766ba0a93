package ductus.bench.measure;

import ductus.bench.contender.Workload;
import ductus.bench.side.Side;
import ductus.bench.side.SideProcess;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rounds in which all sides take their turns one after the other, so that whatever else the machine
 * does meets them alike.
 */
public final class Rounds {
  /** Updates that would take longer are not waited for. */
  private static final double LONGEST_UPDATE_SECONDS = 12;

  /** Until a side's program waits for its first turn, about. */
  static final double START_SECONDS = 2;

  private final BenchPlan plan;
  private final Path logs;
  private final BenchProgress progress;

  /** Most billions of operations a second that a side has reached. */
  private final Map<String, Double> gigaflops = new HashMap<>();

  /**
   * Rounds to come.
   *
   * @param logs folder for what the sides' programs say on standard error
   */
  public Rounds(BenchPlan plan, Path logs, BenchProgress progress) {
    this.plan = plan;
    this.logs = logs;
    this.progress = progress;
  }

  /** Seconds that a side's turns in one workload take, about. */
  public static double seconds(BenchPlan plan) {
    return startSeconds(plan) + plan.rounds() * (plan.seconds() + plan.generationSeconds());
  }

  private static double startSeconds(BenchPlan plan) {
    return START_SECONDS + plan.wholeWarmUpSeconds() + plan.generationSeconds();
  }

  /**
   * One workload's rounds. A peer that fails is left out.
   *
   * @param sides ours first
   * @return results in the order of the sides
   * @throws IOException if our own side fails
   */
  public List<Comparison.Result> run(Workload workload, List<Side> sides) throws IOException {
    List<Entrant> entrants = new ArrayList<>();
    try {
      for (Side side : sides) {
        boolean trains = entrants.isEmpty() || isFastEnough(side, workload);
        Entrant entrant = new Entrant(side.name(), new SideProcess(side, workload, logs), trains);
        entrants.add(entrant);
        attempt(entrant, Entrant::warmUp, entrants);
        progress.worked(startSeconds(plan));
      }
      for (int round = 0; round < plan.rounds(); round++) {
        eachInTurn(entrants, Entrant::train, plan.seconds());
      }
      for (int round = 0; round < plan.rounds(); round++) {
        eachInTurn(entrants, Entrant::generate, plan.generationSeconds());
      }
      List<Comparison.Result> results = entrants.stream().map(Entrant::result).toList();
      results.forEach(result -> remember(result, workload));
      return results;
    } finally {
      entrants.forEach(Entrant::close);
    }
  }

  private void remember(Comparison.Result result, Workload workload) {
    if (result.training() != null) {
      Arithmetic arithmetic = Arithmetic.of(workload.setting(), workload.cell());
      gigaflops.merge(result.side(), arithmetic.gigaflops(result.training().most()), Math::max);
    }
  }

  private boolean isFastEnough(Side side, Workload workload) {
    Double speed = gigaflops.get(side.name());
    if (speed == null) {
      return true;
    }
    Arithmetic arithmetic = Arithmetic.of(workload.setting(), workload.cell());
    double seconds = arithmetic.gigaflops(workload.setting().tokens()) / speed;
    if (seconds > LONGEST_UPDATE_SECONDS) {
      progress.say(
          "%s does not train at %s, where an update would take it %.0f s"
              .formatted(side.name(), workload.setting(), seconds));
      return false;
    }
    return true;
  }

  private void eachInTurn(List<Entrant> entrants, Act act, double seconds) throws IOException {
    for (Entrant entrant : List.copyOf(entrants)) {
      attempt(entrant, act, entrants);
      progress.worked(seconds);
    }
  }

  private void attempt(Entrant entrant, Act act, List<Entrant> entrants) throws IOException {
    try {
      act.of(entrant, plan);
    } catch (IOException failed) {
      if (entrant == entrants.get(0)) {
        throw failed;
      }
      entrants.remove(entrant);
      entrant.close();
      progress.fail(String.valueOf(failed.getMessage()));
    }
  }

  /** Something that a side does in its turn. */
  private interface Act {
    void of(Entrant entrant, BenchPlan plan) throws IOException;
  }
}
