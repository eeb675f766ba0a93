package ductus.model.reading;

import ductus.model.Core;
import ductus.model.ModelKind;
import ductus.model.Trainable;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import ductus.nn.head.CtcHead;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * A network that reads the text of lines: bidirectional LSTM layers, and a head that is told the
 * text but not where its characters stand (Graves et al. 2009). Holds weights only; runs happen on
 * a {@link Tape}.
 */
public final class ReaderNetwork implements Trainable {
  /** Name by which a model file knows them. */
  public static final String ENCODING = "reader";

  /** Files of such networks. */
  public static final ModelKind<ReaderConfig, ReaderNetwork> KIND =
      new ModelKind<>(
          List.of(ENCODING), ReaderConfig.class, ReaderConfig::weights, ReaderNetwork::new);

  private final ReaderConfig config;
  private final Core core;
  private final CtcHead head;
  private final List<Parameter> parameters;

  /** A network with zero weights. */
  public ReaderNetwork(ReaderConfig config) {
    this.config = config;
    core = new Core(config.core(), config.features(), 0);
    head = new CtcHead(core.outputSize(), config.labelCount());
    List<Parameter> all = new ArrayList<>(core.parameters());
    all.addAll(head.parameters());
    parameters = List.copyOf(all);
  }

  /** Its shape. */
  public ReaderConfig config() {
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

  /**
   * Reads lines and computes the loss.
   *
   * @param texts labels of each line's characters, see {@link ReaderConfig#labels} [B]
   * @param scale factor of the gradient that {@link #backward} computes
   * @return the sum of −log probability of the texts, in nats
   */
  public double loss(LineBatch batch, int[][] texts, float scale, Tape tape) {
    return head.loss(hidden(batch, tape), texts, scale, tape);
  }

  /**
   * Reads lines and computes the loss where it is known at which step each character stands.
   *
   * @param path label of each step, or the blank; negative behind a line's end [T×B]
   * @param scale factor of the gradient that {@link #backward} computes
   * @return the sum of −log probability of the paths, in nats: more than that of the texts
   */
  public double pathLoss(LineBatch batch, int[] path, float scale, Tape tape) {
    return head.pathLoss(hidden(batch, tape), path, scale, tape);
  }

  /** Goes back from the last loss and adds to the gradients on the tape. */
  public void backward(Tape tape) {
    core.backward(head.backward(tape), tape);
  }

  /**
   * Reads lines.
   *
   * @return [T×B×(V+1)], the blank last, in whole strips, on the tape
   */
  public FMatrixRMaj logits(LineBatch batch, Tape tape) {
    return head.logits(hidden(batch, tape), tape);
  }

  /** Begins a pass over a batch. */
  public void begin(LineBatch batch, Tape tape) {
    tape.begin(batch.time(), batch.size(), core.initialState(batch.size()));
    tape.pad(batch.lengths());
  }

  private FMatrixRMaj hidden(LineBatch batch, Tape tape) {
    return core.forward(batch.rows(), tape);
  }
}
