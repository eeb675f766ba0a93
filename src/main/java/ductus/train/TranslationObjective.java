package ductus.train;

import ductus.model.translation.TokenPair;
import ductus.model.translation.TranslationBatch;
import ductus.model.translation.TranslationNetwork;
import ductus.nn.Tape;
import ductus.train.plan.Batching;
import java.util.ArrayList;
import java.util.List;

/**
 * Teaches pairs of sequences, whole; each character of a target, and its end, is predicted from
 * those before it as they should be.
 */
public record TranslationObjective(TranslationNetwork network)
    implements TrainingObjective<TokenPair> {
  /** Sources are what takes the time, and are mostly the longer ones. */
  @Override
  public int length(TokenPair pair) {
    return pair.sourceLength();
  }

  @Override
  public int targets(TokenPair pair) {
    return pair.targetLength();
  }

  @Override
  public List<List<Pass>> updates(List<TokenPair> pairs, Batching batching) {
    List<Pass> passes = new ArrayList<>();
    for (int from = 0; from < pairs.size(); from += batching.size()) {
      List<TokenPair> some = pairs.subList(from, Math.min(from + batching.size(), pairs.size()));
      passes.add(new TranslationPass(network, batch(some), from / batching.size()));
    }
    return List.of(passes);
  }

  @Override
  public Loss measure(List<TokenPair> pairs, Tape tape) {
    TranslationBatch batch = batch(pairs);
    network.begin(batch, tape);
    return new Loss(network.loss(batch, 1, tape), batch.targetCount());
  }

  private TranslationBatch batch(List<TokenPair> pairs) {
    return new TranslationBatch(pairs, network.config().start());
  }
}
