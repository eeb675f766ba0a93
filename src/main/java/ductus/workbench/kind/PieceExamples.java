package ductus.workbench.kind;

import ductus.model.Sequence;
import ductus.workbench.TrainingConfig;
import ductus.workbench.corpus.Piece;
import java.util.List;

/** Pieces as sequences to learn from, in the keys that a run asks for. */
public final class PieceExamples {
  private PieceExamples() {}

  /** All sequences of some pieces. */
  public static <T> List<Sequence> of(
      MusicKind<T> kind, List<Piece<MusicPiece<T>>> pieces, TrainingConfig.Keys keys) {
    return pieces.stream()
        .flatMap(piece -> kind.forms(piece.value().music(), keys).stream())
        .map(kind.encoding()::encode)
        .toList();
  }
}
