package ductus.model.reading;

import ductus.math.Strips;
import ductus.nn.Affine;
import ductus.nn.Parameter;
import ductus.nn.Rows;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.nn.head.Head;
import ductus.nn.head.SoftmaxHead;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;
import org.ejml.dense.row.CommonOps_FDRM;

/**
 * Names the hand of each line [B]: the hidden state behind a line's last step is projected to a
 * vector of fixed length, the line's embedding, and a softmax reads that. Lines of one hand, of
 * others too, lie near each other. How long each line is, its tape knows ({@link Tape#pad}).
 * Weights in the file: {@code embedding.weight} [H×E], {@code embedding.bias} [1×E], then those of
 * the softmax.
 */
final class HandHead implements Head<int[]> {
  private final HandConfig config;
  private final Affine projection;
  private final SoftmaxHead softmax;
  private final Function<Tape, Run> opening = Run::new;

  /** A head with zero weights. */
  HandHead(HandConfig config) {
    this.config = config;
    projection = new Affine("embedding", config.hiddenSize(), config.embeddingSize());
    softmax = new SoftmaxHead(config.embeddingSize(), config.hands().size());
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(projection.parameters());
    all.addAll(softmax.parameters());
    return all;
  }

  @Override
  public void initialize(RandomGenerator random) {
    projection.initialize(random);
    softmax.initialize(random);
  }

  @Override
  public void repack(Tape tape) {
    Tape end = tape.workspace(this, opening).end;
    projection.repack(end);
    softmax.repack(end);
  }

  @Override
  public boolean isOfWholes() {
    return true;
  }

  /** The logits of the hands [B×N], for lines rather than steps. */
  @Override
  public FMatrixRMaj outputs(FMatrixRMaj hidden, Tape tape) {
    Run run = tape.workspace(this, opening);
    return softmax.outputs(run.embed(hidden), run.end);
  }

  /**
   * Computes the loss and leaves its gradient on the tape.
   *
   * @param hidden [T×B×H], not modified
   * @param hands number of each line's hand [B]
   * @param scale factor of the gradient
   * @return the sum of −log probability of the hands, in nats
   */
  @Override
  public double loss(FMatrixRMaj hidden, int[] hands, float scale, Tape tape) {
    Run run = tape.workspace(this, opening);
    return softmax.loss(run.embed(hidden), hands, scale, run.end);
  }

  @Override
  public FMatrixRMaj backward(Tape tape) {
    return tape.workspace(this, opening).backward();
  }

  /**
   * The embeddings of lines.
   *
   * @param hidden [T×B×H], not modified
   * @return [B×E] of length 1 each; a copy
   */
  FMatrixRMaj embeddings(FMatrixRMaj hidden, Tape tape) {
    FMatrixRMaj rows = tape.workspace(this, opening).embed(hidden);
    FMatrixRMaj embeddings = new FMatrixRMaj(tape.batch(), config.embeddingSize());
    Rows.copy(rows, 0, embeddings, 0, config.embeddingSize(), 0, tape.batch());
    CommonOps_FDRM.divide(embeddings, UnitRows.LENGTH);
    return embeddings;
  }

  /** One run's part of the head. */
  private final class Run {
    private final Tape tape;

    /** A tape on which each line is one step long: its last one. */
    private final Tape end;

    private final UnitRows sphere = new UnitRows();
    private final FMatrixRMaj last = new FMatrixRMaj(0, 0);
    private final FMatrixRMaj dHidden = new FMatrixRMaj(0, 0);

    Run(Tape tape) {
      this.tape = tape;
      end = new Tape(tape);
    }

    FMatrixRMaj embed(FMatrixRMaj hidden) {
      int size = tape.batch();
      end.begin(1, size, State.zero(List.of(), size));
      last.reshape(size, hidden.numCols);
      for (int b = 0; b < size; b++) {
        System.arraycopy(
            hidden.data, lastRow(b) * hidden.numCols, last.data, b * last.numCols, last.numCols);
      }
      return sphere.forward(projection.forward(last, end));
    }

    FMatrixRMaj backward() {
      FMatrixRMaj dLast = projection.backward(sphere.backward(softmax.backward(end)), end);
      dHidden.reshape(tape.rows(), Strips.padded(config.hiddenSize()));
      dHidden.zero();
      for (int b = 0; b < tape.batch(); b++) {
        System.arraycopy(
            dLast.data,
            b * dLast.numCols,
            dHidden.data,
            lastRow(b) * dHidden.numCols,
            dHidden.numCols);
      }
      return dHidden;
    }

    private int lastRow(int line) {
      return (tape.length(line) - 1) * tape.batch() + line;
    }
  }
}
