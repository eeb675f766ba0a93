package ductus.model.signal;

import ductus.math.Strips;
import ductus.model.SequenceBatch;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * Signals side by side, time-major, or a window of them. Behind the end of a sequence it is given
 * zeros, and its targets are NaN.
 */
public final class SignalBatch extends SequenceBatch<FMatrixRMaj, float[]> {
  private final int targetCount;

  /** Whole sequences, one or more. */
  public SignalBatch(List<SignalSequence> sequences) {
    this(sequences, 0, sequences.stream().mapToInt(SignalSequence::length).max().orElse(1));
  }

  /** The steps {@code from} … {@code from + time} of some sequences, one or more. */
  public SignalBatch(List<SignalSequence> sequences, int from, int time) {
    super(
        time,
        within(sequences.stream().mapToInt(SignalSequence::length), from, time),
        new FMatrixRMaj(time * sequences.size(), Strips.padded(sequences.get(0).inputsPerStep())),
        new float[time * sequences.size() * sequences.get(0).targetsPerStep()]);
    int perInput = sequences.get(0).inputsPerStep();
    int perTarget = sequences.get(0).targetsPerStep();
    FMatrixRMaj inputs = inputs();
    Arrays.fill(targets(), Float.NaN);
    for (int b = 0; b < size(); b++) {
      SignalSequence sequence = sequences.get(b);
      if (sequence.inputsPerStep() != perInput || sequence.targetsPerStep() != perTarget) {
        throw new IllegalArgumentException(
            "a step must have %d inputs and %d targets in all sequences but had %d and %d"
                .formatted(
                    perInput, perTarget, sequence.inputsPerStep(), sequence.targetsPerStep()));
      }
      for (int t = 0; t < lengths()[b]; t++) {
        int row = t * size() + b;
        sequence.copyInputs(from + t, inputs.data, row * inputs.numCols);
        sequence.copyTargets(from + t, targets(), row * perTarget);
      }
    }
    targetCount = count(perTarget);
  }

  /** Steps of which anything is wanted. */
  private int count(int perStep) {
    int count = 0;
    for (int row = 0; row < targets().length / perStep; row++) {
      boolean any = false;
      for (int n = 0; n < perStep; n++) {
        any |= !Float.isNaN(targets()[row * perStep + n]);
      }
      count += any ? 1 : 0;
    }
    return count;
  }

  /** Steps that have a target. */
  @Override
  public int targetCount() {
    return targetCount;
  }
}
