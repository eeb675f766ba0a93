package ductus.task.music.training;

import ductus.corpus.Piece;
import ductus.model.Encoding;
import ductus.model.Sequence;
import ductus.model.Sequences;
import ductus.task.music.condition.Conditions;
import ductus.task.music.condition.Styles;
import ductus.task.music.kind.MusicKind;
import ductus.task.music.kind.MusicPiece;
import ductus.task.music.request.MusicTrainingConfig;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The sequences of some pieces, in all their forms. Of each form no more is held than its length;
 * its tokens and side features are made from the piece's own when they are needed, which takes far
 * less time than to learn from them.
 *
 * @param <T> the kind of piece
 */
final class PieceSequences<T> implements Sequences {
  /** Changes the values of the conditions of a sequence, by its number. */
  interface Change {
    List<List<Integer>> apply(List<List<Integer>> values, int number);
  }

  private final MusicKind<T> kind;
  private final Conditions conditions;
  private final List<Piece<MusicPiece<T>>> pieces;
  private final MusicTrainingConfig.Keys keys;
  private final Change change;
  private final Styles styles;

  /** Number of the first form of each piece, and of all forms. */
  private final int[] first;

  private final int[] lengths;

  /**
   * Measures some pieces.
   *
   * @param each run behind each of them, on several threads
   */
  PieceSequences(
      MusicKind<T> kind,
      Conditions conditions,
      List<Piece<MusicPiece<T>>> pieces,
      MusicTrainingConfig.Keys keys,
      Change change,
      Runnable each) {
    this.kind = kind;
    this.conditions = conditions;
    this.pieces = pieces;
    this.keys = keys;
    this.change = change;
    styles =
        Styles.of(
            conditions.all().isEmpty() ? List.of() : pieces.stream().map(Piece::path).toList());
    List<int[]> measured =
        pieces.parallelStream()
            .map(
                piece -> {
                  int[] ofForms = measure(piece);
                  each.run();
                  return ofForms;
                })
            .toList();
    first = new int[pieces.size() + 1];
    for (int i = 0; i < pieces.size(); i++) {
      first[i + 1] = first[i] + measured.get(i).length;
    }
    lengths = measured.stream().flatMapToInt(Arrays::stream).toArray();
  }

  private int[] measure(Piece<MusicPiece<T>> piece) {
    Encoding<T> encoding = kind.encoding();
    return kind.forms(piece.value().music(), keys).stream()
        .mapToInt(form -> encoding.tokens(form).length)
        .toArray();
  }

  @Override
  public int size() {
    return lengths.length;
  }

  @Override
  public int length(int number) {
    return lengths[number];
  }

  @Override
  public Sequence get(int number) {
    int at = pieceOf(number);
    Piece<MusicPiece<T>> piece = pieces.get(at);
    return sequence(piece, kind.forms(piece.value().music(), keys).get(number - first[at]), number);
  }

  @Override
  public Stream<Sequence> stream() {
    return IntStream.range(0, pieces.size()).boxed().flatMap(this::ofPiece);
  }

  private Stream<Sequence> ofPiece(int at) {
    Piece<MusicPiece<T>> piece = pieces.get(at);
    List<T> forms = kind.forms(piece.value().music(), keys);
    return IntStream.range(0, forms.size())
        .mapToObj(form -> sequence(piece, forms.get(form), first[at] + form));
  }

  private Sequence sequence(Piece<MusicPiece<T>> piece, T form, int number) {
    if (conditions.all().isEmpty()) {
      return kind.encoding().encode(form);
    }
    List<List<Integer>> values = conditions.of(PieceExamples.example(kind, piece, form, styles));
    return conditions.encoding(kind.encoding(), change.apply(values, number)).encode(form);
  }

  /** The last piece whose first form is not behind this one; pieces may have no forms at all. */
  private int pieceOf(int number) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (first[middle] <= number) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }
}
