package ductus.task.strokerecovery;

import ductus.model.tracing.TracedLetter;
import ductus.model.tracing.TracerNetwork;
import ductus.model.tracing.TracingBatch;
import ductus.nn.Tape;
import ductus.train.Loss;
import ductus.train.Pass;
import ductus.train.TrainingObjective;
import ductus.train.plan.Batching;
import java.util.ArrayList;
import java.util.List;

/** Teaches letters, whole; each point is predicted from those before it as they should be. */
record TracingObjective(TracerNetwork network) implements TrainingObjective<TracedLetter> {
  @Override
  public int length(TracedLetter letter) {
    return letter.points() + 1;
  }

  @Override
  public int targets(TracedLetter letter) {
    return letter.points() + 1;
  }

  @Override
  public List<List<Pass>> updates(List<TracedLetter> letters, Batching batching) {
    List<Pass> passes = new ArrayList<>();
    for (int from = 0; from < letters.size(); from += batching.size()) {
      int to = Math.min(from + batching.size(), letters.size());
      TracingBatch batch = new TracingBatch(letters.subList(from, to));
      passes.add(new TracingPass(network, batch, from / batching.size()));
    }
    return List.of(passes);
  }

  @Override
  public Loss measure(List<TracedLetter> letters, Tape tape) {
    TracingBatch batch = new TracingBatch(letters);
    network.begin(batch, tape);
    return new Loss(network.loss(batch, 1, tape), batch.targetCount());
  }
}
