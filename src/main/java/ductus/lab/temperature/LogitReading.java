package ductus.lab.temperature;

import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.model.Batch;
import ductus.model.Encoding;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.nn.Tape;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/** What a network says of the next token, at every step of given sequences. */
final class LogitReading {
  private static final int TOGETHER = 16;

  private final Network network;
  private final Encoding<?> encoding;
  private final Tape tape;

  /** Is told of every step. */
  interface Reader {
    /**
     * A step, of any of the sequences; the steps of a sequence come in order.
     *
     * @param token that comes next
     * @param logits [V], minus infinity for tokens that the grammar does not allow; not kept
     */
    void read(int token, double[] logits);
  }

  /** Packs the network. */
  LogitReading(Network network, Encoding<?> encoding, Kernels kernels, Workers workers) {
    this.network = network;
    this.encoding = encoding;
    tape = new Tape(kernels, workers);
    network.repack(tape);
  }

  /** Reads some sequences. */
  void read(List<Sequence> sequences, Reader reader) {
    for (int from = 0; from < sequences.size(); from += TOGETHER) {
      readTogether(sequences.subList(from, Math.min(from + TOGETHER, sequences.size())), reader);
    }
  }

  private void readTogether(List<Sequence> sequences, Reader reader) {
    Batch batch = Batch.of(sequences, encoding.vocabularySize());
    tape.begin(batch.time(), batch.size(), network.initialState(batch.size()));
    FMatrixRMaj logits = network.outputs(batch, tape);
    double[] allowed = new double[encoding.vocabularySize()];
    for (int b = 0; b < sequences.size(); b++) {
      Sequence sequence = sequences.get(b);
      Encoding.Cursor cursor = encoding.cursor();
      for (int t = 1; t < sequence.length(); t++) {
        cursor.accept(sequence.token(t - 1));
        int row = ((t - 1) * sequences.size() + b) * logits.numCols;
        for (int token = 0; token < allowed.length; token++) {
          allowed[token] =
              cursor.allows(token) ? logits.data[row + token] : Double.NEGATIVE_INFINITY;
        }
        reader.read(sequence.token(t), allowed);
      }
    }
  }
}
