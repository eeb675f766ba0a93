package ductus.task.music.training;

import ductus.corpus.Piece;
import ductus.math.PlaceRandom;
import ductus.model.Sequence;
import ductus.model.Sequences;
import ductus.task.music.condition.Conditions;
import ductus.task.music.condition.Styles;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.request.MusicRequest;
import ductus.task.music.request.MusicTrainingConfig;
import java.util.List;

/** Pieces as sequences to learn from, in the keys that a run asks for. */
public final class PieceExamples {
  /** Parts these random numbers from others: "cond" in ASCII. */
  private static final long STREAM = 0x636F6E64;

  private PieceExamples() {}

  /** All sequences of some pieces. */
  public static <T> List<Sequence> of(
      MusicKind<T> kind, List<Piece<MusicPiece<T>>> pieces, MusicTrainingConfig.Keys keys) {
    return of(kind, Conditions.NONE, pieces, keys).all();
  }

  /** All sequences of some pieces, each told what it is like; made when they are needed. */
  public static <T> Sequences of(
      MusicKind<T> kind,
      Conditions conditions,
      List<Piece<MusicPiece<T>>> pieces,
      MusicTrainingConfig.Keys keys) {
    return of(kind, conditions, pieces, keys, () -> {});
  }

  /**
   * All sequences of some pieces as {@link #of(MusicKind, Conditions, List,
   * MusicTrainingConfig.Keys)} has them.
   *
   * @param each run behind each piece that is measured
   */
  static <T> Sequences of(
      MusicKind<T> kind,
      Conditions conditions,
      List<Piece<MusicPiece<T>>> pieces,
      MusicTrainingConfig.Keys keys,
      Runnable each) {
    return new PieceSequences<>(kind, conditions, pieces, keys, (values, number) -> values, each);
  }

  /**
   * All sequences of some pieces, each told what it is like but for some conditions, left open by
   * chance, so that a model learns to do without.
   *
   * @param each run behind each piece that is measured
   */
  public static <T> Sequences someOpen(
      MusicKind<T> kind,
      Conditions conditions,
      List<Piece<MusicPiece<T>>> pieces,
      MusicTrainingConfig.Keys keys,
      long seed,
      Runnable each) {
    return new PieceSequences<>(
        kind,
        conditions,
        pieces,
        keys,
        (values, number) ->
            conditions.someOpen(values, PlaceRandom.key(PlaceRandom.key(seed, STREAM), number)),
        each);
  }

  /** Examples from which conditions are learned; made anew each time one goes through them. */
  public static <T> Iterable<Conditions.Example> examples(
      MusicKind<T> kind, List<Piece<MusicPiece<T>>> pieces, MusicTrainingConfig.Keys keys) {
    Styles styles = Styles.of(pieces.stream().map(Piece::path).toList());
    return () ->
        pieces.stream()
            .flatMap(
                piece ->
                    kind.forms(piece.value().music(), keys).stream()
                        .map(form -> example(kind, piece, form, styles)))
            .iterator();
  }

  /** The example for conditions that a form of a piece makes. */
  static <T> Conditions.Example example(
      MusicKind<T> kind, Piece<MusicPiece<T>> piece, T form, Styles styles) {
    return new Conditions.Example(
        kind.score(form, MusicRequest.PIANO), styles.of(piece.path()), piece.value().dance());
  }
}
