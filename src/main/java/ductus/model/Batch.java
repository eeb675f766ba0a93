package ductus.model;

import ductus.nn.Indices;
import java.util.Arrays;
import java.util.List;

/**
 * Sequences side by side, time-major: at each step a token with the side features of the next one,
 * and as the target the next token. Shorter sequences are padded behind their end; padded targets
 * are {@link #MASKED}. A batch can also hold a window of its sequences (truncated BPTT).
 */
public final class Batch {
  /** Target of a padded step. */
  public static final int MASKED = -1;

  private final int time;
  private final int size;
  private final int perStep;
  private final int[] inputs;
  private final Indices indices;
  private final int[] targets;
  private final int targetCount;

  private Batch(int time, int size, int perStep, int[] inputs, int[] targets, int targetCount) {
    this.time = time;
    this.size = size;
    this.perStep = perStep;
    this.inputs = inputs;
    indices = new Indices(inputs, perStep);
    this.targets = targets;
    this.targetCount = targetCount;
  }

  /** All steps of some sequences. */
  public static Batch of(List<Sequence> sequences, int vocabularySize) {
    int longest = sequences.stream().mapToInt(Sequence::length).max().orElse(0);
    return window(sequences, vocabularySize, 0, Math.max(1, longest - 1));
  }

  /**
   * The steps {@code from} … {@code from + time} of some sequences.
   *
   * @param vocabularySize V; side feature f stands in row V + f of the embedding table
   */
  public static Batch window(List<Sequence> sequences, int vocabularySize, int from, int time) {
    if (sequences.isEmpty()) {
      throw new IllegalArgumentException("a batch must have at least one sequence");
    }
    int features = sequences.get(0).featureCount();
    int size = sequences.size();
    int perStep = 1 + features;
    int[] inputs = new int[time * size * perStep];
    int[] targets = new int[time * size];
    Arrays.fill(inputs, Sequence.NONE);
    Arrays.fill(targets, MASKED);
    int count = 0;
    for (int b = 0; b < size; b++) {
      Sequence sequence = sequences.get(b);
      if (sequence.featureCount() != features) {
        throw new IllegalArgumentException(
            "side features must be %d a step in all sequences but were %d"
                .formatted(features, sequence.featureCount()));
      }
      int steps = Math.min(time, sequence.length() - 1 - from);
      for (int t = 0; t < steps; t++) {
        int row = t * size + b;
        targets[row] = sequence.token(from + t + 1);
        inputs[row * perStep] = sequence.token(from + t);
        for (int f = 0; f < features; f++) {
          int feature = sequence.feature(from + t + 1, f);
          inputs[row * perStep + 1 + f] =
              feature == Sequence.NONE ? Sequence.NONE : vocabularySize + feature;
        }
        count++;
      }
    }
    return new Batch(time, size, perStep, inputs, targets, count);
  }

  /** Some of its time steps, {@code from} … {@code from + count}. */
  public Batch steps(int from, int count) {
    int[] someTargets = Arrays.copyOfRange(targets, from * size, (from + count) * size);
    return new Batch(
        count,
        size,
        perStep,
        Arrays.copyOfRange(inputs, from * size * perStep, (from + count) * size * perStep),
        someTargets,
        (int) Arrays.stream(someTargets).filter(target -> target != MASKED).count());
  }

  /** The tokens that are read [T×B], negative where padded. */
  public int[] tokens() {
    int[] tokens = new int[time * size];
    for (int row = 0; row < tokens.length; row++) {
      tokens[row] = inputs[row * perStep];
    }
    return tokens;
  }

  /**
   * The same batch with other tokens to read; side features and targets stay.
   *
   * @param tokens [T×B]
   */
  public Batch withTokens(int[] tokens) {
    if (tokens.length != time * size) {
      throw new IllegalArgumentException(
          "tokens must be %d×%d but were %d".formatted(time, size, tokens.length));
    }
    int[] others = inputs.clone();
    for (int row = 0; row < tokens.length; row++) {
      others[row * perStep] = tokens[row];
    }
    return new Batch(time, size, perStep, others, targets, targetCount);
  }

  /** Time steps T. */
  public int time() {
    return time;
  }

  /** Sequences B. */
  public int size() {
    return size;
  }

  /** Rows of the embedding table that are added up at a step: 1 + F. */
  public int perStep() {
    return perStep;
  }

  /** Rows of the embedding table [T×B×(1+F)] as a network takes them; not a copy. */
  Indices indices() {
    return indices;
  }

  /** Rows of the embedding table [T×B×(1+F)], negative where there is none; not a copy. */
  int[] inputs() {
    return inputs;
  }

  /** Next tokens [T×B], or {@link #MASKED}; not a copy. */
  int[] targets() {
    return targets;
  }

  /** Number of targets that are not masked. */
  public int targetCount() {
    return targetCount;
  }
}
