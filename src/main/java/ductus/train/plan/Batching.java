package ductus.train.plan;

/**
 * What goes through the network at a time.
 *
 * @param size sequences side by side, B
 * @param timeSteps steps of truncated BPTT, the state carried on between windows; 0 goes back
 *     through whole sequences
 * @param accumulate batches whose gradients are added up to one update, k; an update is that of one
 *     batch of k·B, in the memory of B
 * @param recompute whether only the states at the borders of about √T segments are kept on the way
 *     forward, and a segment's activations are made again on the way back: more time, less memory,
 *     the same gradient
 * @param shards equal parts that a batch is cut into, N: each goes through the network by itself,
 *     so that several machines can share a batch, and their gradients are added up in a fixed order
 */
public record Batching(int size, int timeSteps, int accumulate, boolean recompute, int shards) {
  public Batching {
    shards = shards == 0 ? 1 : shards; // not in files of old
    Range.requireAtLeast("batch size", size, 1);
    Range.requireAtLeast("shards", shards, 1);
    if (size % shards != 0) {
      throw new IllegalArgumentException(
          "batch size must be a multiple of the shards but was %d for %d shards"
              .formatted(size, shards));
    }
    Range.requireAtLeast("time steps", timeSteps, 0);
    Range.requireAtLeast("accumulated batches", accumulate, 1);
    if ((long) size * accumulate > 1 << 20) {
      throw new IllegalArgumentException(
          "batch size times accumulated batches must be at most %,d but was %d times %d"
              .formatted(1 << 20, size, accumulate));
    }
  }

  /** Each batch an update, its activations kept. */
  public Batching(int size, int timeSteps) {
    this(size, timeSteps, 1, false);
  }

  /** Batches as they are, in one shard. */
  public Batching(int size, int timeSteps, int accumulate, boolean recompute) {
    this(size, timeSteps, accumulate, recompute, 1);
  }

  /** Returns this batching with batches of another size. */
  public Batching withSize(int sequences) {
    return new Batching(sequences, timeSteps, accumulate, recompute, shards);
  }

  /** Returns this batching with batches in shards. */
  public Batching withShards(int number) {
    return new Batching(size, timeSteps, accumulate, recompute, number);
  }

  /** Sequences that go through the network at a time, B / N. */
  public int shardSize() {
    return size / shards;
  }

  /** Passes of an update, k·N. */
  public int passes() {
    return accumulate * shards;
  }

  /** The shard that a pass of an update belongs to: k passes each. */
  public int shardOf(int pass) {
    return pass / accumulate;
  }

  /** Sequences an update, k·B. */
  public int sequences() {
    return size * accumulate;
  }
}
