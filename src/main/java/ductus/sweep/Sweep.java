package ductus.sweep;

import ductus.file.BadFileException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Runs a sweep from rung to rung. What it decides follows from the losses that the runs wrote, so
 * that one that was stopped, in whichever way, decides the same when it goes on; a run that failed
 * is tried again then.
 *
 * <p>A configuration is judged by the mean, over all its seeds, of the lowest held-out loss so far;
 * one with a failed run does not go on.
 *
 * @param <E> what else can go wrong where it trains
 */
public final class Sweep<E extends Exception> {
  private final SweepPlan plan;
  private final SweepFolder folder;
  private final RungTraining<E> training;
  private final Observer observer;
  private final BooleanSupplier stop;
  private final SweepProgress workload;
  private final Map<Path, String> failures = new HashMap<>();
  private final Map<Configuration, Standing> standings = new LinkedHashMap<>();

  /** Whoever waits for the results. */
  public interface Observer {
    /** A rung begins: so many configurations train to behind an epoch. */
    void begins(int configurations, int until);

    /**
     * Is told how far all is.
     *
     * @param share done, 0 to 1
     * @param note what runs
     */
    void reached(double share, String note);

    /** A run cannot go on; of which settings and seed, and why. */
    void failed(String run, String why);
  }

  /**
   * What a sweep has come to.
   *
   * @param standings of all configurations, best first
   * @param partial whether it was stopped
   */
  public record Ending(List<Standing> standings, boolean partial) {}

  /**
   * A sweep at its start.
   *
   * @param folder that was made ready for it
   * @param stop asked often
   */
  public Sweep(
      SweepPlan plan,
      SweepFolder folder,
      RungTraining<E> training,
      Observer observer,
      BooleanSupplier stop) {
    this.plan = plan;
    this.folder = folder;
    this.training = training;
    this.observer = observer;
    this.stop = stop;
    workload = new SweepProgress(plan);
  }

  /** Runs all that is left, or until asked to stop. */
  public Ending run() throws E, BadFileException, InterruptedException, IOException {
    List<Configuration> going = plan.configurations();
    List<Integer> rungs = plan.rungs();
    int last = rungs.size() - 1;
    int next = 0;
    while (next <= last && !going.isEmpty()) {
      // One alone has none to be better than.
      int rung = going.size() == 1 ? last : next;
      int until = rungs.get(rung);
      train(going, rung, until);
      if (stop.getAsBoolean() && isShort(going, until)) {
        for (Configuration each : going) {
          standings.put(each, standing(each, until, Standing.State.UNFINISHED));
        }
        return end(true);
      }
      requireReached(going, until);
      going = decided(going, until, rung == last);
      next = rung + 1;
    }
    return end(false);
  }

  private Ending end(boolean partial) throws IOException {
    List<Standing> all = ordered();
    folder.write(plan, all);
    return new Ending(all, partial);
  }

  private List<Standing> ordered() {
    return standings.values().stream().sorted(Standing.BEST_FIRST).toList();
  }

  private List<SweepRun> runs(Configuration configuration) {
    return plan.seeds().stream().map(seed -> folder.run(configuration, seed)).toList();
  }

  private List<SweepRun> runs(List<Configuration> configurations) {
    return configurations.stream().flatMap(each -> runs(each).stream()).toList();
  }

  private void train(List<Configuration> going, int rung, int until)
      throws E, BadFileException, InterruptedException, IOException {
    List<SweepRun> due = new ArrayList<>();
    List<SweepRun> all = runs(going);
    workload.begin(all, rung);
    for (SweepRun run : all) {
      if (run.hasReached(until)) {
        workload.end(run);
      } else {
        workload.reach(run, run.history().size());
        due.add(run);
      }
    }
    if (!due.isEmpty() && !stop.getAsBoolean()) {
      observer.begins(going.size(), until);
      observer.reached(workload.share(), "");
      training.train(due, until, new Watching(), stop);
    }
  }

  private boolean isShort(List<Configuration> going, int until)
      throws BadFileException, IOException {
    for (SweepRun run : runs(going)) {
      if (!failures.containsKey(run.folder()) && !run.hasReached(until)) {
        return true;
      }
    }
    return false;
  }

  /** A single run can have been stopped by its own {@code control}. */
  private void requireReached(List<Configuration> going, int until)
      throws BadFileException, IOException {
    for (SweepRun run : runs(going)) {
      if (!failures.containsKey(run.folder()) && !run.hasReached(until)) {
        new Watching().failed(run, "ended before epoch " + until);
      }
    }
  }

  /** The configurations that go on. */
  private List<Configuration> decided(List<Configuration> going, int until, boolean last)
      throws BadFileException, IOException {
    List<Standing> now = new ArrayList<>();
    for (Configuration each : going) {
      now.add(standing(each, until, Standing.State.STOPPED));
    }
    now.sort(Standing.BEST_FIRST);
    int kept = last ? going.size() : plan.kept(going.size());
    List<Configuration> chosen = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      Standing standing = now.get(i);
      if (standing.failures() > 0) {
        standing = standing.as(Standing.State.FAILED);
      } else if (i < kept) {
        standing = standing.as(last ? Standing.State.DONE : Standing.State.UNFINISHED);
        chosen.add(standing.configuration());
      }
      standings.put(standing.configuration(), standing);
    }
    folder.write(plan, ordered());
    return inOrder(chosen);
  }

  /** The chosen configurations in the order of the plan, which decides between equals. */
  private List<Configuration> inOrder(List<Configuration> chosen) {
    return plan.configurations().stream().filter(chosen::contains).toList();
  }

  private Standing standing(Configuration configuration, int until, Standing.State state)
      throws BadFileException, IOException {
    List<RunResult> results = new ArrayList<>();
    for (SweepRun run : runs(configuration)) {
      results.add(RunResult.of(run, until, failures.get(run.folder())));
    }
    return new Standing(configuration, state, results);
  }

  /** Hears of the runs that train, and passes it on. */
  private final class Watching implements RungTraining.RungListener {
    @Override
    public void reached(SweepRun run, double epochs, String note) {
      synchronized (workload) {
        workload.reach(run, epochs);
        observer.reached(
            workload.share(), note.isEmpty() ? run.words() : run.words() + ", " + note);
      }
    }

    @Override
    public void failed(SweepRun run, String why) {
      synchronized (workload) {
        failures.put(run.folder(), why);
        workload.end(run);
        observer.failed(run.words(), why);
      }
    }
  }
}
