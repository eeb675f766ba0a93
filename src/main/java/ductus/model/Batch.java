package ductus.model;

import ductus.nn.Indices;
import java.util.Arrays;
import java.util.List;

/**
 * Sequences side by side, time-major: at each step a token with the side features of the next one,
 * and as the target the next token. Shorter sequences are padded behind their end; padded targets
 * are {@link #MASKED}. A batch can also hold a window of its sequences (truncated BPTT).
 */
public final class Batch extends SequenceBatch<Indices, int[]> {
  /** Target of a padded step. */
  public static final int MASKED = -1;

  private final int targetCount;

  private Batch(int time, int[] lengths, Indices inputs, int[] targets) {
    super(time, lengths, inputs, targets);
    targetCount = (int) Arrays.stream(targets).filter(target -> target != MASKED).count();
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
    int[] lengths =
        within(sequences.stream().mapToInt(sequence -> sequence.length() - 1), from, time);
    for (int b = 0; b < size; b++) {
      Sequence sequence = sequences.get(b);
      if (sequence.featureCount() != features) {
        throw new IllegalArgumentException(
            "side features must be %d a step in all sequences but were %d"
                .formatted(features, sequence.featureCount()));
      }
      for (int t = 0; t < lengths[b]; t++) {
        int row = t * size + b;
        targets[row] = sequence.token(from + t + 1);
        inputs[row * perStep] = sequence.token(from + t);
        for (int f = 0; f < features; f++) {
          int feature = sequence.feature(from + t + 1, f);
          inputs[row * perStep + 1 + f] =
              feature == Sequence.NONE ? Sequence.NONE : vocabularySize + feature;
        }
      }
    }
    return new Batch(time, lengths, new Indices(inputs, perStep), targets);
  }

  /** Some of its time steps, {@code from} … {@code from + count}. */
  public Batch steps(int from, int count) {
    int step = size() * perStep();
    return new Batch(
        count,
        within(Arrays.stream(lengths()), from, count),
        new Indices(
            Arrays.copyOfRange(inputs().rows(), from * step, (from + count) * step), perStep()),
        Arrays.copyOfRange(targets(), from * size(), (from + count) * size()));
  }

  /** The tokens that are read [T×B], negative where padded. */
  public int[] tokens() {
    int[] tokens = new int[time() * size()];
    for (int row = 0; row < tokens.length; row++) {
      tokens[row] = inputs().rows()[row * perStep()];
    }
    return tokens;
  }

  /**
   * The same batch with other tokens to read; side features and targets stay.
   *
   * @param tokens [T×B]
   */
  public Batch withTokens(int[] tokens) {
    if (tokens.length != time() * size()) {
      throw new IllegalArgumentException(
          "tokens must be %d×%d but were %d".formatted(time(), size(), tokens.length));
    }
    int[] others = inputs().rows().clone();
    for (int row = 0; row < tokens.length; row++) {
      others[row * perStep()] = tokens[row];
    }
    return new Batch(time(), lengths(), new Indices(others, perStep()), targets());
  }

  /** Rows of the embedding table that are added up at a step: 1 + F. */
  public int perStep() {
    return inputs().perStep();
  }

  /** Number of targets that are not masked. */
  @Override
  public int targetCount() {
    return targetCount;
  }
}
