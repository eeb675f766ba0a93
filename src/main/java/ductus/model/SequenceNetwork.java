package ductus.model;

import ductus.math.SharedStep;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.head.Head;
import ductus.nn.memory.NeuralMemory;
import ductus.nn.recurrent.RecurrentActivations;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.jspecify.annotations.Nullable;

/**
 * A network over sequences: input layer → {@link Core} → {@link Head}. A kind of network adds its
 * shape, and says which input and which head it has. Holds weights only; runs happen on a {@link
 * Tape}.
 *
 * @param <C> its shape, which is saved with it
 * @param <I> what it is given
 * @param <T> what it is to predict
 */
public abstract class SequenceNetwork<C, I, T> implements Teachable<SequenceBatch<I, T>> {
  private final C config;
  private final Core<I> core;
  private final Head<T> head;
  private final List<Parameter> parameters;
  private final Function<Tape, Step> opening = Step::new;

  /**
   * A network with zero weights.
   *
   * @param head over so many columns
   */
  protected SequenceNetwork(C config, Core<I> core, IntFunction<? extends Head<T>> head) {
    this.config = config;
    this.core = core;
    this.head = head.apply(core.outputSize());
    List<Parameter> all = new ArrayList<>(core.parameters());
    all.addAll(this.head.parameters());
    parameters = List.copyOf(all);
  }

  /** The shape of this network. */
  public final C config() {
    return config;
  }

  /** What is predicted from the layers. */
  protected final Head<T> head() {
    return head;
  }

  @Override
  public final List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public final void initialize(RandomGenerator random) {
    core.initialize(random);
    head.initialize(random);
  }

  @Override
  public final void repack(Tape tape) {
    core.repack(tape);
    head.repack(tape);
  }

  /** The memory that the first layer writes into and reads from; empty where it has none. */
  public final Optional<NeuralMemory> memory() {
    return core.memory();
  }

  @Override
  public final boolean isOfWholes() {
    return core.isOfWholes() || head.isOfWholes();
  }

  @Override
  public final State initialState(int batchSize) {
    return core.initialState(batchSize);
  }

  /**
   * The gradient of a final state that nothing depends on: zeros; see {@link Tape#carryGradient}.
   */
  public final State zeroGradient(int batchSize) {
    return core.zeroGradient(batchSize);
  }

  @Override
  public final void begin(SequenceBatch<I, T> batch, State state, Tape tape) {
    tape.begin(batch.time(), batch.size(), state);
    if (isOfWholes()) {
      tape.pad(batch.lengths());
    }
  }

  @Override
  public final double loss(SequenceBatch<I, T> batch, float scale, Tape tape) {
    return head.loss(core.forward(batch.inputs(), tape), batch.targets(), scale, tape);
  }

  /** Runs over a batch without looking at its targets, as {@link #step} over its inputs. */
  public final FMatrixRMaj outputs(SequenceBatch<I, T> batch, Tape tape) {
    return step(batch.inputs(), tape);
  }

  /**
   * Runs over inputs; the tape must have begun with their shape. A causal network can go step by
   * step.
   *
   * @param inputs [T×B×·], not modified
   * @return what the head says of each step [T×B×N] in whole strips, on the tape
   */
  public final FMatrixRMaj step(I inputs, Tape tape) {
    if (tape.time() > 1) {
      return head.outputs(core.forward(inputs, tape), tape);
    }
    Step step = tape.workspace(this, opening);
    step.inputs = inputs;
    step.shared.run(tape.workers(), tape.batch());
    return Objects.requireNonNull(step.outputs);
  }

  /** A single time step, which is too short for each layer to choose how threads share it. */
  private final class Step {
    private final SharedStep shared;
    private @Nullable I inputs;
    private @Nullable FMatrixRMaj outputs;

    Step(Tape tape) {
      shared =
          new SharedStep(
              () ->
                  outputs = head.outputs(core.forward(Objects.requireNonNull(inputs), tape), tape));
    }
  }

  /**
   * Runs the layers below the head over a batch.
   *
   * @return [T×B×F] in whole strips, on the tape
   */
  public final FMatrixRMaj features(SequenceBatch<I, T> batch, Tape tape) {
    return core.forward(batch.inputs(), tape);
  }

  /** The activations of the recurrent layers in the last forward pass, the lowest first. */
  public final List<RecurrentActivations> activities(Tape tape) {
    return core.activities(tape);
  }

  @Override
  public final void backward(Tape tape, Consumer<List<Parameter>> finished) {
    FMatrixRMaj dHidden = head.backward(tape);
    finished.accept(head.parameters());
    core.backward(dHidden, tape, finished);
  }
}
