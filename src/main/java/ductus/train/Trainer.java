package ductus.train;

import ductus.file.BadFileException;
import ductus.math.Kernels;
import ductus.math.Randomness;
import ductus.math.Workers;
import ductus.model.Batch;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.nn.State;
import ductus.nn.Tape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Trains a network to predict the next token, by backpropagation through time: full, or truncated
 * to windows with the state carried on. One object trains one network once.
 */
public final class Trainer {
  /** Longest stretch of training that a kill may cost. */
  private static final Duration CHECKPOINT_EVERY = Duration.ofSeconds(20);

  private final Network network;
  private final TrainingPlan plan;
  private final List<Sequence> training;
  private final List<Sequence> validation;
  private final Path checkpoint;
  private final Workers workers;
  private final Tape tape;
  private final Adam adam;
  private final int batches;
  private final Clock clock = new Clock();
  private TrainingProgress progress = TrainingProgress.START;

  /**
   * A run at its start: draws the first weights.
   *
   * @param training sequences to learn, at least one of two tokens or more
   * @param validation sequences to measure by, at least one of two tokens or more
   * @param checkpoint file to save the run's state in
   */
  public Trainer(
      Network network,
      TrainingPlan plan,
      List<Sequence> training,
      List<Sequence> validation,
      Path checkpoint,
      Kernels kernels,
      Workers workers) {
    requireTargets("training", training);
    requireTargets("validation", validation);
    this.network = network;
    this.plan = plan;
    this.training = List.copyOf(training);
    this.validation = List.copyOf(validation);
    this.checkpoint = checkpoint;
    this.workers = workers;
    tape = new Tape(kernels, workers);
    adam = new Adam(network.parameters());
    batches = (training.size() + plan.batchSize() - 1) / plan.batchSize();
    network.initialize(Randomness.of(plan.seed()));
  }

  private static void requireTargets(String what, List<Sequence> sequences) {
    if (sequences.stream().noneMatch(sequence -> sequence.length() > 1)) {
      throw new IllegalArgumentException(
          "%s must have a sequence of two tokens or more but has %d sequences without one"
              .formatted(what, sequences.size()));
    }
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
    Checkpoint.Place place = Checkpoint.read(checkpoint, network, adam);
    progress = place.progress();
    return Optional.of(place.kernels());
  }

  /** How far the run is. */
  public TrainingProgress progress() {
    return progress;
  }

  /**
   * Trains until the plan's last epoch, until the validation loss has not fallen for the plan's
   * patience, or until asked to stop; in that case the checkpoint holds the place.
   *
   * @param stop asked after each batch
   */
  public TrainingProgress run(TrainingListener listener, BooleanSupplier stop)
      throws DivergenceException, IOException {
    network.repack(workers);
    clock.start(progress.seconds());
    while (progress.epoch() < plan.epochs() && !isStale()) {
      if (!trainEpoch(listener, stop)) {
        return progress;
      }
      endEpoch(listener);
    }
    return progress;
  }

  private boolean isStale() {
    return progress.epoch() - progress.bestEpoch() >= plan.patience();
  }

  /** Returns false if asked to stop on the way. */
  private boolean trainEpoch(TrainingListener listener, BooleanSupplier stop)
      throws DivergenceException, IOException {
    List<List<Sequence>> order =
        EpochOrder.of(training, plan.batchSize(), plan.seed(), progress.epoch());
    while (progress.batch() < order.size()) {
      trainBatch(order.get(progress.batch()));
      listener.updated(
          new UpdateReport(
              progress.epoch() + 1,
              plan.epochs(),
              progress.batch(),
              order.size(),
              progress.epochNats() / progress.epochTokens(),
              clock.tokensPerSecond()));
      boolean stopping = stop.getAsBoolean();
      if (stopping || clock.sinceCheckpoint().compareTo(CHECKPOINT_EVERY) >= 0) {
        saveCheckpoint();
      }
      if (stopping) {
        return false;
      }
    }
    return true;
  }

  /** One batch, window by window; each window is an update. */
  private void trainBatch(List<Sequence> sequences) throws DivergenceException {
    int steps = sequences.stream().mapToInt(Sequence::length).max().orElseThrow() - 1;
    int window = plan.timeSteps() == 0 ? steps : plan.timeSteps();
    State state = network.zeroState(sequences.size());
    double nats = progress.epochNats();
    long tokens = progress.epochTokens();
    long updates = progress.updates();
    for (int from = 0; from < steps; from += window) {
      Batch batch =
          Batch.window(
              sequences, network.config().vocabularySize(), from, Math.min(window, steps - from));
      nats += update(batch, state, updates);
      tokens += batch.targetCount();
      clock.count(batch.targetCount());
      updates++;
    }
    progress =
        new TrainingProgress(
            progress.epoch(),
            progress.batch() + 1,
            updates,
            nats,
            tokens,
            clock.seconds(),
            progress.history());
  }

  /** Forward, backward, clip, step; returns the batch's nats. */
  private double update(Batch batch, State state, long update) throws DivergenceException {
    tape.begin(batch.time(), batch.size(), state);
    tape.train(plan.seed(), update);
    tape.clearGradients();
    double nats = network.loss(batch, 1f / batch.targetCount(), tape);
    if (!Double.isFinite(nats)) {
      throw new DivergenceException(update, "the loss is " + nats);
    }
    network.backward(batch, tape);
    double norm = adam.norm(tape);
    if (!Double.isFinite(norm)) {
      throw new DivergenceException(update, "the gradient's norm is " + norm);
    }
    double scale = norm > plan.clipNorm() ? plan.clipNorm() / norm : 1;
    adam.step(update, rate(progress.batch()), scale, tape);
    network.repack(workers);
    return nats;
  }

  /**
   * The rate of a batch of this epoch: by batches, so that it does not depend on how many windows a
   * batch has.
   */
  private double rate(int batch) {
    long done = (long) progress.epoch() * batches + batch;
    return plan.learningRate().at(done, (long) plan.epochs() * batches);
  }

  private void endEpoch(TrainingListener listener) throws DivergenceException, IOException {
    Loss loss = Loss.of(network, validation, tape);
    if (!Double.isFinite(loss.perToken())) {
      throw new DivergenceException(
          progress.updates() - 1, "the validation loss is " + loss.perToken());
    }
    EpochMetrics metrics =
        new EpochMetrics(
            progress.epoch() + 1,
            progress.updates(),
            rate(batches - 1),
            progress.epochNats() / progress.epochTokens(),
            loss.perToken(),
            clock.seconds(),
            clock.tokensPerSecond());
    List<EpochMetrics> history = new ArrayList<>(progress.history());
    history.add(metrics);
    progress =
        new TrainingProgress(
            progress.epoch() + 1, 0, progress.updates(), 0, 0, clock.seconds(), history);
    if (progress.bestEpoch() == progress.epoch()) {
      listener.improved(metrics);
    }
    saveCheckpoint();
    listener.epochEnded(metrics);
  }

  private void saveCheckpoint() throws IOException {
    Checkpoint.write(checkpoint, network, adam, progress, tape.kernels().name());
    clock.checkpointed();
  }

  /** Time and speed of this process's part of the run. */
  private static final class Clock {
    private double before;
    private long started;
    private long lastCheckpoint;
    private long tokens;

    void start(double secondsBefore) {
      before = secondsBefore;
      started = System.nanoTime();
      lastCheckpoint = started;
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

    void checkpointed() {
      lastCheckpoint = System.nanoTime();
    }
  }
}
