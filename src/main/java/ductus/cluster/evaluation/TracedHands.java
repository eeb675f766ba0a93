package ductus.cluster.evaluation;

import ductus.cluster.evaluation.ClusterModel.ModelComputation;
import ductus.file.BadFileException;
import ductus.ink.hand.Hand;
import ductus.ink.recognition.LineReader;
import ductus.ink.recognition.ReadingModels;
import ductus.math.KernelChoice;
import ductus.math.Kernels;
import ductus.math.Workers;
import ductus.metric.GroupComputation;
import ductus.model.place.FoundModel;
import ductus.model.tracing.TracerNetwork;
import ductus.task.strokerecovery.LetterTracer;
import ductus.task.strokerecovery.TracingEvaluation;
import ductus.task.strokerecovery.TracingEvaluation.OfHand;
import java.io.IOException;
import java.util.List;

/**
 * Hands whose letters a model draws from their pictures; the reader that ships reads both.
 *
 * @param texts that the reader reads
 * @param seed of drawings and lines
 * @param tries drawings of each letter, of which the likest is kept
 */
public record TracedHands(List<String> texts, long seed, int tries)
    implements ModelComputation<Hand, OfHand> {
  private static final long serialVersionUID = 1L;

  public TracedHands {
    texts = List.copyOf(texts);
  }

  /** Has a cluster draw hands, each by itself. */
  public GroupComputation<Hand, OfHand> by(ClusterModel model) {
    return hands -> model.each(this, hands, 1);
  }

  /** Draws here. */
  public GroupComputation<Hand, OfHand> here(TracerNetwork network, Workers workers)
      throws BadFileException, IOException {
    Kernels kernels = KernelChoice.best();
    LineReader reader =
        new LineReader(
            ReadingModels.reader(ReadingModels.SHIPPED).network(),
            LineReader.Decoding.bestPath(),
            kernels,
            workers);
    LetterTracer tracer = new LetterTracer(network, tries, kernels, workers);
    return GroupComputation.here(
        hand -> TracingEvaluation.figures(tracer, reader, hand, texts, seed));
  }

  @Override
  public List<OfHand> of(FoundModel found, List<Hand> hands, int cores)
      throws BadFileException, IOException {
    try (Workers workers = new Workers(1)) {
      return here(LetterTracer.open(found).network(), workers).of(hands);
    }
  }
}
