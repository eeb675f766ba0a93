package ductus.corpus.line;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PackedInk;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.prepare.InkPreparation;
import ductus.ink.splitting.LineSplitting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;

/**
 * Makes lines to learn from of what people wrote: text set in several rows is joined to one, each
 * row leveled and brought to unit x-height. What cannot be a line of its text is passed over, with
 * a reason.
 */
final class LineCleaning {
  /** Distance of the points, x-heights. */
  private static final double SPACING = 0.15;

  /** Gap between rows that are joined, x-heights: about that between words. */
  private static final double ROW_GAP = 0.9;

  private static final int FEWEST_CHARACTERS = 2;

  /** Ink of the longest line, x-heights: some four hundred characters. */
  private static final double LONGEST = 2400;

  /** Height of the highest line, x-heights, all that reaches above and below it included. */
  private static final double HIGHEST = 12;

  /** Ink of a character that somebody drew, x-heights: a thin one, and a lavish one, on average. */
  private static final double LEAST_INK = 0.9;

  private static final double MOST_INK = 14;

  /** Widest and narrowest that characters are on average, x-heights. */
  private static final double NARROWEST = 0.2;

  private static final double WIDEST = 5;

  /** Outcome of the cleaning of a piece: a line, or the reason why it is none. */
  record Cleaned(Optional<CorpusLine> line, String reason) {
    static Cleaned without(String reason) {
      return new Cleaned(Optional.empty(), reason);
    }
  }

  private LineCleaning() {}

  /**
   * Cleans a piece of ink.
   *
   * @param source its file and its number in it
   * @param unknown name of who wrote it where the piece does not say
   */
  static Cleaned of(Handwriting piece, String source, String unknown) {
    String text = LineText.of(piece.text().orElse(""));
    int characters = (int) text.codePoints().filter(each -> each != ' ').count();
    if (text.isEmpty()) {
      return Cleaned.without("without a text");
    }
    if (characters < FEWEST_CHARACTERS) {
      return Cleaned.without("of a single character");
    }
    Optional<Box> box = piece.box();
    if (box.isEmpty() || box.get().height() == 0 || box.get().width() == 0) {
      return Cleaned.without("whose ink was left blank");
    }
    List<Stroke> strokes;
    try {
      // Without its text: whoever reads a line does not know it either.
      strokes = joined(inOrderOfWriting(LineSplitting.of(Handwriting.of(piece.strokes())), piece));
    } catch (IllegalArgumentException senseless) {
      return Cleaned.without("whose ink does not fit their text");
    }
    double ink = strokes.stream().mapToDouble(Stroke::length).sum();
    if (ink > LONGEST) {
      return Cleaned.without("that are longer than a line");
    }
    Box line =
        Box.around(strokes.stream().flatMap(stroke -> stroke.points().stream()).toList())
            .orElseThrow();
    return fits(ink / characters, line.width() / characters) && line.height() <= HIGHEST
        ? new Cleaned(
            Optional.of(
                new CorpusLine(
                    source, piece.writer().orElse(unknown), text, PackedInk.of(strokes))),
            "")
        : Cleaned.without("whose ink does not fit their text");
  }

  private static boolean fits(double ink, double width) {
    return ink >= LEAST_INK && ink <= MOST_INK && width >= NARROWEST && width <= WIDEST;
  }

  /** Rows as their text has them, be it that one stands above the one that was written before. */
  private static List<Handwriting> inOrderOfWriting(List<Handwriting> rows, Handwriting piece) {
    IdentityHashMap<Stroke, Integer> numbers = new IdentityHashMap<>();
    for (Stroke stroke : piece.strokes()) {
      numbers.put(stroke, numbers.size());
    }
    return rows.stream()
        .sorted(
            Comparator.comparingInt(
                row -> numbers.getOrDefault(row.strokes().get(row.strokes().size() / 2), 0)))
        .toList();
  }

  private static List<Stroke> joined(List<Handwriting> rows) {
    InkPreparation preparation = InkPreparation.ofLines(SPACING);
    List<Stroke> all = new ArrayList<>();
    double end = 0;
    for (Handwriting row : rows) {
      Handwriting prepared = preparation.apply(row).ink();
      Optional<Box> box = prepared.box();
      if (box.isEmpty()) {
        continue;
      }
      double shift = all.isEmpty() ? 0 : end + ROW_GAP - box.get().left();
      for (Stroke stroke : prepared.strokes()) {
        all.add(
            new Stroke(
                stroke.points().stream()
                    .map(point -> PenPoint.at(point.x() + shift, point.y()))
                    .toList()));
      }
      end = box.get().right() + shift;
    }
    return all;
  }
}
