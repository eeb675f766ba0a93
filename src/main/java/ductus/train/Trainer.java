package ductus.train;

import ductus.file.BadFileException;
import ductus.math.Kernels;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.Trainable;
import ductus.nn.Tape;
import ductus.train.TrainingListener.EpochMetrics;
import ductus.train.TrainingListener.UpdateReport;
import ductus.train.parallel.Peers;
import ductus.train.plan.TrainingPlan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;

/**
 * Trains a network by backpropagation through time, batch by batch, with checkpoints. One object
 * trains one network once.
 */
public final class Trainer {
  /** Longest stretch of training that a kill may cost. */
  private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(20);

  /** Ends of epochs that come faster are not all worth a checkpoint. */
  private static final Duration SHORT = Duration.ofSeconds(1);

  /** A batch, and the measuring of an epoch, that takes longer is asked to stop on the way. */
  private static final Duration PATIENCE = Duration.ofMillis(100);

  /** Training between two of them is so many times as long as writing one, where it may be. */
  private static final int REST = 20;

  private final Trainable network;
  private final TrainingPlan plan;
  private final BatchSource lessons;
  private final Path checkpoint;
  private final Peers peers;
  private final Updater updater;
  private final Clock clock = new Clock();
  private TrainingProgress progress = TrainingProgress.START;

  /** How often the losses have cut the rate. */
  private int cuts;

  /** Whether the checkpoint is of an epoch before. */
  private boolean behind;

  /**
   * A run at its start: draws the first weights.
   *
   * @param lessons what it learns, by the same plan
   * @param checkpoint file to save the run's state in
   */
  public Trainer(
      Trainable network,
      TrainingPlan plan,
      BatchSource lessons,
      Path checkpoint,
      Kernels kernels,
      Workers workers) {
    this(network, plan, lessons, checkpoint, kernels, workers, Peers.NONE);
  }

  /**
   * Creates a run at its start on one of some machines that train together; each draws the same
   * weights and takes the same steps.
   *
   * @param peers that share the plan's shards
   */
  public Trainer(
      Trainable network,
      TrainingPlan plan,
      BatchSource lessons,
      Path checkpoint,
      Kernels kernels,
      Workers workers,
      Peers peers) {
    this.network = network;
    this.plan = plan;
    this.lessons = lessons;
    this.checkpoint = checkpoint;
    this.peers = peers;
    network.initialize(Randomness.of(plan.seed()));
    updater = new Updater(network, plan, kernels, workers, peers);
  }

  /**
   * Goes on from the checkpoint if there is one; otherwise the run starts anew.
   *
   * @return name of the kernels that the checkpoint was computed with; empty without one
   */
  public Optional<String> resume() throws BadFileException, IOException {
    if (!Files.exists(checkpoint)) {
      return Optional.empty();
    }
    Checkpoint.Place place = Checkpoint.read(checkpoint, network, updater.memory());
    progress = place.progress();
    countCuts();
    updater.goOn(progress.updates());
    return Optional.of(place.kernels());
  }

  /** The progress of the run. */
  public TrainingProgress progress() {
    return progress;
  }

  /** Norms of the last update's gradient before clipping, by layer. */
  public Map<String, Double> layerNorms() {
    return updater.layerNorms();
  }

  /**
   * How much of a loss reaches the states before it, see {@link BatchSource#gradientByLag}; to be
   * asked between updates.
   */
  public List<Double> gradientByLag() {
    return lessons.gradientByLag(updater.tape());
  }

  /**
   * Trains until the plan's last epoch, until the validation loss has not fallen for the plan's
   * patience, until the listener has enough, or until asked to stop; in these cases the checkpoint
   * holds the place.
   *
   * @param stop asked after each batch, and within one that takes long, which is given up then
   */
  public TrainingProgress run(TrainingListener listener, BooleanSupplier stop)
      throws DivergenceException, IOException {
    return run(listener, stop, stop);
  }

  /**
   * Trains as {@link #run(TrainingListener, BooleanSupplier)} does.
   *
   * @param stop asked after each batch; while it waits the run is paused
   * @param stopNow asked within a batch that takes long, which is given up then; answers at once,
   *     since the other threads wait in the middle of a pass
   */
  public TrainingProgress run(
      TrainingListener listener, BooleanSupplier stop, BooleanSupplier stopNow)
      throws DivergenceException, IOException {
    network.repack(updater.tape());
    clock.start(progress.seconds());
    while (progress.epoch() < plan.epochs() && !isStale() && !hasEnough(listener)) {
      if (!trainEpoch(listener, stop, stopNow)) {
        return progress;
      }
      if (!endEpoch(listener, stopNow)) {
        return progress;
      }
    }
    if (behind) {
      saveCheckpoint();
    }
    return progress;
  }

  private boolean hasEnough(TrainingListener listener) {
    List<EpochMetrics> history = progress.history();
    // Also where a run goes on that was stopped in the middle of a later epoch.
    return !history.isEmpty() && listener.isEnough(history.get(history.size() - 1));
  }

  private boolean isStale() {
    return progress.epoch() - progress.bestEpoch() >= plan.patience();
  }

  /** Returns false if asked to stop on the way. */
  private boolean trainEpoch(
      TrainingListener listener, BooleanSupplier stop, BooleanSupplier stopNow)
      throws DivergenceException, IOException {
    while (progress.batch() < lessons.batches()) {
      try {
        trainBatch(stopNow);
      } catch (CancellationException stopped) {
        saveCheckpoint();
        return false;
      } finally {
        updater.tape().askNoMore();
      }
      listener.updated(
          new UpdateReport(
              progress.epoch() + 1,
              plan.epochs(),
              progress.batch(),
              lessons.batches(),
              progress.updates(),
              rate(progress.batch() - 1),
              progress.epochNats() / progress.epochTokens(),
              progress.seconds(),
              clock.tokensPerSecond()));
      boolean stopping = peers.agree(clock.without(stop));
      if (stopping || clock.sinceCheckpoint().compareTo(CHECKPOINT_EVERY) >= 0) {
        saveCheckpoint();
      }
      if (stopping) {
        return false;
      }
    }
    return true;
  }

  /**
   * Each window of the batch's sequences is an update. The first can be given up on its way, as
   * long as it has not moved the weights.
   *
   * @throws CancellationException if it was, since the run is to stop
   */
  private void trainBatch(BooleanSupplier stopNow) throws DivergenceException {
    double nats = progress.epochNats();
    long targets = progress.epochTokens();
    long updates = progress.updates();
    Tape tape = updater.tape();
    tape.askOnTheWay(() -> requireGoingOn(stopNow));
    var windows = lessons.updates(progress.epoch(), progress.batch(), updates, tape);
    while (windows.hasNext()) {
      List<? extends Pass> passes = windows.next();
      int count = passes.stream().mapToInt(Pass::targets).sum();
      nats += updater.update(passes, batch(progress.batch()), count, rate(progress.batch()));
      tape.askNoMore();
      targets += count;
      clock.count(count);
      updates++;
    }
    progress =
        new TrainingProgress(
            progress.epoch(),
            progress.batch() + 1,
            updates,
            nats,
            targets,
            clock.seconds(),
            progress.history());
  }

  /**
   * The rate of a batch of this epoch: by batches, so that it does not depend on how many windows a
   * batch has.
   */
  private double rate(int batch) {
    return plan.learningRate().at(batch(batch), planned(), cuts);
  }

  private void countCuts() {
    if (plan.learningRate().shape().hasCuts()) {
      cuts =
          plan.learningRate()
              .cuts(progress.history().stream().map(EpochMetrics::validationNats).toList());
    }
  }

  /** Number of a batch of this epoch, counted over the whole run. */
  private long batch(int ofEpoch) {
    return (long) progress.epoch() * lessons.batches() + ofEpoch;
  }

  /** Batches of the whole run. */
  private long planned() {
    return (long) plan.epochs() * lessons.batches();
  }

  /** Returns false if asked to stop while the epoch is measured: then it is once more. */
  private boolean endEpoch(TrainingListener listener, BooleanSupplier stopNow)
      throws DivergenceException, IOException {
    Loss loss;
    updater.exchangeAverage();
    updater.tape().askOnTheWay(() -> requireGoingOn(stopNow));
    try {
      loss = lessons.heldOut(updater.tape());
    } catch (CancellationException stopped) {
      updater.exchangeAverage();
      saveCheckpoint();
      return false;
    } finally {
      updater.tape().askNoMore();
    }
    if (!Double.isFinite(loss.perToken())) {
      throw new DivergenceException(
          progress.updates() - 1, "the validation loss is " + loss.perToken());
    }
    EpochMetrics metrics =
        new EpochMetrics(
            progress.epoch() + 1,
            progress.updates(),
            rate(lessons.batches() - 1),
            progress.epochNats() / progress.epochTokens(),
            loss.perToken(),
            clock.seconds(),
            clock.tokensPerSecond());
    List<EpochMetrics> history = new ArrayList<>(progress.history());
    history.add(metrics);
    progress =
        new TrainingProgress(
            progress.epoch() + 1, 0, progress.updates(), 0, 0, clock.seconds(), history);
    countCuts();
    if (progress.bestEpoch() == progress.epoch()) {
      listener.improved(metrics);
    }
    updater.exchangeAverage();
    behind = true;
    if (clock.isCheckpointDue()) {
      saveCheckpoint();
    }
    updater.exchangeAverage();
    listener.epochEnded(metrics);
    updater.exchangeAverage();
    return true;
  }

  /**
   * Checks that the run is not to stop; peers stop together, behind a batch.
   *
   * @throws CancellationException if it is
   */
  private void requireGoingOn(BooleanSupplier stopNow) {
    if (peers == Peers.NONE && clock.isAnswerOld() && clock.without(stopNow)) {
      throw new CancellationException("the run is to stop");
    }
  }

  private void saveCheckpoint() throws IOException {
    long begin = System.nanoTime();
    Checkpoint.write(
        checkpoint, network, updater.memory(), progress, updater.tape().kernels().name());
    clock.checkpointed(System.nanoTime() - begin);
    behind = false;
  }

  /** Time and speed of this process's part of the run. */
  private static final class Clock {
    private double before;
    private long started;
    private long lastCheckpoint;
    private long asked;
    private long writing;
    private boolean written;
    private long tokens;

    void start(double secondsBefore) {
      before = secondsBefore;
      started = System.nanoTime();
      lastCheckpoint = started;
      asked = started;
    }

    /** Whether so much time has gone by since the last answer that it is worth asking again. */
    boolean isAnswerOld() {
      return System.nanoTime() - asked >= PATIENCE.toNanos();
    }

    /** Asks, and leaves the time until the answer out. */
    boolean without(BooleanSupplier question) {
      long begun = System.nanoTime();
      boolean answer = question.getAsBoolean();
      asked = System.nanoTime();
      started += asked - begun;
      return answer;
    }

    void count(int more) {
      tokens += more;
    }

    double seconds() {
      return before + (System.nanoTime() - started) / 1e9;
    }

    double tokensPerSecond() {
      return tokens / Math.max(1e-9, (System.nanoTime() - started) / 1e9);
    }

    Duration sinceCheckpoint() {
      return Duration.ofNanos(System.nanoTime() - lastCheckpoint);
    }

    void checkpointed(long nanos) {
      lastCheckpoint = System.nanoTime();
      writing = nanos;
      written = true;
    }

    /** Whether the end of an epoch is worth a checkpoint. */
    boolean isCheckpointDue() {
      long least = Math.max(SHORT.toNanos(), REST * writing);
      return !written || sinceCheckpoint().toNanos() >= Math.min(CHECKPOINT_EVERY.toNanos(), least);
    }
  }
}
