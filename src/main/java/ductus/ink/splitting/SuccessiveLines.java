package ductus.ink.splitting;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lines that were written one below the other, each from left to right: where the pen goes says
 * more of them than where the ink stands, which drifts and bends. Distances are in heights of
 * letters.
 */
final class SuccessiveLines {
  /** How far before the end of a line its next fragment may begin. */
  private static final double BACK = 1;

  /** Farthest up or down to the next fragment of a line. */
  private static final double STEP = 3;

  /** Least way down to a new line. */
  private static final double DOWN = 1.1;

  /** Least way down where one of two is so little that it may as well be the bar of a T. */
  private static final double DOWN_TINY = 2.2;

  /** Farthest that quotes and the like stand above a line. */
  private static final double HIGHEST = 3.5;

  /** Farthest that they begin before the end of a line. */
  private static final double OVER = 4;

  private SuccessiveLines() {}

  /**
   * The lines of a page; empty if it was written in another way.
   *
   * @param fragments in the order of writing, one or more
   */
  static Optional<List<LineFragment>> of(List<LineFragment> fragments) {
    List<LineFragment> lines = new ArrayList<>(fragments.subList(0, 1));
    for (LineFragment next : fragments.subList(1, fragments.size())) {
      LineFragment line = lines.get(lines.size() - 1);
      boolean isBehind = next.behind(line) > -BACK;
      if (isBehind ? isNearest(next, line, lines) : isOver(next, line)) {
        lines.set(lines.size() - 1, line.with(next));
      } else if (!isBehind && isBelow(next, line)) {
        lines.add(next);
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(lines);
  }

  /** Whether a fragment stands near a line in height, and no nearer to any before. */
  private static boolean isNearest(LineFragment next, LineFragment line, List<LineFragment> lines) {
    double offset = next.offset(line);
    return offset <= STEP && lines.stream().allMatch(each -> next.offset(each) >= offset);
  }

  /** Whether a few letters, such as quotes, stand over the end of a line. */
  private static boolean isOver(LineFragment few, LineFragment line) {
    double up = few.above(line);
    return few.isTiny() && few.behind(line) > -OVER && up > -DOWN && up < HIGHEST;
  }

  private static boolean isBelow(LineFragment next, LineFragment line) {
    return next.above(line) < (next.isTiny() || line.isTiny() ? -DOWN_TINY : -DOWN);
  }
}
