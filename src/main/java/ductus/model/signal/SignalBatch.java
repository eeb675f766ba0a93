package ductus.model.signal;

import ductus.math.Strips;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.FMatrixRMaj;

/**
 * A window of some sequences side by side, time-major. Behind the end of a sequence it is given
 * zeros and nothing is wanted.
 */
public final class SignalBatch {
  private final int time;
  private final int[] lengths;
  private final FMatrixRMaj inputs;
  private final float[] targets;
  private final int targetSteps;

  /** Whole sequences, one or more. */
  public SignalBatch(List<SignalSequence> sequences) {
    this(sequences, 0, longest(sequences));
  }

  /** The steps {@code from} … {@code from + time} of some sequences, one or more. */
  public SignalBatch(List<SignalSequence> sequences, int from, int time) {
    this.time = time;
    int size = sequences.size();
    int perInput = sequences.get(0).inputsPerStep();
    int perTarget = sequences.get(0).targetsPerStep();
    lengths = new int[size];
    inputs = new FMatrixRMaj(time * size, Strips.padded(perInput));
    targets = new float[time * size * perTarget];
    Arrays.fill(targets, Float.NaN);
    for (int b = 0; b < size; b++) {
      SignalSequence sequence = sequences.get(b);
      if (sequence.inputsPerStep() != perInput || sequence.targetsPerStep() != perTarget) {
        throw new IllegalArgumentException(
            "a step must have %d inputs and %d targets in all sequences but had %d and %d"
                .formatted(
                    perInput, perTarget, sequence.inputsPerStep(), sequence.targetsPerStep()));
      }
      lengths[b] = Math.min(time, Math.max(0, sequence.length() - from));
      for (int t = 0; t < lengths[b]; t++) {
        int row = t * size + b;
        sequence.copyInputs(from + t, inputs.data, row * inputs.numCols);
        sequence.copyTargets(from + t, targets, row * perTarget);
      }
    }
    targetSteps = count(perTarget);
  }

  static int longest(List<SignalSequence> sequences) {
    return sequences.stream().mapToInt(SignalSequence::length).max().orElseThrow();
  }

  /** Steps of which anything is wanted. */
  private int count(int perStep) {
    int count = 0;
    for (int row = 0; row < targets.length / perStep; row++) {
      boolean any = false;
      for (int n = 0; n < perStep; n++) {
        any |= !Float.isNaN(targets[row * perStep + n]);
      }
      count += any ? 1 : 0;
    }
    return count;
  }

  /** Time steps T. */
  public int time() {
    return time;
  }

  /** Sequences B. */
  public int size() {
    return lengths.length;
  }

  /** Steps that have a target. */
  public int targetSteps() {
    return targetSteps;
  }

  /** Steps of each sequence in this window, 0 to T [B]; not a copy. */
  int[] lengths() {
    return lengths;
  }

  /** What is given [T×B×K] in whole strips; not a copy. */
  FMatrixRMaj inputs() {
    return inputs;
  }

  /** What is wanted [T×B×N], NaN where nothing is; not a copy. */
  float[] targets() {
    return targets;
  }
}
