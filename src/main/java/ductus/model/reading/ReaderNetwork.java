package ductus.model.reading;

import ductus.model.ModelKind;
import ductus.model.Trainable;
import ductus.nn.Dropout;
import ductus.nn.Layer;
import ductus.nn.Parameter;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.head.CtcHead;
import ductus.nn.recurrent.Bidirectional;
import ductus.nn.recurrent.DenseFeed;
import ductus.nn.recurrent.LstmCell;
import ductus.nn.recurrent.Recurrent;
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
  private final List<Layer<FMatrixRMaj>> stack = new ArrayList<>();
  private final CtcHead head;
  private final List<Parameter> parameters;

  /** A network with zero weights. */
  public ReaderNetwork(ReaderConfig config) {
    this.config = config;
    int hidden = config.hiddenSize();
    for (int i = 0; i < config.layers(); i++) {
      int inputSize = config.inputSize(i);
      stack.add(
          new Bidirectional(
              inputSize,
              direction("forwards." + i, inputSize, 0),
              direction("backwards." + i, inputSize, 1)));
      stack.add(new Dropout(2 * hidden, config.dropout(), i));
    }
    head = new CtcHead(2 * hidden, config.labelCount());
    List<Parameter> all = new ArrayList<>();
    stack.forEach(layer -> all.addAll(layer.parameters()));
    all.addAll(head.parameters());
    parameters = List.copyOf(all);
  }

  private Recurrent<FMatrixRMaj> direction(String name, int inputSize, int place) {
    LstmCell cell = new LstmCell(config.hiddenSize());
    return new Recurrent<>(name, new DenseFeed(name, inputSize, cell.layout()), cell, place);
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
    stack.forEach(layer -> layer.initialize(random));
    head.initialize(random);
  }

  @Override
  public void repack(Tape tape) {
    stack.forEach(layer -> layer.repack(tape));
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
    FMatrixRMaj gradient = head.backward(tape);
    for (int i = stack.size() - 1; i >= 0; i--) {
      gradient = stack.get(i).backward(gradient, tape);
    }
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
    tape.begin(batch.time(), batch.size(), State.zero(List.of(), batch.size()));
    tape.pad(batch.lengths());
  }

  private FMatrixRMaj hidden(LineBatch batch, Tape tape) {
    FMatrixRMaj hidden = batch.rows();
    for (Layer<FMatrixRMaj> layer : stack) {
      hidden = layer.forward(hidden, tape);
    }
    return hidden;
  }
}
