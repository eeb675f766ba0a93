package ductus.lab.task;

import ductus.model.signal.SignalBatch;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.model.signal.Target;
import ductus.nn.Tape;
import ductus.train.Loss;
import ductus.train.Pass;
import ductus.train.SequenceTeaching;
import ductus.train.TrainingObjective;
import ductus.train.plan.Batching;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Teaches a task by its loss, and measures by errors: the mean of squared errors where values are
 * asked for, the share of wrong answers where classes are.
 */
public final class TaskObjective implements TrainingObjective<SignalSequence> {
  private final SignalNetwork network;
  private final TrainingObjective<SignalSequence> teaching;

  /** Teaches a network without windows of time. */
  public TaskObjective(SignalNetwork network) {
    this.network = network;
    teaching = SequenceTeaching.of(network);
  }

  @Override
  public int length(SignalSequence sequence) {
    return sequence.length();
  }

  @Override
  public int targets(SignalSequence sequence) {
    return teaching.targets(sequence);
  }

  @Override
  public List<List<Pass>> updates(List<SignalSequence> sequences, Batching batching) {
    return teaching.updates(sequences, batching);
  }

  @Override
  public Loss measure(List<SignalSequence> sequences, Tape tape) {
    if (network.config().target() != Target.CLASSES) {
      return teaching.measure(sequences, tape);
    }
    SignalBatch batch = new SignalBatch(sequences);
    network.begin(batch, network.initialState(batch.size()), tape);
    FMatrixRMaj logits = network.outputs(batch, tape);
    int wrong = 0;
    int targets = 0;
    for (int b = 0; b < sequences.size(); b++) {
      for (int t = 0; t < sequences.get(b).length(); t++) {
        float wanted = sequences.get(b).target(t, 0);
        if (!Float.isNaN(wanted)) {
          targets++;
          wrong += likeliest(logits, t * sequences.size() + b) == (int) wanted ? 0 : 1;
        }
      }
    }
    return new Loss(wrong, targets);
  }

  private int likeliest(FMatrixRMaj logits, int row) {
    int best = 0;
    for (int k = 1; k < network.config().outputs(); k++) {
      if (logits.get(row, k) > logits.get(row, best)) {
        best = k;
      }
    }
    return best;
  }
}
