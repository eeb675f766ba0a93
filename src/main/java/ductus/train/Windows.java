package ductus.train;

import ductus.model.Batch;
import ductus.model.Network;
import ductus.model.Sequence;
import ductus.nn.State;
import ductus.train.plan.Batching;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * The sequences of an update, cut into batches that go through the network one after another, and
 * into windows of time with the state carried on between them. Each window is an update.
 */
final class Windows implements Iterator<List<Windows.Part>> {
  /**
   * What goes through the network at a time.
   *
   * @param number of its sequences' batch, the same in all windows
   * @param batch one window of the sequences
   * @param state with which they come into it
   */
  record Part(int number, Batch batch, State state) {
    Part withBatch(Batch other) {
      return new Part(number, other, state);
    }
  }

  private final List<List<Sequence>> batches = new ArrayList<>();
  private final List<State> states = new ArrayList<>();
  private final int vocabularySize;
  private final int steps;
  private final int window;
  private int from;

  Windows(List<Sequence> sequences, Batching batching, Network network) {
    for (int first = 0; first < sequences.size(); first += batching.size()) {
      int end = Math.min(first + batching.size(), sequences.size());
      batches.add(sequences.subList(first, end));
      states.add(network.initialState(end - first));
    }
    vocabularySize = network.config().vocabularySize();
    steps = steps(sequences);
    window = batching.timeSteps() == 0 ? steps : batching.timeSteps();
  }

  /** Targets in all parts of a window. */
  static int targets(List<Part> parts) {
    return parts.stream().mapToInt(part -> part.batch().targetCount()).sum();
  }

  private static int steps(List<Sequence> sequences) {
    return sequences.stream().mapToInt(Sequence::length).max().orElseThrow() - 1;
  }

  @Override
  public boolean hasNext() {
    return from < steps;
  }

  /** The parts of the next window; batches whose sequences are at their end have none. */
  @Override
  public List<Part> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < batches.size(); i++) {
      int time = Math.min(window, steps(batches.get(i)) - from);
      if (time > 0) {
        Batch batch = Batch.window(batches.get(i), vocabularySize, from, time);
        parts.add(new Part(i, batch, states.get(i)));
      }
    }
    from += Math.min(window, steps - from);
    return parts;
  }
}
