package ductus.model.frame;

import ductus.nn.Indices;
import ductus.nn.head.ActiveOutputs;
import java.util.Arrays;
import java.util.List;

/**
 * A window of some sequences of frames side by side, time-major. Steps behind a sequence's end have
 * no inputs and are masked.
 */
public final class FrameBatch {
  private final int time;
  private final int size;
  private final Indices inputs;
  private final ActiveOutputs targets;
  private final int targetCount;

  /** The frames {@code from} … {@code from + time} of some sequences. */
  public FrameBatch(List<FrameSequence> sequences, int from, int time) {
    if (sequences.isEmpty()) {
      throw new IllegalArgumentException("a batch must have at least one sequence");
    }
    this.time = time;
    size = sequences.size();
    int perStep = sequences.get(0).perStep();
    int[] rows = new int[time * size * perStep];
    Arrays.fill(rows, FrameSequence.NONE);
    int[] starts = new int[time * size + 1];
    boolean[] masked = new boolean[time * size];
    for (int step = 0; step < masked.length; step++) {
      FrameSequence sequence = sequences.get(step % size);
      int t = from + step / size;
      masked[step] = t >= sequence.length();
      starts[step + 1] = starts[step] + (masked[step] ? 0 : sequence.count(t));
    }
    int[] on = new int[starts[masked.length]];
    int count = 0;
    for (int step = 0; step < masked.length; step++) {
      if (!masked[step]) {
        FrameSequence sequence = sequences.get(step % size);
        sequence.copyInputs(from + step / size, rows, step * perStep);
        sequence.copyOn(from + step / size, on, starts[step]);
        count++;
      }
    }
    inputs = new Indices(rows, perStep);
    targets = new ActiveOutputs(starts, on, masked);
    targetCount = count;
  }

  /** Time steps T. */
  public int time() {
    return time;
  }

  /** Sequences B. */
  public int size() {
    return size;
  }

  /** Frames that are not masked. */
  public int targetCount() {
    return targetCount;
  }

  Indices inputs() {
    return inputs;
  }

  ActiveOutputs targets() {
    return targets;
  }
}
