package ductus.ink.recognition;

import ductus.ink.Box;
import ductus.ink.PenPoint;
import ductus.ink.recognition.CenterLine.Moments;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Finds the lines of a page by where its letters stand. Letters that were written one after the
 * other, each beside the one before, are a fragment of a line. Then fragments are joined, the
 * nearest first: those whose middles lie at one height; those that stand beside one another, though
 * one may have more long letters than the other; and at last single letters.
 */
final class LineFinder {
  /** Widest gap within a fragment, in heights of letters. */
  private static final double GAP = 4;

  /** How far beside a stroke the ink is looked for that it goes on with, in heights of letters. */
  private static final double BESIDE = 2.5;

  /** Part of the heights beside a stroke that is left out above, and below: long letters. */
  private static final double OUTER = 0.1;

  /** Least part of a stroke's height, or of that beside it, which the two share on one line. */
  private static final double SHARED = 0.35;

  /** How far back the next fragment of a line may begin, in heights of letters. */
  private static final double BACK = 1;

  /** Farthest up or down to the next fragment of a line as it was written, likewise. */
  private static final double STEP = 3;

  /** Least way down to a new line as it was written, likewise. */
  private static final double DOWN = 1.1;

  /** The same where one line is so little that it may as well be the bar of a T. */
  private static final double DOWN_TINY = 2.2;

  /** How far to the left or right the pen goes for what it writes along, likewise. */
  private static final double AT_ONCE = 6;

  /** Farthest that quotes and the like stand above a line, likewise. */
  private static final double HIGHEST = 3.5;

  /** Largest offset of fragments of one line, in heights of letters. */
  private static final double OFFSET = 0.9;

  /** Largest offset where one stands beside the other, in heights of letters. */
  private static final double OFFSET_BESIDE = 2;

  /**
   * Widest that one may stand over the other to be beside it: in heights of letters, and as a part
   * of its width.
   */
  private static final double OVER = 3;

  private static final double OVER_PART = 0.15;

  /** Widest gap between fragments, but for long ones at one height, in heights of letters. */
  private static final double NEAR = 16;

  /** What an offset of one height of letters costs beside a gap as wide. */
  private static final double OFFSET_COST = 15;

  /** Largest offset of two pieces of which the lines that they became part of may be joined. */
  private static final double PAIR_OFFSET = 4;

  /** Steepest way from one fragment to the next that is looked at. */
  private static final double STEEPEST = 0.5;

  /** How firmly the slope of a page is held to zero: as by a piece of line so long, in letters. */
  private static final double FIRM = 20;

  private final double letter;
  private final List<LineFragment> lines;
  private final double slope;

  /**
   * Finds lines.
   *
   * @param strokes the letters of a page in the order of writing, one or more
   * @param letter height of small letters
   */
  LineFinder(List<PageStroke> strokes, double letter) {
    this.letter = letter;
    List<List<PageStroke>> passages = passages(strokes);
    slope = slope(passages);
    List<LineFragment> fragments =
        passages.stream().map(each -> new LineFragment(each, letter, slope)).toList();
    lines = asWritten(fragments).orElseGet(() -> withoutAdditions(joined(fragments)));
  }

  /** The lines, in no order. */
  List<LineFragment> lines() {
    return lines;
  }

  /** The slope of most lines, up per unit to the right. */
  double slope() {
    return slope;
  }

  private List<List<PageStroke>> passages(List<PageStroke> strokes) {
    List<List<PageStroke>> passages = new ArrayList<>();
    List<PageStroke> passage = new ArrayList<>();
    for (PageStroke stroke : strokes) {
      if (!passage.isEmpty() && !goesOn(passage, stroke.box())) {
        passages.add(passage);
        passage = new ArrayList<>();
      }
      passage.add(stroke);
    }
    passages.add(passage);
    return passages;
  }

  /** Whether a stroke is near a passage, and at the height of the ink that it has there. */
  private boolean goesOn(List<PageStroke> passage, Box next) {
    Box whole = passage.stream().map(PageStroke::box).reduce(Box::with).orElseThrow();
    double from = Math.max(whole.left(), Math.min(whole.right(), next.left()));
    double to = Math.max(whole.left(), Math.min(whole.right(), next.right()));
    if (next.left() - to > GAP * letter || from - next.right() > GAP * letter) {
      return false;
    }
    double[] heights =
        passage.stream()
            .flatMap(stroke -> stroke.points().stream())
            .filter(
                point -> point.x() >= from - BESIDE * letter && point.x() <= to + BESIDE * letter)
            .mapToDouble(PenPoint::y)
            .sorted()
            .toArray();
    if (heights.length == 0) {
      return false;
    }
    double bottom = heights[(int) (OUTER * (heights.length - 1))];
    double top = heights[(int) Math.ceil((1 - OUTER) * (heights.length - 1))];
    double shared = Math.min(top, next.top()) - Math.max(bottom, next.bottom());
    return shared >= SHARED * Math.min(top - bottom, next.height());
  }

  /** The slope that fits all passages best, each at its own height. */
  private double slope(List<List<PageStroke>> passages) {
    Moments moments = new Moments(0, FIRM * letter * FIRM * letter);
    for (List<PageStroke> passage : passages) {
      moments = moments.plus(new CenterLine(PageStroke.points(passage), letter, 0).moments());
    }
    return moments.covariance() / moments.variance();
  }

  /**
   * The lines in the order of writing, if that is the order of reading as well: each line goes on
   * to the right, and the next begins below it.
   */
  private Optional<List<LineFragment>> asWritten(List<LineFragment> fragments) {
    List<LineFragment> written = new ArrayList<>(fragments.subList(0, 1));
    for (LineFragment next : fragments.subList(1, fragments.size())) {
      LineFragment line = written.get(written.size() - 1);
      boolean isRight = next.box().left() > line.box().right() - BACK * letter;
      if (isRight ? isNearest(next, line, written) : isOver(next, line)) {
        written.set(written.size() - 1, line.with(next));
      } else if (!isRight && isBelow(next, line)) {
        written.add(next);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(written);
  }

  /** Whether a fragment stands near a line in height, and nearer than any before. */
  private static boolean isNearest(
      LineFragment next, LineFragment line, List<LineFragment> written) {
    double offset = next.offset(line);
    return offset <= STEP && written.stream().allMatch(each -> next.offset(each) >= offset);
  }

  /** Whether a few letters, such as quotes, stand over the end of a line. */
  private boolean isOver(LineFragment few, LineFragment line) {
    double up = few.above(line);
    return few.isTiny()
        && up > -DOWN
        && up < HIGHEST
        && few.box().left() > line.box().right() - GAP * letter;
  }

  private static boolean isBelow(LineFragment next, LineFragment line) {
    return next.above(line) < (areLong(next, line) ? -DOWN : -DOWN_TINY);
  }

  /** The fragments that are lines; those of a letter or two that belong to others are left out. */
  private static List<LineFragment> withoutAdditions(List<LineFragment> fragments) {
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

  /** Two fragments by their numbers, and what joining them costs. */
  private record Pair(int one, int other, double cost) {}

  private List<LineFragment> joined(List<LineFragment> fragments) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < fragments.size(); i++) {
      for (int j = i + 1; j < fragments.size(); j++) {
        addPair(i, fragments.get(i), j, fragments.get(j), pairs);
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::cost));
    List<LineFragment> lineOf = new ArrayList<>(fragments);
    join(pairs, lineOf, (one, other) -> areLong(one, other) && isNear(one, other, OFFSET));
    join(pairs, lineOf, (one, other) -> areLong(one, other) && areBeside(one, other));
    join(pairs, lineOf, (one, other) -> areLong(one, other) && one.offset(other) <= OFFSET);
    join(pairs, lineOf, (one, other) -> isNear(one, other, OFFSET));
    return lineOf.stream().distinct().toList();
  }

  private static void join(
      List<Pair> pairs,
      List<LineFragment> lineOf,
      BiPredicate<LineFragment, LineFragment> belongTogether) {
    for (Pair pair : pairs) {
      LineFragment one = lineOf.get(pair.one());
      LineFragment other = lineOf.get(pair.other());
      if (one != other && belongTogether.test(one, other)) {
        LineFragment both = one.with(other);
        Collections.replaceAll(lineOf, one, both);
        Collections.replaceAll(lineOf, other, both);
      }
    }
  }

  /** Whether none is so little that it may as well be a comma or a quote. */
  private static boolean areLong(LineFragment one, LineFragment other) {
    return !one.isTiny() && !other.isTiny();
  }

  private static boolean isNear(LineFragment one, LineFragment other, double offset) {
    return one.gap(other) <= NEAR && one.offset(other) <= offset;
  }

  private static boolean areBeside(LineFragment one, LineFragment other) {
    double over = Math.max(OVER, OVER_PART * Math.min(one.width(), other.width()));
    return one.gap(other) >= -over && isNear(one, other, OFFSET_BESIDE);
  }

  /** Adds two fragments unless they are too far above one another to be on a line. */
  private void addPair(int i, LineFragment one, int j, LineFragment other, List<Pair> pairs) {
    double right = Math.abs(centerX(one.box()) - centerX(other.box()));
    double up = Math.abs(centerY(one.box()) - centerY(other.box()));
    double reach = Math.max(one.box().height(), other.box().height()) + STEEPEST * right;
    if (up > reach) {
      return;
    }
    double offset = one.offset(other);
    if (offset <= PAIR_OFFSET) {
      double gap = Math.max(0, one.gap(other));
      pairs.add(new Pair(i, j, gap + OFFSET_COST * offset * offset));
    }
  }

  private static double centerX(Box box) {
    return (box.left() + box.right()) / 2;
  }

  private static double centerY(Box box) {
    return (box.bottom() + box.top()) / 2;
  }
}
