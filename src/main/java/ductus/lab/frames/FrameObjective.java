package ductus.lab.frames;

import ductus.math.Elementary;
import ductus.model.signal.SignalBatch;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.nn.Tape;
import ductus.train.Loss;
import ductus.train.Pass;
import ductus.train.SequenceTeaching;
import ductus.train.TrainingObjective;
import ductus.train.plan.Batching;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Teaches frames by the cross-entropy of their numbers, which are 0 to 1, and measures by squared
 * errors: summed over a frame, the mean over frames.
 */
final class FrameObjective implements TrainingObjective<SignalSequence> {
  private final SignalNetwork network;
  private final TrainingObjective<SignalSequence> teaching;

  /** Of a network of switches. */
  FrameObjective(SignalNetwork network) {
    this.network = network;
    teaching = SequenceTeaching.of(network);
  }

  @Override
  public int length(SignalSequence sequence) {
    return sequence.length();
  }

  @Override
  public int targets(SignalSequence sequence) {
    return sequence.length();
  }

  @Override
  public List<List<Pass>> updates(List<SignalSequence> sequences, Batching batching) {
    return teaching.updates(sequences, batching);
  }

  @Override
  public Loss measure(List<SignalSequence> sequences, Tape tape) {
    SignalBatch batch = new SignalBatch(sequences);
    network.begin(batch, network.initialState(batch.size()), tape);
    FMatrixRMaj logits = network.outputs(batch, tape);
    double squares = 0;
    int frames = 0;
    for (int b = 0; b < sequences.size(); b++) {
      SignalSequence sequence = sequences.get(b);
      frames += sequence.length();
      for (int t = 0; t < sequence.length(); t++) {
        int at = (t * sequences.size() + b) * logits.numCols;
        for (int n = 0; n < sequence.targetsPerStep(); n++) {
          double error = Elementary.sigmoid(logits.data[at + n]) - sequence.target(t, n);
          squares += error * error;
        }
      }
    }
    return new Loss(squares, frames);
  }

  /**
   * What the network expects of a sequence.
   *
   * @return [T×N]
   */
  float[] expected(SignalSequence sequence, Tape tape) {
    SignalBatch batch = new SignalBatch(List.of(sequence));
    network.begin(batch, network.initialState(1), tape);
    FMatrixRMaj logits = network.outputs(batch, tape);
    int size = sequence.targetsPerStep();
    float[] expected = new float[sequence.length() * size];
    for (int t = 0; t < sequence.length(); t++) {
      for (int n = 0; n < size; n++) {
        expected[t * size + n] = (float) Elementary.sigmoid(logits.data[t * logits.numCols + n]);
      }
    }
    return expected;
  }

  /** The same error of who expects each frame to be the one before. */
  static double ofRepeating(List<SignalSequence> sequences) {
    double squares = 0;
    int frames = 0;
    for (SignalSequence sequence : sequences) {
      frames += sequence.length();
      for (int t = 0; t < sequence.length(); t++) {
        for (int n = 0; n < sequence.targetsPerStep(); n++) {
          double error = sequence.input(t, n) - sequence.target(t, n);
          squares += error * error;
        }
      }
    }
    return squares / frames;
  }
}
