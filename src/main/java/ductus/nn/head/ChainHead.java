package ductus.nn.head;

import ductus.math.SharedWork;
import ductus.math.Strips;
import ductus.math.Workers;
import ductus.nn.Affine;
import ductus.nn.Parameter;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.ejml.data.FMatrixRMaj;

/**
 * Predicts one of V labels a time step, each in the light of the one before: a conditional random
 * field over the whole row (Lafferty, McCallum and Pereira 2001). The weight of a row of labels is
 * e to the sum of its logits: h·W + b, of which the last column counts where a label stays, and C
 * where it changes to another. The loss is −log of the row's share in the weight of all rows, in
 * nats; steps without a label may have any. Weights in the file: {@code head.weight} W [H×(V+1)],
 * {@code head.bias} b [1×(V+1)], {@code head.change} C [V×V], row before, column after.
 *
 * <p>How long each sequence is, its tape knows ({@link Tape#pad}). Logits of staying and changing
 * count as within ±30.
 */
public final class ChainHead implements Head<int[]> {
  private static final int[] UNKNOWN = {};

  private final int labels;
  private final Affine projection;
  private final Parameter change;
  private final ChainChanges changes;
  private final Function<Tape, Run> opening = Run::new;

  /** A head with zero weights for hidden states of size H and V labels. */
  public ChainHead(int inputSize, int labels) {
    if (labels < 2) {
      throw new IllegalArgumentException("labels must be 2 or more but were " + labels);
    }
    this.labels = labels;
    projection = new Affine("head", inputSize, labels + 1);
    change = new Parameter("head.change", labels, labels);
    changes = new ChainChanges(labels);
  }

  /** Number of weights of a head of a shape. */
  public static long weights(int inputSize, int labels) {
    return (inputSize + 1L) * (labels + 1) + (long) labels * labels;
  }

  @Override
  public List<Parameter> parameters() {
    List<Parameter> all = new ArrayList<>(projection.parameters());
    all.add(change);
    return List.copyOf(all);
  }

  /** Draws W; all changes are equally likely at first. */
  @Override
  public void initialize(RandomGenerator random) {
    projection.initialize(random);
    change.value().zero();
  }

  @Override
  public void repack(Tape tape) {
    projection.repack(tape);
    changes.take(change.value());
  }

  @Override
  public boolean isOfWholes() {
    return true;
  }

  /** Computes the logits of labels and of staying [T×B×(V+1)]. */
  @Override
  public FMatrixRMaj outputs(FMatrixRMaj hidden, Tape tape) {
    return projection.forward(hidden, tape);
  }

  /**
   * Computes the loss and leaves its gradient on the tape; where the tape smooths labels, that of
   * the logits is of the smoothed ones.
   *
   * @param targets [T×B], negative where unknown
   * @return the sum over the sequences, in nats
   */
  @Override
  public double loss(FMatrixRMaj hidden, int[] targets, float scale, Tape tape) {
    return tape.workspace(this, opening).loss(hidden, targets, scale);
  }

  @Override
  public FMatrixRMaj backward(Tape tape) {
    return tape.workspace(this, opening).backward();
  }

  /**
   * Finds the row of labels that weighs most (Viterbi).
   *
   * @param outputs of {@link #outputs}, not modified
   * @param reward of each change of label, in nats, beside what was learned
   */
  public int[] best(FMatrixRMaj outputs, int sequence, double reward, Tape tape) {
    int steps = tape.length(sequence);
    int[][] from = new int[steps][labels];
    double[] score = new double[labels];
    for (int t = 0; t < steps; t++) {
      int at = (t * tape.batch() + sequence) * outputs.numCols;
      double stay = ChainChanges.bounded(outputs.data[at + labels]);
      double[] next = new double[labels];
      for (int c = 0; c < labels; c++) {
        double highest = t == 0 ? 0 : score[c] + stay;
        from[t][c] = c;
        for (int before = 0; t > 0 && before < labels; before++) {
          double changed = score[before] + logit(before, c) + reward;
          if (before != c && changed > highest) {
            highest = changed;
            from[t][c] = before;
          }
        }
        next[c] = highest + outputs.data[at + c];
      }
      score = next;
    }
    int[] row = new int[steps];
    int last = 0;
    for (int c = 1; c < labels; c++) {
      last = score[c] > score[last] ? c : last;
    }
    for (int t = steps - 1; t >= 0; t--) {
      row[t] = last;
      last = from[t][last];
    }
    return row;
  }

  private double logit(int before, int after) {
    return ChainChanges.bounded(change.value().data[before * labels + after]);
  }

  private final class Run {
    private final Tape tape;
    private final SharedWork summing = new SharedWork(this::sum);

    /** The lattices in which rows are summed, one a thread. */
    private ChainLattice[] lattices = new ChainLattice[0];

    private double[] nats = new double[0];

    /** Expected changes, to be multiplied with their weights, of each sequence [B][V][V]. */
    private double[][][] pairs = new double[0][][];

    /** Gradient of the logits [T×B×(V+1)]. */
    private final FMatrixRMaj gradient = new FMatrixRMaj(0, 0);

    private FMatrixRMaj logits = gradient;
    private int[] targets = UNKNOWN;
    private float scale;

    Run(Tape tape) {
      this.tape = tape;
    }

    double loss(FMatrixRMaj hidden, int[] wanted, float factor) {
      if (wanted.length != tape.rows()) {
        throw new IllegalArgumentException(
            "targets must be %d but were %d".formatted(tape.rows(), wanted.length));
      }
      targets = wanted;
      scale = factor;
      reserve();
      logits = projection.forward(hidden, tape);
      gradient.reshape(tape.rows(), Strips.padded(labels + 1));
      Arrays.fill(gradient.data, 0, gradient.getNumElements(), 0);
      summing.run(tape.workers(), tape.rows());
      double sum = 0;
      for (int b = 0; b < tape.batch(); b++) {
        sum += nats[b];
      }
      return sum;
    }

    private void reserve() {
      if (nats.length < tape.batch()) {
        nats = new double[tape.batch()];
        pairs = new double[tape.batch()][labels][labels];
      }
      if (lattices.length < tape.workers().count()) {
        lattices = new ChainLattice[tape.workers().count()];
        Arrays.setAll(lattices, thread -> new ChainLattice(labels));
      }
    }

    private void sum(int slice, Workers crew) {
      ChainLattice lattice = lattices[slice];
      for (int b = crew.from(tape.batch(), slice); b < crew.from(tape.batch(), slice + 1); b++) {
        for (double[] row : pairs[b]) {
          Arrays.fill(row, 0);
        }
        double all = lattice.sum(logits, UNKNOWN, b, tape, changes);
        lattice.expect(logits, b, tape, changes, scale, gradient, pairs[b]);
        double wanted = lattice.sum(logits, targets, b, tape, changes);
        lattice.expect(logits, b, tape, changes, -scale, gradient, pairs[b]);
        nats[b] = all - wanted;
        smooth(b);
      }
    }

    /** Takes a part of each label's own share from it and spreads it over all. */
    private void smooth(int sequence) {
      float share = tape.labelSmoothing() * scale;
      for (int t = 0; share > 0 && t < tape.length(sequence); t++) {
        int row = t * tape.batch() + sequence;
        int at = row * gradient.numCols;
        if (targets[row] >= 0) {
          gradient.data[at + targets[row]] += share;
          for (int c = 0; c < labels; c++) {
            gradient.data[at + c] -= share / labels;
          }
        }
      }
    }

    FMatrixRMaj backward() {
      FMatrixRMaj dChange = tape.gradient(change);
      for (int i = 0; i < labels * labels; i++) {
        double sum = 0;
        for (int b = 0; b < tape.batch(); b++) {
          sum += pairs[b][i / labels][i % labels];
        }
        if (ChainChanges.isWithin(change.value().data[i])) {
          dChange.data[i] += (float) (sum * changes.weights()[i / labels][i % labels]);
        }
      }
      return projection.backward(gradient, tape);
    }
  }
}
