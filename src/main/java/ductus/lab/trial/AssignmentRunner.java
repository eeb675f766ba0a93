package ductus.lab.trial;

import ductus.file.BadFileException;
import ductus.lab.result.Outcome;
import ductus.lab.result.Results;
import ductus.lab.result.Results.Result;
import ductus.run.ParallelTasks;
import ductus.train.DivergenceException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;

/**
 * Runs the trials of an assignment that have no results yet, several at a time. Each result is on
 * disk as soon as it is there, so that a run that was stopped goes on behind it; figures do not
 * depend on the number of threads.
 *
 * @param <S> kind of settings
 */
public final class AssignmentRunner<S extends Record> {
  /** A year. */
  private static final double LONGEST_NANOS = 3e16;

  private final Assignment<S> assignment;
  private final ExaminationFolder<S> folder;
  private final int threads;
  private final Observer observer;
  private final BooleanSupplier stop;
  private final List<Trial> trials;
  private final List<Task> tasks = new ArrayList<>();
  private final double cost;
  private final long deadline;
  private double doneBefore;
  private Results results;
  private volatile boolean failed;

  /** Whoever waits for the results. */
  public interface Observer {
    /**
     * Is told how far all is.
     *
     * @param share done, 0 to 1
     * @param note what runs
     */
    void reached(double share, String note);

    /** A trial is done. */
    void ended(Trial trial, Result result);

    /** A trial's network came to no numbers any more. */
    void diverged(Trial trial, long seed, String why);
  }

  /** What a run has come to. */
  public record Ending(Results results, int done, int planned) {
    /** Whether trials are left. */
    public boolean isPartial() {
      return done < planned;
    }
  }

  /** A trial with a seed. */
  private static final class Task {
    private final int number;
    private final Trial trial;
    private final long seed;
    private volatile double share;

    Task(int number, Trial trial, long seed) {
      this.number = number;
      this.trial = trial;
      this.seed = seed;
    }
  }

  /**
   * A run at its start; reads what is in the folder.
   *
   * @param threads most threads, 1 or more
   * @param stop asked often
   * @throws BadFileException if the folder holds other results
   */
  public AssignmentRunner(
      Assignment<S> assignment,
      Path path,
      String version,
      int threads,
      Observer observer,
      BooleanSupplier stop)
      throws BadFileException, IOException {
    this.assignment = assignment;
    folder = new ExaminationFolder<>(path, assignment);
    this.threads = threads;
    this.observer = observer;
    this.stop = stop;
    trials = assignment.trials();
    results = folder.read();
    for (long seed : assignment.seeds()) {
      for (int i = 0; i < trials.size(); i++) {
        Task task = new Task(i, trials.get(i), seed);
        if (results.has(task.trial.labels(), seed)) {
          doneBefore += task.trial.cost();
        } else {
          tasks.add(task);
        }
      }
    }
    cost = assignment.seeds().size() * trials.stream().mapToDouble(Trial::cost).sum();
    deadline = System.nanoTime() + (long) Math.min(assignment.minutes() * 60e9, LONGEST_NANOS);
    if (!tasks.isEmpty()) {
      folder.begin(results, version, threads);
    }
  }

  /** The folder that it writes. */
  public ExaminationFolder<S> folder() {
    return folder;
  }

  /** Trials that are to run, with all seeds. */
  public int left() {
    return tasks.size();
  }

  /** Trials of the assignment, with all seeds. */
  public int planned() {
    return trials.size() * assignment.seeds().size();
  }

  /** Runs all that is left, or until asked to stop, or until the minutes are over. */
  public Ending run() throws BadFileException, InterruptedException, IOException {
    int together = assignment.examination().isTimed() ? 1 : Math.min(threads, tasks.size());
    int each = assignment.examination().isTimed() ? threads : 1;
    if (together > 0) {
      ParallelTasks.run(
          together,
          (together > 1 ? longestFirst() : tasks)
              .stream().map(task -> (ParallelTasks.Task) () -> run(task, each)).toList());
    }
    folder.end(results);
    long done =
        assignment.seeds().stream()
            .mapToLong(
                seed -> trials.stream().filter(trial -> results.has(trial.labels(), seed)).count())
            .sum();
    return new Ending(results, (int) done, planned());
  }

  /**
   * What is left, seed by seed, so that a run that ends early has whole tables; of a seed the
   * longest first, so that no thread waits at the end for one that began late.
   */
  private List<Task> longestFirst() {
    return tasks.stream()
        .sorted(
            Comparator.comparingInt((Task task) -> assignment.seeds().indexOf(task.seed))
                .thenComparing(Comparator.comparingDouble((Task task) -> -task.trial.cost())))
        .toList();
  }

  private boolean isStopping() {
    return failed || stop.getAsBoolean();
  }

  private void run(Task task, int crew) throws BadFileException, IOException {
    if (isStopping() || System.nanoTime() - deadline > 0) {
      return;
    }
    boolean ended = false;
    Path checkpoint = folder.checkpoint(task.number, task.seed);
    try (TrialContext bench = new TrialContext(task.seed, checkpoint, crew, watch(task))) {
      Result result = new Result(task.trial.labels(), task.seed, outcome(task, bench));
      record(task, result);
      Files.deleteIfExists(checkpoint);
      ended = true;
    } catch (InterruptedException stopped) {
      // Asked to: its checkpoint stays.
      ended = true;
    } finally {
      failed |= !ended;
    }
  }

  private Outcome outcome(Task task, TrialContext bench)
      throws BadFileException, InterruptedException, IOException {
    try {
      return task.trial.procedure().run(bench);
    } catch (DivergenceException diverged) {
      observer.diverged(task.trial, task.seed, String.valueOf(diverged.getMessage()));
      return Outcome.none(assignment.measures().size());
    }
  }

  private synchronized void record(Task task, Result result) throws IOException {
    results = folder.add(results, result, trials);
    task.share = 1;
    observer.ended(task.trial, result);
  }

  private TrialContext.TrialListener watch(Task task) {
    return new TrialContext.TrialListener() {
      @Override
      public boolean isStopping() {
        return AssignmentRunner.this.isStopping();
      }

      @Override
      public void reached(double share, String note) {
        task.share = share;
        double done = doneBefore;
        for (Task each : tasks) {
          done += each.share * each.trial.cost();
        }
        String words = String.format(Locale.ROOT, "%s, seed %d", task.trial.name(), task.seed);
        observer.reached(done / cost, note.isEmpty() ? words : words + ", " + note);
      }
    };
  }
}
