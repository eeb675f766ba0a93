package ductus.train;

import ductus.nn.State;
import ductus.train.plan.Batching;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * The sequences of an update, cut into batches that go through the network one after another, and
 * into windows of time with the state carried on between them. Each window is an update.
 *
 * @param <S> the sequences
 * @param <B> a batch of them
 */
final class Windows<S, B> implements Iterator<List<Pass>> {
  private final List<List<S>> batches = new ArrayList<>();
  private final List<State> states = new ArrayList<>();
  private final ToIntFunction<S> length;
  private final Cutting<S, B> cutting;
  private final Passing<B> passing;
  private final int steps;
  private final int time;
  private int from;
  private int window;

  /** Cuts a window out of sequences side by side. */
  interface Cutting<S, B> {
    B window(List<S> sequences, int from, int time);
  }

  /** Makes a pass over a batch, by its number in the update, and that of the window. */
  interface Passing<B> {
    Pass pass(B batch, State state, int number, int window);
  }

  /**
   * The windows of some sequences.
   *
   * @param length steps of a sequence
   * @param start the state before the first step of so many sequences
   */
  Windows(
      List<S> sequences,
      Batching batching,
      ToIntFunction<S> length,
      IntFunction<State> start,
      Cutting<S, B> cutting,
      Passing<B> passing) {
    this.length = length;
    this.cutting = cutting;
    this.passing = passing;
    for (int first = 0; first < sequences.size(); first += batching.shardSize()) {
      int end = Math.min(first + batching.shardSize(), sequences.size());
      batches.add(sequences.subList(first, end));
      states.add(start.apply(end - first));
    }
    steps = steps(sequences);
    time = batching.timeSteps() == 0 ? steps : batching.timeSteps();
  }

  private int steps(List<S> sequences) {
    return sequences.stream().mapToInt(length).max().orElseThrow();
  }

  @Override
  public boolean hasNext() {
    return from < steps;
  }

  /** The passes of the next window; batches whose sequences are at their end have none. */
  @Override
  public List<Pass> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    List<Pass> passes = new ArrayList<>();
    for (int i = 0; i < batches.size(); i++) {
      int left = Math.min(time, steps(batches.get(i)) - from);
      if (left > 0) {
        B batch = cutting.window(batches.get(i), from, left);
        passes.add(passing.pass(batch, states.get(i), i, window));
      }
    }
    from += Math.min(time, steps - from);
    window++;
    return passes;
  }
}
