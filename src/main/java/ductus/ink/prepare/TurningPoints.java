package ductus.ink.prepare;

import ductus.ink.Box;
import ductus.ink.Handwriting;
import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import java.util.ArrayList;
import java.util.List;

/**
 * The points where strokes turn from going down to going up and the other way, their ends included.
 * Wiggles and strokes that are lower than a part of the letters do not count.
 *
 * @param bottoms local minima of y, in the order of writing
 * @param tops local maxima of y
 */
record TurningPoints(List<PenPoint> bottoms, List<PenPoint> tops) {
  private static final double LOWEST = 0.15;

  /** Finds the turning points of strokes that make out at least a part of the letters' height. */
  static TurningPoints of(Handwriting ink) {
    TurningPoints found = new TurningPoints(new ArrayList<>(), new ArrayList<>());
    double height = LOWEST * letterHeight(ink);
    if (height > 0) {
      ink.strokes().forEach(stroke -> found.addAll(stroke, height));
    }
    return found;
  }

  /** The rough height of letters, whatever the slope of the line: that of a rather high stroke. */
  static double letterHeight(Handwriting ink) {
    double[] heights =
        ink.strokes().stream()
            .flatMap(stroke -> Box.around(stroke.points()).stream())
            .mapToDouble(Box::height)
            .filter(height -> height > 0)
            .sorted()
            .toArray();
    return heights.length == 0 ? 0 : heights[(heights.length - 1) * 3 / 4];
  }

  /**
   * Adds the turns of a stroke; one is certain as soon as the pen is a given height away from it.
   */
  private void addAll(Stroke stroke, double height) {
    PenPoint lowest = stroke.first();
    PenPoint highest = stroke.first();
    boolean rising = false;
    boolean falling = false;
    for (PenPoint point : stroke.points()) {
      lowest = point.y() < lowest.y() ? point : lowest;
      highest = point.y() > highest.y() ? point : highest;
      if (!rising && point.y() > lowest.y() + height) {
        bottoms.add(lowest);
        rising = true;
        falling = false;
        highest = point;
      } else if (!falling && point.y() < highest.y() - height) {
        tops.add(highest);
        falling = true;
        rising = false;
        lowest = point;
      }
    }
    if (rising) {
      tops.add(highest);
    } else if (falling) {
      bottoms.add(lowest);
    }
  }
}
