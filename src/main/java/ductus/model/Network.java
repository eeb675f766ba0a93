package ductus.model;

import ductus.nn.Indices;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.head.SoftmaxHead;
import ductus.nn.recurrent.RecurrentActivations;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A network that predicts the next token: {@link RecurrentStack} → softmax. Holds weights only;
 * runs happen on a {@link Tape}.
 */
public final class Network implements Trainable {
  private final NetworkConfig config;
  private final RecurrentStack stack;
  private final SoftmaxHead head;
  private final List<Parameter> parameters;

  /** A network with zero weights. */
  public Network(NetworkConfig config) {
    this.config = config;
    stack = new RecurrentStack(config.stack());
    head = new SoftmaxHead(stack.outputSize(), config.vocabularySize());
    List<Parameter> all = new ArrayList<>(stack.parameters());
    all.addAll(head.parameters());
    parameters = List.copyOf(all);
  }

  /** Its shape. */
  public NetworkConfig config() {
    return config;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public void initialize(RandomGenerator random) {
    stack.initialize(random);
    head.initialize(random);
  }

  @Override
  public void repack(Tape tape) {
    stack.repack(tape);
    head.repack(tape);
  }

  /** The state before the first time step for a batch: zero, unless it was learned. */
  public State initialState(int batchSize) {
    return stack.initialState(batchSize);
  }

  /**
   * The gradient of a final state that nothing depends on: zeros; see {@link Tape#carryGradient}.
   */
  public State zeroGradient(int batchSize) {
    return stack.zeroGradient(batchSize);
  }

  /**
   * Runs over a batch and computes its loss. The tape must have begun with the batch's shape.
   *
   * @param scale factor of the gradient that {@link #backward} computes
   * @return the sum of −log probability of the unmasked targets, in nats
   */
  public double loss(Batch batch, float scale, Tape tape) {
    return head.loss(hidden(batch.indices(), tape), batch.targets(), scale, tape);
  }

  /** Runs over a batch for the state that it ends with. */
  public void advance(Batch batch, Tape tape) {
    hidden(batch.indices(), tape);
  }

  /** Runs over a batch and returns the logits [T×B×V] in whole strips, on the tape. */
  public FMatrixRMaj logits(Batch batch, Tape tape) {
    return head.logits(hidden(batch.indices(), tape), tape);
  }

  /** What the recurrent layers did in the last forward pass, the lowest first. */
  public List<RecurrentActivations> activities(Tape tape) {
    return stack.activities(tape);
  }

  /**
   * Runs one time step, without a target.
   *
   * @param inputs [B×(1+F)] tokens and side features, as the rows of the embedding table: a token
   *     as it is, side feature f as V + f, negative where there is none
   * @return logits [B×V] in whole strips, on the tape
   */
  public FMatrixRMaj step(Indices inputs, Tape tape) {
    return head.logits(hidden(inputs, tape), tape);
  }

  /** Goes back from the last {@link #loss} and adds to the gradients on the tape. */
  public void backward(Tape tape) {
    backward(tape, parameters -> {});
  }

  /**
   * The same.
   *
   * @param finished told of the parameters whose gradients are final, part by part from the last
   */
  public void backward(Tape tape, Consumer<List<Parameter>> finished) {
    FMatrixRMaj dHidden = head.backward(tape);
    finished.accept(head.parameters());
    stack.backward(dHidden, tape, finished);
  }

  private FMatrixRMaj hidden(Indices inputs, Tape tape) {
    if (inputs.perStep() != 1 + config.featureCount()) {
      throw new IllegalArgumentException(
          "side features must be %d a step but were %d"
              .formatted(config.featureCount(), inputs.perStep() - 1));
    }
    return stack.forward(inputs, tape);
  }
}
