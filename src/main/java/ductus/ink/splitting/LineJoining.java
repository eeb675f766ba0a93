package ductus.ink.splitting;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiPredicate;

/**
 * Joins fragments of lines by where they stand, whenever they were written, the nearest first:
 * those whose middles lie at one height; those that stand beside one another, though one may have
 * more long letters than the other; and at last single letters. Distances are in heights of
 * letters.
 */
final class LineJoining {
  /** Largest offset of fragments of one line. */
  private static final double OFFSET = 0.9;

  /** Largest offset where one stands beside the other. */
  private static final double OFFSET_BESIDE = 2;

  /** Widest that one may stand over the other to be beside it, and as a part of its width. */
  private static final double OVER = 3;

  private static final double OVER_PART = 0.15;

  /** Widest gap between fragments, but for long ones at one height. */
  private static final double NEAR = 16;

  /** What an offset of one height of letters costs beside a gap as wide. */
  private static final double OFFSET_COST = 15;

  /** Largest offset of two pieces of which the lines that they became part of may be joined. */
  private static final double PAIR_OFFSET = 4;

  /** Steepest way from one fragment to the next that is looked at. */
  private static final double STEEPEST = 0.5;

  /** How far to the left or right the pen goes for what it writes along. */
  private static final double AT_ONCE = 6;

  private LineJoining() {}

  /** The lines that fragments of a page are of, in no order. */
  static List<LineFragment> of(List<LineFragment> fragments) {
    return withoutAdditions(joined(fragments));
  }

  /** Two fragments by their numbers, and what joining them costs. */
  private record Pair(int one, int other, double cost) {}

  private static List<LineFragment> joined(List<LineFragment> fragments) {
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
  private static void addPair(
      int i, LineFragment one, int j, LineFragment other, List<Pair> pairs) {
    double right = Math.abs(one.box().centerX() - other.box().centerX());
    double up = Math.abs(one.box().centerY() - other.box().centerY());
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
}
