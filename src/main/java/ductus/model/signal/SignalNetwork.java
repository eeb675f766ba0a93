package ductus.model.signal;

import ductus.model.Core;
import ductus.model.ModelKind;
import ductus.model.Trainable;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.memory.NeuralMemory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A network over sequences of real numbers: {@link Core} → a head by the {@link Target}. Holds
 * weights only; runs happen on a {@link Tape}.
 */
public final class SignalNetwork implements Trainable {
  private final SignalConfig config;
  private final Core core;
  private final SignalHead head;
  private final List<Parameter> parameters;

  /** A network with zero weights. */
  public SignalNetwork(SignalConfig config) {
    this.config = config;
    core = new Core(config.core(), config.inputs(), 0);
    head = config.target().head(core.outputSize(), config.outputs());
    List<Parameter> all = new ArrayList<>(core.parameters());
    all.addAll(head.parameters());
    parameters = List.copyOf(all);
  }

  /** Files of such networks, of some encodings. */
  public static ModelKind<SignalConfig, SignalNetwork> kind(String... encodings) {
    return new ModelKind<>(
        List.of(encodings), SignalConfig.class, SignalConfig::weights, SignalNetwork::new);
  }

  /** Its shape. */
  public SignalConfig config() {
    return config;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public void initialize(RandomGenerator random) {
    core.initialize(random);
    head.initialize(random);
  }

  @Override
  public void repack(Tape tape) {
    core.repack(tape);
    head.repack(tape);
  }

  /** Weights [F×·] and biases [1×·] of the head, over the features that the layers put out. */
  public List<Parameter> readout() {
    return head.parameters();
  }

  /** The memory that the first layer writes into and reads from; empty where it has none. */
  public Optional<NeuralMemory> memory() {
    return core.memory();
  }

  /** Features of a step that the head reads, F. */
  public int featureSize() {
    return core.outputSize();
  }

  /**
   * Runs the layers below the head over a batch.
   *
   * @return [T×B×F] in whole strips, on the tape
   */
  public FMatrixRMaj features(SignalBatch batch, Tape tape) {
    return core.forward(batch.inputs(), tape);
  }

  /** The state before the first time step for a batch. */
  public State initialState(int batchSize) {
    return core.initialState(batchSize);
  }

  /** The gradient of a final state that nothing depends on; see {@link Tape#carryGradient}. */
  public State zeroGradient(int batchSize) {
    return core.zeroGradient(batchSize);
  }

  /**
   * Begins a pass over a batch.
   *
   * @param state with which the sequences come into it; holds the final state afterwards
   */
  public void begin(SignalBatch batch, State state, Tape tape) {
    tape.begin(batch.time(), batch.size(), state);
    if (config.core().isOfWholes()) {
      tape.pad(batch.lengths());
    }
  }

  /**
   * Runs over a batch and computes its loss.
   *
   * @param scale factor of the gradient that {@link #backward} computes
   * @return the sum over the targets that there are; see {@link Target}
   */
  public double loss(SignalBatch batch, float scale, Tape tape) {
    return head.loss(core.forward(batch.inputs(), tape), batch.targets(), scale, tape);
  }

  /** Goes back from the last {@link #loss} and adds to the gradients on the tape. */
  public void backward(Tape tape) {
    core.backward(head.backward(tape), tape);
  }

  /**
   * Runs over a batch without looking at its targets.
   *
   * @return what the target says of each step [T×B×·] in whole strips, on the tape
   */
  public FMatrixRMaj outputs(SignalBatch batch, Tape tape) {
    return outputs(batch.inputs(), tape);
  }

  /**
   * Runs over inputs; the tape must have begun with their shape. A causal network can go step by
   * step.
   *
   * @param inputs [T×B×K] in whole strips, not modified
   * @return what the target says of each step [T×B×·] in whole strips, on the tape
   */
  public FMatrixRMaj outputs(FMatrixRMaj inputs, Tape tape) {
    return head.outputs(core.forward(inputs, tape), tape);
  }
}
