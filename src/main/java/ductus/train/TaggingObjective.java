package ductus.train;

import ductus.model.tagging.TagBatch;
import ductus.model.tagging.TagSequence;
import ductus.model.tagging.TaggingNetwork;
import ductus.nn.Tape;
import ductus.train.plan.Batching;
import java.util.ArrayList;
import java.util.List;

/**
 * Teaches to tag whole sequences.
 *
 * @param network that learns
 */
public record TaggingObjective(TaggingNetwork network) implements TrainingObjective<TagSequence> {
  @Override
  public int length(TagSequence sequence) {
    return sequence.length();
  }

  @Override
  public int targets(TagSequence sequence) {
    return sequence.labelled();
  }

  @Override
  public List<List<Pass>> updates(List<TagSequence> sequences, Batching batching) {
    List<Pass> passes = new ArrayList<>();
    int size = batching.size();
    for (int from = 0; from < sequences.size(); from += size) {
      List<TagSequence> some = sequences.subList(from, Math.min(from + size, sequences.size()));
      passes.add(new TaggingPass(network, new TagBatch(some), from / size));
    }
    return List.of(passes);
  }

  @Override
  public Loss measure(List<TagSequence> sequences, Tape tape) {
    TagBatch batch = new TagBatch(sequences);
    network.begin(batch, tape);
    return new Loss(network.loss(batch, 1, tape), batch.labelled());
  }
}
