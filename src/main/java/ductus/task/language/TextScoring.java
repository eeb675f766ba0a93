package ductus.task.language;

import ductus.generate.SequenceScorer;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.model.Sequence;
import java.util.Arrays;
import java.util.List;

/** How well a language model predicts passages. Not for use by two threads at once. */
public final class TextScoring {
  private final SequenceScorer scorer;

  /** A scoring with a model, whose network it packs. */
  public TextScoring(TextModel model, Workers workers) {
    scorer =
        new SequenceScorer(
            model.network(),
            model.encoding(),
            (tokens, length, allowed) -> {},
            KernelChoice.best(),
            workers);
  }

  /**
   * −log probability of each token of passages side by side: one passage behind another, the first
   * token of each with 0.
   */
  public double[] nats(List<Sequence> passages) {
    return scorer.nats(passages).stream().flatMapToDouble(Arrays::stream).toArray();
  }
}
