package ductus.model.frame;

import ductus.model.ModelKind;
import ductus.model.RecurrentStack;
import ductus.model.Trainable;
import ductus.nn.Indices;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.head.BernoulliHead;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A network that predicts the next frame, each output by itself: {@link RecurrentStack} →
 * independent Bernoullis. Holds weights only; runs happen on a {@link Tape}.
 */
public final class FrameNetwork implements Trainable {
  /** Name by which a model file knows them. */
  public static final String ENCODING = "poly-keys";

  /** Files of such networks. */
  public static final ModelKind<FrameNetworkConfig, FrameNetwork> KIND =
      new ModelKind<>(
          List.of(ENCODING),
          FrameNetworkConfig.class,
          FrameNetworkConfig::weights,
          FrameNetwork::new);

  private final FrameNetworkConfig config;
  private final RecurrentStack stack;
  private final BernoulliHead head;
  private final List<Parameter> parameters;

  /** A network with zero weights. */
  public FrameNetwork(FrameNetworkConfig config) {
    this.config = config;
    stack = new RecurrentStack(config.stack());
    head = new BernoulliHead(stack.outputSize(), config.outputs());
    List<Parameter> all = new ArrayList<>(stack.parameters());
    all.addAll(head.parameters());
    parameters = List.copyOf(all);
  }

  /** Its shape. */
  public FrameNetworkConfig config() {
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

  /** The state before the first frame for a batch. */
  public State initialState(int batchSize) {
    return stack.initialState(batchSize);
  }

  /**
   * Runs over a batch and computes its loss. The tape must have begun with the batch's shape.
   *
   * @param scale factor of the gradient that {@link #backward} computes
   * @return the sum of −log probability of the unmasked frames, in nats
   */
  public double loss(FrameBatch batch, float scale, Tape tape) {
    return head.loss(stack.forward(batch.inputs(), tape), batch.targets(), scale, tape);
  }

  /** Goes back from the last {@link #loss} and adds to the gradients on the tape. */
  public void backward(Tape tape) {
    stack.backward(head.backward(tape), tape);
  }

  /**
   * Runs one time step, without a target.
   *
   * @param inputs [B×P] rows of the table, negative for none
   * @return logits [B×N] in whole strips, on the tape
   */
  public FMatrixRMaj step(Indices inputs, Tape tape) {
    return head.logits(stack.forward(inputs, tape), tape);
  }
}
