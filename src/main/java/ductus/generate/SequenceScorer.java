package ductus.generate;

import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.Batch;
import ductus.model.Encoding;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.ArrayList;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Says how probable given sequences are where a {@link Generator} draws at temperature 1: each
 * token among those that the encoding's grammar and a constraint allow, whose probabilities add up
 * to one.
 */
public final class SequenceScorer {
  /** Number of time steps that are read at a time, the state carried on. */
  private static final int WINDOW = 256;

  private final Network network;
  private final Encoding<?> encoding;
  private final Constraint constraint;
  private final Tape tape;

  /**
   * Creates a scorer of a network.
   *
   * @param network whose weights it packs
   * @param encoding the one that it was trained with
   * @param constraint on all tokens
   */
  public SequenceScorer(
      Network network,
      Encoding<?> encoding,
      Constraint constraint,
      Kernels kernels,
      Workers workers) {
    this.network = network;
    this.encoding = encoding;
    this.constraint = constraint;
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  /**
   * Returns the −log probability of each token of some sequences, side by side; 0 of the first,
   * infinite of one that is not allowed.
   *
   * @return [T] a sequence
   */
  public List<double[]> nats(List<Sequence> sequences) {
    List<Reading> readings = sequences.stream().map(Reading::new).toList();
    State state = network.initialState(sequences.size());
    int steps = sequences.stream().mapToInt(Sequence::length).max().orElse(1) - 1;
    for (int from = 0; from < steps; from += WINDOW) {
      int time = Math.min(WINDOW, steps - from);
      Batch batch = Batch.window(sequences, encoding.vocabularySize(), from, time);
      tape.begin(time, sequences.size(), state);
      FMatrixRMaj logits = network.outputs(batch, tape);
      for (int row = 0; row < tape.rows(); row++) {
        readings
            .get(row % sequences.size())
            .next(from + row / sequences.size() + 1, logits.data, row * logits.numCols);
      }
    }
    List<double[]> nats = new ArrayList<>();
    readings.forEach(reading -> nats.add(reading.nats));
    return nats;
  }

  /** One sequence while it is read. */
  private final class Reading {
    private final Sequence sequence;
    private final int[] tokens;
    private final double[] nats;
    private final Encoding.Cursor cursor = encoding.cursor();
    private final boolean[] allowed = new boolean[encoding.vocabularySize()];

    Reading(Sequence sequence) {
      this.sequence = sequence;
      tokens = sequence.tokens();
      nats = new double[tokens.length];
      cursor.accept(tokens[0]);
    }

    void next(int t, float[] logits, int at) {
      if (t >= sequence.length()) {
        return;
      }
      double largest = Double.NEGATIVE_INFINITY;
      for (int token = 0; token < allowed.length; token++) {
        allowed[token] = cursor.allows(token);
      }
      constraint.restrict(tokens, t, allowed);
      for (int token = 0; token < allowed.length; token++) {
        if (allowed[token]) {
          largest = Math.max(largest, logits[at + token]);
        }
      }
      double sum = 0;
      for (int token = 0; token < allowed.length; token++) {
        if (allowed[token]) {
          sum += StrictMath.exp(logits[at + token] - largest);
        }
      }
      int token = tokens[t];
      nats[t] =
          allowed[token]
              ? StrictMath.log(sum) + largest - logits[at + token]
              : Double.POSITIVE_INFINITY;
      cursor.accept(token);
    }
  }
}
