package ductus.ink.splitting;

import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.Comparator;
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

  /** The lines of a page, at least one; the page itself where it is one that was written so. */
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
    LineFinder finder = new LineFinder(letters, letter);
    List<LineFragment> lines =
        finder.lines().stream()
            .sorted(Comparator.comparingDouble(line -> depth(line, finder.slope())))
            .toList();
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
    return List.of(only.equals(page.strokes()) ? page : page.withStrokes(only));
  }

  /** How far down a line stands on a page whose lines have a slope. */
  private static double depth(LineFragment line, double slope) {
    double x = line.box().centerX();
    return slope * x - line.center().at(x);
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
