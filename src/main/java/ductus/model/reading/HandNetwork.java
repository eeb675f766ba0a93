package ductus.model.reading;

import ductus.math.Strips;
import ductus.model.ModelKind;
import ductus.model.Trainable;
import ductus.nn.Affine;
import ductus.nn.Parameter;
import ductus.nn.Rows;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.head.SoftmaxHead;
import ductus.nn.recurrent.DenseInputProjection;
import ductus.nn.recurrent.LstmCell;
import ductus.nn.recurrent.Recurrent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/**
 * A network that tells hands apart, many-to-one: an LSTM reads a line, and its hidden state behind
 * the line's last step is projected to a vector of fixed length, the line's embedding, from which a
 * softmax names one of the hands of the training. Lines of one hand, of others too, lie near each
 * other. Holds weights only; runs happen on a {@link Tape}.
 */
public final class HandNetwork implements Trainable {
  /** Name by which a model file knows them. */
  public static final String ENCODING = "hand";

  /** Files of such networks. */
  public static final ModelKind<HandConfig, HandNetwork> KIND =
      new ModelKind<>(List.of(ENCODING), HandConfig.class, HandConfig::weights, HandNetwork::new);

  private final HandConfig config;
  private final Recurrent<FMatrixRMaj> lstm;
  private final Affine projection;
  private final SoftmaxHead head;
  private final List<Parameter> parameters;
  private final Function<Tape, Run> opening = Run::new;

  /** A network with zero weights. */
  public HandNetwork(HandConfig config) {
    this.config = config;
    LstmCell cell = new LstmCell(config.hiddenSize());
    lstm =
        new Recurrent<>(
            "lstm", new DenseInputProjection("lstm", config.features(), cell.layout()), cell, 0);
    projection = new Affine("embedding", config.hiddenSize(), config.embeddingSize());
    head = new SoftmaxHead(config.embeddingSize(), config.hands().size());
    List<Parameter> all = new ArrayList<>(lstm.parameters());
    all.addAll(projection.parameters());
    all.addAll(head.parameters());
    parameters = List.copyOf(all);
  }

  /** Its shape. */
  public HandConfig config() {
    return config;
  }

  @Override
  public List<Parameter> parameters() {
    return parameters;
  }

  @Override
  public void initialize(RandomGenerator random) {
    lstm.initialize(random);
    projection.initialize(random);
    head.initialize(random);
  }

  @Override
  public void repack(Tape tape) {
    Tape end = tape.workspace(this, opening).end;
    lstm.repack(tape);
    projection.repack(end);
    head.repack(end);
  }

  /**
   * Reads lines and computes the loss.
   *
   * @param hands number of each line's hand [B]
   * @param scale factor of the gradient that {@link #backward} computes
   * @return the sum of −log probability of the hands, in nats
   */
  public double loss(LineBatch batch, int[] hands, float scale, Tape tape) {
    return tape.workspace(this, opening).loss(batch, hands, scale);
  }

  /** Goes back from the last {@link #loss} and adds to the gradients on the tape. */
  public void backward(Tape tape) {
    tape.workspace(this, opening).backward();
  }

  /**
   * The embeddings of lines.
   *
   * @return [B×E] of length 1 each; a copy
   */
  public FMatrixRMaj embeddings(LineBatch batch, Tape tape) {
    FMatrixRMaj rows = tape.workspace(this, opening).embed(batch);
    FMatrixRMaj embeddings = new FMatrixRMaj(batch.size(), config.embeddingSize());
    Rows.copy(rows, 0, embeddings, 0, config.embeddingSize(), 0, batch.size());
    CommonOps_FDRM.divide(embeddings, UnitRows.LENGTH);
    return embeddings;
  }

  /** One run's part of the network. */
  private final class Run {
    private final Tape tape;

    /** On which lines are one step long: their last one. */
    final Tape end;

    private final UnitRows sphere = new UnitRows();
    private final FMatrixRMaj last = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dHidden = new FMatrixRMaj(0, 0);
    private int[] lengths = new int[0];

    Run(Tape tape) {
      this.tape = tape;
      end = new Tape(tape);
    }

    FMatrixRMaj embed(LineBatch batch) {
      int size = batch.size();
      lengths = batch.lengths();
      tape.begin(batch.time(), size, State.initial(List.of(lstm), size));
      end.begin(1, size, State.zero(List.of(), size));
      FMatrixRMaj hidden = lstm.forward(batch.rows(), tape);
      last.reshape(size, hidden.numCols);
      for (int b = 0; b < size; b++) {
        System.arraycopy(
            hidden.data, lastRow(b) * hidden.numCols, last.data, b * last.numCols, last.numCols);
      }
      return sphere.forward(projection.forward(last, end));
    }

    double loss(LineBatch batch, int[] hands, float scale) {
      return head.loss(embed(batch), hands, scale, end);
    }

    void backward() {
      FMatrixRMaj dLast = projection.backward(sphere.backward(head.backward(end)), end);
      dHidden.reshape(tape.rows(), Strips.padded(config.hiddenSize()));
      dHidden.zero();
      for (int b = 0; b < lengths.length; b++) {
        System.arraycopy(
            dLast.data,
            b * dLast.numCols,
            dHidden.data,
            lastRow(b) * dHidden.numCols,
            dHidden.numCols);
      }
      lstm.backward(dHidden, tape);
    }

    private int lastRow(int line) {
      return (lengths[line] - 1) * lengths.length + line;
    }
  }
}
