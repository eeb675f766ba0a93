package ductus.cluster.evaluation;

import ductus.cluster.evaluation.ClusterModel.ModelComputation;
import ductus.file.BadFileException;
import ductus.ink.hand.Hand;
import ductus.ink.recognition.LineReader;
import ductus.ink.recognition.ReadingModels;
import ductus.math.KernelChoice;
import ductus.math.Workers;
import ductus.metric.GroupComputation;
import ductus.metric.ReadingEvaluation.ReadHand;
import ductus.model.ModelFile;
import ductus.model.place.FoundModel;
import ductus.model.reading.ReaderNetwork;
import java.io.IOException;
import java.util.List;

/**
 * Hands that a model reads.
 *
 * @param texts that each hand writes
 * @param seed of the lines
 * @param withWords whether the reader knows words; else it goes by the ink alone
 */
public record ReadHands(List<String> texts, long seed, boolean withWords)
    implements ModelComputation<Hand, ReadHand> {
  private static final long serialVersionUID = 1L;

  public ReadHands {
    texts = List.copyOf(texts);
  }

  /** Has a cluster read hands, each by itself. */
  public GroupComputation<Hand, ReadHand> by(ClusterModel model) {
    return hands -> model.each(this, hands, 1);
  }

  /** Reads here. */
  public GroupComputation<Hand, ReadHand> here(ModelFile<?, ReaderNetwork> model, Workers workers) {
    LineReader reader = reader(model, workers);
    return GroupComputation.here(hand -> ReadHand.of(reader, hand, texts, seed));
  }

  /** The reader that is asked for. */
  public LineReader reader(ModelFile<?, ReaderNetwork> model, Workers workers) {
    LineReader.Decoding decoding =
        withWords
            ? LineReader.Decoding.withWords(
                LineReader.USUAL_BEAM, LineReader.WordWeights.of(model), model.network())
            : LineReader.Decoding.bestPath();
    return new LineReader(model.network(), decoding, KernelChoice.best(), workers);
  }

  @Override
  public List<ReadHand> of(FoundModel found, List<Hand> hands, int cores)
      throws BadFileException, IOException {
    try (Workers workers = new Workers(cores)) {
      return here(ReadingModels.reader(found), workers).of(hands);
    }
  }
}
