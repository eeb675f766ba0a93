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
final class Windows implements Iterator<List<TokenPass>> {
  private final List<List<Sequence>> batches = new ArrayList<>();
  private final List<State> states = new ArrayList<>();
  private final Network network;
  private final boolean recompute;
  private final int steps;
  private final int window;
  private int from;

  Windows(List<Sequence> sequences, Batching batching, Network network) {
    for (int first = 0; first < sequences.size(); first += batching.shardSize()) {
      int end = Math.min(first + batching.shardSize(), sequences.size());
      batches.add(sequences.subList(first, end));
      states.add(network.initialState(end - first));
    }
    this.network = network;
    recompute = batching.recompute();
    steps = steps(sequences);
    window = batching.timeSteps() == 0 ? steps : batching.timeSteps();
  }

  private static int steps(List<Sequence> sequences) {
    return sequences.stream().mapToInt(Sequence::length).max().orElseThrow() - 1;
  }

  @Override
  public boolean hasNext() {
    return from < steps;
  }

  /** The passes of the next window; batches whose sequences are at their end have none. */
  @Override
  public List<TokenPass> next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    List<TokenPass> passes = new ArrayList<>();
    for (int i = 0; i < batches.size(); i++) {
      int time = Math.min(window, steps(batches.get(i)) - from);
      if (time > 0) {
        Batch batch = Batch.window(batches.get(i), network.config().vocabularySize(), from, time);
        passes.add(new TokenPass(network, batch, states.get(i), i, recompute));
      }
    }
    from += Math.min(window, steps - from);
    return passes;
  }
}
