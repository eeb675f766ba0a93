package ductus.ink.splitting;

import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Takes a page apart into lines by where the ink stands, whenever it was written: lines from top to
 * bottom, words from left to right. Within a word the strokes stay in the order of writing, but for
 * those that were added after the pen had been elsewhere.
 */
public final class LineSplitting {
  private LineSplitting() {}

  /** The lines of a page, at least one; a single one keeps the page's text and writer. */
  public static List<Handwriting> of(Handwriting page) {
    double letter = LetterHeight.of(page.strokes());
    if (letter == 0) {
      return List.of(page);
    }
    List<PageStroke> strokes = PageStroke.of(page, letter);
    List<PageStroke> letters = strokes.stream().filter(each -> !each.isMark(letter)).toList();
    if (letters.isEmpty()) {
      return List.of(page);
    }
    List<LineFragment> lines = LineFinder.of(letters, letter);
    Map<LineFragment, List<PageStroke>> placed = placed(strokes, lines);
    List<Handwriting> split =
        lines.stream()
            .map(
                line -> Handwriting.of(ReadingOrder.of(line, placed.getOrDefault(line, List.of()))))
            .toList();
    if (split.size() > 1) {
      return split;
    }
    List<Stroke> only = split.get(0).strokes();
    return List.of(page.withStrokes(only));
  }

  /** The strokes of each line in the order of writing, with the marks that belong to it. */
  private static Map<LineFragment, List<PageStroke>> placed(
      List<PageStroke> strokes, List<LineFragment> lines) {
    Map<Integer, LineFragment> lineOf = new HashMap<>();
    for (LineFragment line : lines) {
      line.strokes().forEach(letter -> lineOf.put(letter.number(), line));
    }
    MarkPlacement marks = new MarkPlacement(lines);
    Map<LineFragment, List<PageStroke>> placed = new HashMap<>();
    for (PageStroke stroke : strokes) {
      int number = stroke.number();
      if (!lineOf.containsKey(number)) {
        List<LineFragment> written =
            Stream.of(number - 1, number + 1)
                .flatMap(each -> Stream.ofNullable(lineOf.get(each)))
                .toList();
        lineOf.put(number, marks.line(stroke, written));
      }
      placed.computeIfAbsent(lineOf.get(number), line -> new ArrayList<>()).add(stroke);
    }
    return placed;
  }
}
