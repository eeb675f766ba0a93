package ductus.model;

import java.util.stream.IntStream;

/**
 * Sequences side by side, time-major, or a window of them. Behind the end of a sequence nothing is
 * given and nothing is wanted.
 *
 * @param <I> what a network is given
 * @param <T> what it is to predict
 */
public abstract class SequenceBatch<I, T> {
  private final int time;
  private final int[] lengths;
  private final I inputs;
  private final T targets;

  /**
   * Holds its arguments.
   *
   * @param time steps T
   * @param lengths steps of each sequence within the window, 0 to T [B]
   */
  protected SequenceBatch(int time, int[] lengths, I inputs, T targets) {
    if (lengths.length == 0) {
      throw new IllegalArgumentException("a batch must have at least one sequence");
    }
    this.time = time;
    this.lengths = lengths;
    this.inputs = inputs;
    this.targets = targets;
  }

  /**
   * How much of some sequences lies in the window {@code from} … {@code from + time}.
   *
   * @param steps of each sequence [B]
   */
  protected static int[] within(IntStream steps, int from, int time) {
    return steps.map(length -> Math.min(time, Math.max(0, length - from))).toArray();
  }

  /** Time steps T. */
  public final int time() {
    return time;
  }

  /** Sequences B. */
  public final int size() {
    return lengths.length;
  }

  /** Steps of each sequence in this window, 0 to T [B]; not a copy. */
  protected final int[] lengths() {
    return lengths;
  }

  /** The inputs of the steps [T×B×·]; not a copy. */
  public final I inputs() {
    return inputs;
  }

  /** The targets of the steps; not a copy. */
  public final T targets() {
    return targets;
  }

  /** Targets that are there. */
  public abstract int targetCount();
}
