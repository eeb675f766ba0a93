package ductus.generate.hindsight;

import ductus.generate.Constraint;
import ductus.generate.Constraints;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.Batch;
import ductus.model.Encoding;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.nn.State;
import ductus.nn.Tape;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Says of a sequence from what each of its tokens was drawn, or would have been: the logits of the
 * tokens that grammar and constraints allowed, and what the network's units did.
 */
public final class SequenceReader {
  /** Number of time steps that are read at a time, the state carried on. */
  private static final int WINDOW = 256;

  private final Network network;
  private final Encoding<?> encoding;
  private final Constraints constraints;
  private final Tape tape;

  /**
   * Creates a reader of a network.
   *
   * @param network whose weights it packs
   * @param encoding the one that it was trained with
   * @param constraints on all tokens
   */
  public SequenceReader(
      Network network,
      Encoding<?> encoding,
      List<Constraint> constraints,
      Kernels kernels,
      Workers workers) {
    this.network = network;
    this.encoding = encoding;
    this.constraints = new Constraints(constraints);
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  /**
   * Reads a sequence from its beginning.
   *
   * @param most tokens, two or more; a longer sequence is read so far
   */
  public ReadSequence read(Sequence sequence, int most) {
    int steps = Math.min(sequence.length(), most) - 1;
    ReadSequence.Draft draft = new ReadSequence.Draft(sequence.tokens(), steps);
    Encoding.Cursor cursor = encoding.cursor();
    cursor.accept(sequence.token(0));
    State state = network.initialState(1);
    for (int from = 0; from < steps; from += WINDOW) {
      int time = Math.min(WINDOW, steps - from);
      tape.begin(time, 1, state);
      FMatrixRMaj logits =
          network.outputs(
              Batch.window(List.of(sequence), encoding.vocabularySize(), from, time), tape);
      for (int row = 0; row < time; row++) {
        draft.add(logits.data, row * logits.numCols, allowed(sequence, cursor, from + row + 1));
      }
      draft.add(network.activities(tape));
    }
    return draft.done();
  }

  private boolean[] allowed(Sequence sequence, Encoding.Cursor cursor, int t) {
    boolean[] allowed = new boolean[encoding.vocabularySize()];
    for (int token = 0; token < allowed.length; token++) {
      allowed[token] = cursor.allows(token);
    }
    constraints.restrict(sequence.tokens(), t, allowed);
    cursor.accept(sequence.token(t));
    return allowed;
  }
}
