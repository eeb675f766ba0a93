package ductus.model.tagging;

import ductus.model.SequenceBatch;
import ductus.nn.Indices;
import java.util.Arrays;
import java.util.List;

/**
 * Sequences to be tagged side by side, time-major, or a window of them; behind a sequence's end
 * there are no rows and no labels.
 */
public final class TagBatch extends SequenceBatch<Indices, int[]> {
  private final int targetCount;

  /** Whole sequences, one or more, of as many rows a step each. */
  public TagBatch(List<TagSequence> sequences) {
    this(sequences, 0, sequences.stream().mapToInt(TagSequence::length).max().orElse(1));
  }

  /** The steps {@code from} … {@code from + time} of some sequences. */
  public TagBatch(List<TagSequence> sequences, int from, int time) {
    super(
        time,
        within(sequences.stream().mapToInt(TagSequence::length), from, time),
        new Indices(none(time * sequences.size() * perStep(sequences)), perStep(sequences)),
        none(time * sequences.size()));
    int perStep = inputs().perStep();
    for (int b = 0; b < size(); b++) {
      TagSequence sequence = sequences.get(b);
      if (sequence.perStep() != perStep) {
        throw new IllegalArgumentException(
            "rows a step must be %d in all sequences but were %d"
                .formatted(perStep, sequence.perStep()));
      }
      for (int t = 0; t < lengths()[b]; t++) {
        int row = t * size() + b;
        targets()[row] = sequence.label(from + t);
        sequence.copyRows(from + t, inputs().rows(), row * perStep);
      }
    }
    targetCount = (int) Arrays.stream(targets()).filter(label -> label != TagSequence.NONE).count();
  }

  private static int perStep(List<TagSequence> sequences) {
    return sequences.stream().mapToInt(TagSequence::perStep).findFirst().orElse(1);
  }

  private static int[] none(int count) {
    int[] none = new int[count];
    Arrays.fill(none, TagSequence.NONE);
    return none;
  }

  /** Steps that have a label. */
  @Override
  public int targetCount() {
    return targetCount;
  }
}
