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
 */
public record Batching(int size, int timeSteps, int accumulate, boolean recompute) {
  public Batching {
    Range.requireAtLeast("batch size", size, 1);
    Range.requireAtLeast("time steps", timeSteps, 0);
    Range.requireAtLeast("accumulated batches", accumulate, 1);
    if ((long) size * accumulate > 1 << 20) {
      throw new IllegalArgumentException(
          "sequences an update must be at most %,d but were %d · %d"
              .formatted(1 << 20, size, accumulate));
    }
  }

  /** Each batch an update, its activations kept. */
  public Batching(int size, int timeSteps) {
    this(size, timeSteps, 1, false);
  }

  /** Sequences an update, k·B. */
  public int sequences() {
    return size * accumulate;
  }
}
