package ductus.model.tagging;

import ductus.nn.Indices;
import java.util.Arrays;
import java.util.List;

/** Sequences side by side, time-major; shorter ones are padded behind their end. */
public final class TagBatch {
  private final int time;
  private final int[] lengths;
  private final int[] labels;
  private final Indices rows;
  private final int labelled;

  /** A batch of sequences, one or more, of as many rows a step each. */
  public TagBatch(List<TagSequence> sequences) {
    int size = sequences.size();
    int perStep = sequences.get(0).perStep();
    time = sequences.stream().mapToInt(TagSequence::length).max().orElseThrow();
    lengths = sequences.stream().mapToInt(TagSequence::length).toArray();
    labelled = sequences.stream().mapToInt(TagSequence::labelled).sum();
    labels = new int[time * size];
    int[] all = new int[time * size * perStep];
    Arrays.fill(labels, TagSequence.NONE);
    Arrays.fill(all, TagSequence.NONE);
    for (int b = 0; b < size; b++) {
      TagSequence sequence = sequences.get(b);
      if (sequence.perStep() != perStep) {
        throw new IllegalArgumentException(
            "rows a step must be %d in all sequences but were %d"
                .formatted(perStep, sequence.perStep()));
      }
      for (int t = 0; t < sequence.length(); t++) {
        int row = t * size + b;
        labels[row] = sequence.label(t);
        sequence.copyRows(t, all, row * perStep);
      }
    }
    rows = new Indices(all, perStep);
  }

  /** Time steps T of the longest sequence. */
  public int time() {
    return time;
  }

  /** Sequences B. */
  public int size() {
    return lengths.length;
  }

  /** Steps that have a label. */
  public int labelled() {
    return labelled;
  }

  /** Steps of each sequence [B]; not a copy. */
  int[] lengths() {
    return lengths;
  }

  /** Labels [T×B], negative where there is none; not a copy. */
  int[] labels() {
    return labels;
  }

  /** What is read [T×B×P]; not a copy. */
  Indices rows() {
    return rows;
  }
}
