package ductus.model.frame;

import ductus.model.SequenceBatch;
import ductus.nn.Indices;
import ductus.nn.head.ActiveOutputs;
import java.util.Arrays;
import java.util.List;

/**
 * A window of some sequences of frames side by side, time-major. Steps behind a sequence's end have
 * no inputs and are masked.
 */
public final class FrameBatch extends SequenceBatch<Indices, ActiveOutputs> {
  private final int targetCount;

  /** The frames {@code from} … {@code from + time} of some sequences. */
  public FrameBatch(List<FrameSequence> sequences, int from, int time) {
    this(
        sequences,
        from,
        time,
        within(sequences.stream().mapToInt(FrameSequence::length), from, time));
  }

  private FrameBatch(List<FrameSequence> sequences, int from, int time, int[] lengths) {
    super(
        time,
        lengths,
        inputs(sequences, from, time, lengths),
        targets(sequences, from, time, lengths));
    targetCount = Arrays.stream(lengths).sum();
  }

  private static Indices inputs(List<FrameSequence> sequences, int from, int time, int[] lengths) {
    int perStep = sequences.stream().mapToInt(FrameSequence::perStep).max().orElse(1);
    int[] rows = new int[time * lengths.length * perStep];
    Arrays.fill(rows, FrameSequence.NONE);
    for (int b = 0; b < lengths.length; b++) {
      for (int t = 0; t < lengths[b]; t++) {
        sequences.get(b).copyInputs(from + t, rows, (t * lengths.length + b) * perStep);
      }
    }
    return new Indices(rows, perStep);
  }

  private static ActiveOutputs targets(
      List<FrameSequence> sequences, int from, int time, int[] lengths) {
    boolean[] masked = new boolean[time * lengths.length];
    int[] starts = new int[masked.length + 1];
    for (int step = 0; step < masked.length; step++) {
      int b = step % lengths.length;
      int t = step / lengths.length;
      masked[step] = t >= lengths[b];
      starts[step + 1] = starts[step] + (masked[step] ? 0 : sequences.get(b).count(from + t));
    }
    int[] on = new int[starts[masked.length]];
    for (int step = 0; step < masked.length; step++) {
      if (!masked[step]) {
        FrameSequence sequence = sequences.get(step % lengths.length);
        sequence.copyOn(from + step / lengths.length, on, starts[step]);
      }
    }
    return new ActiveOutputs(starts, on, masked);
  }

  /** Frames that are not masked. */
  @Override
  public int targetCount() {
    return targetCount;
  }
}
