package ductus.ink.geometry;

import ductus.ink.Box;
import ductus.ink.PenPoint;
import java.util.List;

/**
 * What one stroke draws of one character.
 *
 * @param at index of the character in its line
 * @param joined whether the pen was not lifted between what came before and this
 * @param points one or more
 */
record CharacterInk(int at, boolean joined, List<PenPoint> points) {
  CharacterInk {
    points = List.copyOf(points);
  }

  /** The smallest box around the ink. */
  Box box() {
    return Box.around(points).orElseThrow();
  }

  /** The point where the pen left this for what comes behind it. */
  PenPoint last() {
    return points.get(points.size() - 1);
  }
}
