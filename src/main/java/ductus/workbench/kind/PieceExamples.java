package ductus.workbench.kind;

import ductus.math.PlaceRandom;
import ductus.model.Sequence;
import ductus.workbench.TrainingConfig;
import ductus.workbench.corpus.Piece;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Pieces as sequences to learn from, in the keys that a run asks for. */
public final class PieceExamples {
  /** Parts these random numbers from others: "cond" in ASCII. */
  private static final long STREAM = 0x636F6E64;

  private PieceExamples() {}

  /** All sequences of some pieces. */
  public static <T> List<Sequence> of(
      MusicKind<T> kind, List<Piece<MusicPiece<T>>> pieces, TrainingConfig.Keys keys) {
    return pieces.stream()
        .flatMap(piece -> kind.forms(piece.value().music(), keys).stream())
        .map(kind.encoding()::encode)
        .toList();
  }

  /** All sequences of some pieces, each told what it is like. */
  public static <T> List<Sequence> of(
      MusicKind<T> kind,
      Conditions conditions,
      List<Piece<MusicPiece<T>>> pieces,
      TrainingConfig.Keys keys) {
    return conditioned(kind, conditions, pieces, keys, values -> values);
  }

  /** The same with some conditions left open by chance, so that a model learns to do without. */
  public static <T> List<Sequence> someOpen(
      MusicKind<T> kind,
      Conditions conditions,
      List<Piece<MusicPiece<T>>> pieces,
      TrainingConfig.Keys keys,
      long seed) {
    long[] number = {0};
    return conditioned(
        kind,
        conditions,
        pieces,
        keys,
        values ->
            conditions.someOpen(
                values, PlaceRandom.key(PlaceRandom.key(seed, STREAM), number[0]++)));
  }

  private static <T> List<Sequence> conditioned(
      MusicKind<T> kind,
      Conditions conditions,
      List<Piece<MusicPiece<T>>> pieces,
      TrainingConfig.Keys keys,
      UnaryOperator<List<Integer>> change) {
    if (conditions.all().isEmpty()) {
      return of(kind, pieces, keys);
    }
    List<Sequence> sequences = new ArrayList<>();
    for (Piece<MusicPiece<T>> piece : pieces) {
      for (T form : kind.forms(piece.value().music(), keys)) {
        List<Integer> values = conditions.of(example(kind, form, piece.path()));
        sequences.add(conditions.encoding(kind.encoding(), change.apply(values)).encode(form));
      }
    }
    return sequences;
  }

  /** What conditions are learned from. */
  public static <T> List<Conditions.Example> examples(
      MusicKind<T> kind, List<Piece<MusicPiece<T>>> pieces, TrainingConfig.Keys keys) {
    return pieces.stream()
        .flatMap(
            piece ->
                kind.forms(piece.value().music(), keys).stream()
                    .map(form -> example(kind, form, piece.path())))
        .toList();
  }

  private static <T> Conditions.Example example(MusicKind<T> kind, T form, Path file) {
    Path folder = file.getParent();
    return new Conditions.Example(
        kind.score(form, MusicRequest.PIANO),
        folder == null || folder.getFileName() == null ? "" : folder.getFileName().toString());
  }
}
