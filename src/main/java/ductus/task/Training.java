package ductus.task;

import ductus.corpus.ReadingListener;
import ductus.file.BadFileException;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.Trainable;
import ductus.run.RecordedRun;
import ductus.train.DivergenceException;
import ductus.train.MemoryPlan;
import ductus.train.Trainer;
import ductus.train.TrainingProgress;
import ductus.train.plan.PlanFeature;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;

/**
 * The training run of any task: the one place where a network, its batches and a run folder come
 * together.
 *
 * @param task name of what is learned
 * @param setup what the task has made ready
 * @param <N> kind of network
 */
public record Training<N extends Trainable>(String task, TrainingSetup<N> setup) {
  /**
   * Prepares a run of a task.
   *
   * @throws BadFileException if there is too little to learn from, or other data than when the run
   *     began
   * @throws IllegalArgumentException if the settings do not go together, or not with the data
   */
  public static <C extends TrainingConfig<C>> Training<?> of(
      Task<C> task, C config, Preparing preparing) throws BadFileException, IOException {
    // Before anything is read, which can take long.
    requireUse(task, config.plan());
    return checked(task, config, task.prepare(config, preparing));
  }

  /**
   * A run of a task on data that was read before, such as once for many runs.
   *
   * @param setup of the configuration
   * @throws BadFileException if it is of other data than when the run began
   * @throws IllegalArgumentException if the task has no use for all of the plan
   */
  public static <C extends TrainingConfig<C>> Training<?> of(
      Task<C> task, C config, TrainingSetup<?> setup) throws BadFileException {
    requireUse(task, config.plan());
    return checked(task, config, setup);
  }

  private static <C extends TrainingConfig<C>> Training<?> checked(
      Task<C> task, C config, TrainingSetup<?> setup) throws BadFileException {
    String digest = config.learned().digest();
    if (!digest.isEmpty() && !digest.equals(setup.config().learned().digest())) {
      throw new BadFileException(
          Path.of(config.learned().sources().get(0)),
          "holds other %s than when this run began; begin a new run with another --out"
              .formatted(setup.pieceName()));
    }
    return new Training<>(task.name(), setup);
  }

  private static void requireUse(Task<?> task, TrainingPlan plan) {
    for (PlanFeature feature : PlanFeature.values()) {
      if (feature.isIn(plan) && !task.features().contains(feature)) {
        throw new IllegalArgumentException(
            "%s must be left out, since the task %s has no use for it, but was asked for"
                .formatted(feature.words(), task.name()));
      }
    }
  }

  /**
   * Trains to the end of the plan, or until asked to stop.
   *
   * @throws IllegalArgumentException if the memory does not suffice; nothing is written then
   * @throws java.io.UncheckedIOException if one of the peers is lost
   */
  public TrainingProgress run(TrainingRequest request)
      throws BadFileException, DivergenceException, IOException {
    requireMemory();
    request.folder().writeConfig(task, setup.config());
    try {
      setup.begin(request.folder());
      OptionalDouble counting = setup.countingNats(counting(request));
      if (counting.isPresent()) {
        request.folder().writeCounting(counting.getAsDouble());
      }
    } catch (CancellationException stopped) {
      // The run saves its place behind its first batch, and counts when it goes on.
    }
    try (Workers workers = new Workers(setup.threads(request.threads()))) {
      N network = setup.network();
      Trainer trainer =
          new Trainer(
              network,
              setup.config().plan(),
              setup.batches(network, request.peers()),
              request.folder().checkpoint(),
              KernelChoice.best(),
              workers,
              request.peers());
      setup.setFirstWeights(network);
      TrainingProgress progress =
          new RecordedRun(
                  request.folder(),
                  trainer,
                  network,
                  setup.material().target(),
                  metrics -> setup.header(network, metrics),
                  metrics -> setup.sample(network, metrics, request.folder(), workers),
                  request.listener())
              .run(request.resume(), request.stop());
      setup.complete(request.folder(), progress, workers);
      return progress;
    }
  }

  /** Ends the counting where the run is to stop. */
  private static ReadingListener counting(TrainingRequest request) {
    return (done, total) -> {
      if (request.stop().getAsBoolean()) {
        throw new CancellationException("the run is to stop");
      }
      request.listener().counted(done, total);
    };
  }

  /**
   * Checks that this Java's memory suffices.
   *
   * @throws IllegalArgumentException if it does not; the message names what is too big
   */
  public void requireMemory() {
    setup.memory().requireFits(Runtime.getRuntime().maxMemory());
  }

  /**
   * Estimates what the run would take, by its plan and, where that fits, by a few updates.
   *
   * @param threads most threads of the engine
   * @param listener told how far the trial of these is, in milliseconds
   * @throws IllegalArgumentException if a batch has more activations than an array can hold
   */
  public TrainingEstimate estimate(int threads, ReadingListener listener)
      throws DivergenceException {
    MemoryPlan memory = setup.memory();
    long heap = Runtime.getRuntime().maxMemory();
    int used = setup.threads(threads);
    UpdateTrial trial = memory.fits(heap) ? UpdateTrial.of(setup, used, listener) : null;
    return new TrainingEstimate(
        setup.material().pieces(),
        setup.material().heldOut(),
        setup.material().target(),
        trial == null ? memory : trial.completed(memory),
        heap,
        used,
        trial == null || trial.padding().isEmpty() ? null : trial.padding().getAsDouble(),
        trial == null ? null : trial.speed());
  }
}
