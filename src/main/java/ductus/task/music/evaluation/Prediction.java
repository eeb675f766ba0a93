package ductus.task.music.evaluation;

import ductus.metric.baseline.BarAwareTrigram;
import ductus.metric.baseline.KneserNey;
import ductus.metric.baseline.TokenLosses;
import ductus.metric.baseline.UnigramModel;
import ductus.model.Sequence;
import ductus.music.Melody;
import ductus.music.encoding.MelodyEncoding;
import ductus.task.music.model.MusicModel;
import ductus.task.music.training.PieceExamples;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * How well held-out pieces are predicted, in the model's common key or in their own.
 *
 * @param network the model
 * @param baselines counting models beside it; empty where no training piece was found
 */
public record Prediction(TokenLosses network, Optional<Baselines> baselines) {
  /**
   * Counting models of the tokens that the network learned: the training pieces in the same keys.
   *
   * @param pieces that they were trained on, before transposition
   * @param missing training pieces of the network that were not at hand
   * @param tokens that they were trained on
   * @param unigram knows nothing of what came before
   * @param trigram knows the two tokens before
   * @param barAwareTrigram also knows metre and position in the bar
   */
  public record Baselines(
      int pieces,
      int missing,
      long tokens,
      TokenLosses unigram,
      TokenLosses trigram,
      TokenLosses barAwareTrigram) {}

  /**
   * Measures a model.
   *
   * @param measuring with the model's network
   */
  static Prediction of(MusicModel<Melody> model, PieceGroups<Melody> pieces, Measuring measuring)
      throws IOException {
    List<Sequence> heldOut =
        PieceExamples.of(model.kind(), model.conditions(), pieces.heldOut(), model.keys().heldOut())
            .all();
    TokenLosses network = TokenLosses.of(heldOut, NetworkNats.of(measuring, heldOut));
    return new Prediction(
        network,
        pieces.training().isEmpty()
            ? Optional.empty()
            : Optional.of(baselines(pieces, model, heldOut)));
  }

  /** How far the network's nats per token lie below a baseline's: 0.25 is a quarter less. */
  public double below(TokenLosses baseline) {
    return 1 - network.total().perToken() / baseline.total().perToken();
  }

  private static Baselines baselines(
      PieceGroups<Melody> pieces, MusicModel<Melody> model, List<Sequence> heldOut) {
    MelodyEncoding encoding = new MelodyEncoding();
    UnigramModel unigram = new UnigramModel(encoding.vocabularySize());
    KneserNey trigram = new KneserNey(encoding.vocabularySize(), 3);
    BarAwareTrigram barAware = MelodyCounts.barAware();
    List<Sequence> training = PieceExamples.of(model.kind(), pieces.training(), model.keys());
    for (Sequence piece : training) {
      unigram.add(piece);
      trigram.add(piece);
      barAware.add(piece);
    }
    return new Baselines(
        pieces.training().size(),
        pieces.trainedOn() - pieces.training().size(),
        training.stream().mapToLong(piece -> piece.length() - 1).sum(),
        unigram.losses(heldOut),
        trigram.losses(heldOut),
        barAware.losses(heldOut));
  }
}
