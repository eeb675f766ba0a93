package ductus.ink.recognition;

import ductus.ink.Handwriting;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Takes a page apart into lines by where the ink stands, whenever it was written: lines from top to
 * bottom, words from left to right. Within a word the strokes stay in the order of writing, but for
 * those that were added after the pen had been elsewhere.
 */
public final class LineSplitting {
  /** How far to the left or right the pen goes for what it writes along, in heights of letters. */
  private static final double AT_ONCE = 6;

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
        lines(finder.lines()).stream()
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

  /** The fragments that are lines; those of a letter or two that belong to others are left out. */
  private static List<LineFragment> lines(List<LineFragment> fragments) {
    List<LineFragment> whole = fragments.stream().filter(each -> !each.isTiny()).toList();
    NavigableMap<Integer, LineFragment> lineOf = new TreeMap<>();
    for (LineFragment line : whole) {
      line.strokes().forEach(letter -> lineOf.put(letter.number(), line));
    }
    return fragments.stream()
        .filter(
            each ->
                !each.isTiny() || whole.stream().noneMatch(line -> isAddition(each, line, lineOf)))
        .toList();
  }

  private static boolean isAddition(
      LineFragment few, LineFragment line, NavigableMap<Integer, LineFragment> lineOf) {
    return MarkPlacement.isAddition(few, line, isAlong(few, line, lineOf));
  }

  /** Whether the letter before or after a few letters is one of a line, and near by. */
  private static boolean isAlong(
      LineFragment few, LineFragment line, NavigableMap<Integer, LineFragment> lineOf) {
    Integer before = lineOf.lowerKey(few.strokes().get(0).number());
    Integer after = lineOf.higherKey(few.strokes().get(few.strokes().size() - 1).number());
    return line.strokes().stream()
        .filter(
            each -> Objects.equals(each.number(), before) || Objects.equals(each.number(), after))
        .anyMatch(each -> few.gap(each) <= AT_ONCE);
  }

  /** How far down a line stands on a page whose lines have a slope. */
  private static double depth(LineFragment line, double slope) {
    double x = (line.box().left() + line.box().right()) / 2;
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
