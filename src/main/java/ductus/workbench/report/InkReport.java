package ductus.workbench.report;

import ductus.workbench.corpus.LeftOut;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is in a file or a folder of ink.
 *
 * @param path of the file or folder
 * @param files what became of them
 * @param formats of the files, most frequent first
 * @param ink how much there is
 * @param known of how many pieces
 * @param lines what was found in lines of writing; null if there are none
 * @param writers with the number of their pieces, most frequent first
 * @param texts what pieces say; the characters where they are single ones
 * @param leftOut files that cannot be read, and why
 */
public record InkReport(
    String path,
    FileCounts files,
    List<Count> formats,
    Amount ink,
    Known known,
    @Nullable Lines lines,
    List<Count> writers,
    Texts texts,
    List<FolderReport.Unread> leftOut) {
  private static final int MOST_TEXTS = 100;

  /**
   * How many files there are.
   *
   * @param found all that begin like ink
   * @param leftOutBecause the reasons, most frequent first
   */
  public record FileCounts(
      int found, int read, int duplicates, int leftOut, List<Count> leftOutBecause) {}

  /**
   * How much ink there is.
   *
   * @param width of a piece, the median, in the unit of its source
   * @param height likewise
   */
  public record Amount(int pieces, long strokes, long points, double width, double height) {}

  /** Numbers of pieces of which something is known. */
  public record Known(long text, long writer, long times, long pressures) {}

  /**
   * What was found in lines of writing: medians.
   *
   * @param count number of lines
   * @param xHeight in the unit of the source
   * @param slant degrees to the right
   * @param baselineAngle degrees upwards
   */
  public record Lines(int count, double xHeight, double slant, double baselineAngle) {}

  /**
   * What pieces say.
   *
   * @param characters of pieces that are single characters, in the order of Unicode
   * @param missing which of a to z, A to Z and 0 to 9 are not among them; empty where there are
   *     none
   * @param longer other texts, each once, the first hundred
   */
  public record Texts(String characters, String missing, List<String> longer) {}

  static InkReport of(String path, List<InkFigures> files, int duplicates, List<LeftOut> leftOut) {
    List<InkFigures.Piece> pieces = files.stream().flatMap(file -> file.pieces().stream()).toList();
    return new InkReport(
        path,
        new FileCounts(
            files.size() + duplicates + leftOut.size(),
            files.size(),
            duplicates,
            leftOut.size(),
            Count.ofReasons(leftOut.stream().map(LeftOut::reason))),
        Count.of(files.stream().map(file -> file.format().label())),
        new Amount(
            pieces.size(),
            pieces.stream().mapToLong(InkFigures.Piece::strokes).sum(),
            pieces.stream().mapToLong(InkFigures.Piece::points).sum(),
            median(pieces, piece -> piece.box().width()),
            median(pieces, piece -> piece.box().height())),
        new Known(
            count(pieces, piece -> piece.text().isPresent()),
            count(pieces, piece -> piece.writer().isPresent()),
            count(pieces, InkFigures.Piece::timed),
            count(pieces, InkFigures.Piece::pressed)),
        lines(pieces.stream().flatMap(piece -> piece.line().stream()).toList()),
        Count.of(pieces.stream().flatMap(piece -> piece.writer().stream())),
        texts(pieces),
        leftOut.stream().map(FolderReport.Unread::of).toList());
  }

  private static long count(List<InkFigures.Piece> pieces, Predicate<InkFigures.Piece> which) {
    return pieces.stream().filter(which).count();
  }

  private static <T> double median(List<T> things, ToDoubleFunction<T> of) {
    double[] sorted = things.stream().mapToDouble(of).sorted().toArray();
    return sorted.length == 0 ? 0 : sorted[sorted.length / 2];
  }

  private static @Nullable Lines lines(List<InkFigures.Line> lines) {
    return lines.isEmpty()
        ? null
        : new Lines(
            lines.size(),
            median(lines, InkFigures.Line::xHeight),
            median(lines, InkFigures.Line::slant),
            median(lines, InkFigures.Line::baselineAngle));
  }

  private static Texts texts(List<InkFigures.Piece> pieces) {
    List<String> texts =
        pieces.stream().map(InkFigures.Piece::text).flatMap(Optional::stream).distinct().toList();
    SortedSet<Integer> characters =
        texts.stream()
            .filter(InkReport::isCharacter)
            .map(text -> text.codePointAt(0))
            .collect(Collectors.toCollection(TreeSet::new));
    String missing =
        characters.isEmpty()
            ? ""
            : text(lettersAndDigits().filter(character -> !characters.contains(character)));
    return new Texts(
        text(characters.stream()),
        missing,
        texts.stream().filter(text -> !isCharacter(text)).limit(MOST_TEXTS).toList());
  }

  private static boolean isCharacter(String text) {
    return text.codePointCount(0, text.length()) == 1;
  }

  private static Stream<Integer> lettersAndDigits() {
    return Stream.of(
            IntStream.rangeClosed('a', 'z'),
            IntStream.rangeClosed('A', 'Z'),
            IntStream.rangeClosed('0', '9'))
        .flatMap(IntStream::boxed);
  }

  private static String text(Stream<Integer> characters) {
    return characters.map(Character::toString).collect(Collectors.joining());
  }
}
