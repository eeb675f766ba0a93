package ductus.train;

import ductus.model.signal.SignalBatch;
import ductus.model.signal.SignalNetwork;
import ductus.model.signal.SignalSequence;
import ductus.nn.State;
import ductus.nn.Tape;
import ductus.train.plan.Batching;
import java.util.ArrayList;
import java.util.List;

/**
 * Teaches signals: whole sequences, or in windows with the state carried on, each an update. What
 * is lost is counted as the network's target says, by steps that have one.
 *
 * @param network that learns; in both directions, and with the mean over time, whole sequences only
 */
public record SignalObjective(SignalNetwork network) implements TrainingObjective<SignalSequence> {
  @Override
  public int length(SignalSequence sequence) {
    return sequence.length();
  }

  @Override
  public int targets(SignalSequence sequence) {
    return new SignalBatch(List.of(sequence)).targetSteps();
  }

  @Override
  public List<List<Pass>> updates(List<SignalSequence> sequences, Batching batching) {
    int window = batching.timeSteps();
    if (window == 0) {
      return List.of(wholes(sequences, batching.size()));
    }
    if (network.config().core().isOfWholes() || batching.accumulate() != 1) {
      throw new IllegalArgumentException(
          "windows of time and accumulation must be left out where a sequence must be whole");
    }
    State state = network.initialState(sequences.size());
    int steps = sequences.stream().mapToInt(SignalSequence::length).max().orElseThrow();
    List<List<Pass>> updates = new ArrayList<>();
    for (int from = 0; from < steps; from += window) {
      SignalBatch batch = new SignalBatch(sequences, from, Math.min(window, steps - from));
      updates.add(List.of(new SignalPass(network, batch, state, 0)));
    }
    return updates;
  }

  private List<Pass> wholes(List<SignalSequence> sequences, int size) {
    List<Pass> passes = new ArrayList<>();
    for (int from = 0; from < sequences.size(); from += size) {
      List<SignalSequence> some = sequences.subList(from, Math.min(from + size, sequences.size()));
      State state = network.initialState(some.size());
      passes.add(new SignalPass(network, new SignalBatch(some), state, from / size));
    }
    return passes;
  }

  @Override
  public Loss measure(List<SignalSequence> sequences, Tape tape) {
    SignalBatch batch = new SignalBatch(sequences);
    network.begin(batch, network.initialState(batch.size()), tape);
    return new Loss(network.loss(batch, 1, tape), batch.targetSteps());
  }
}
