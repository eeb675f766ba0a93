package ductus.music.engraving.layout;

import ductus.music.engraving.drawing.Drawing;
import ductus.music.engraving.staff.StaffSign;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws a beam with its stems: it slopes as its outer notes do, but little, not at all where a note
 * between them is nearer to it, and no stem is too short.
 */
final class BeamDrawing {
  private static final double THICKNESS = 0.5;
  private static final double STEP = 0.75;
  private static final double STUB = 1.1;
  private static final double MOST_RISE = 1.25;
  private static final double STEEPEST = 0.22;
  private static final double PART_OF_INTERVAL = 0.35;

  /** A stem. */
  private record Stem(StaffSign sign, double x, double far, double near) {}

  private final Drawing drawing;
  private final boolean up;
  private final List<Stem> stems = new ArrayList<>();

  BeamDrawing(Drawing drawing, boolean up) {
    this.drawing = drawing;
    this.up = up;
  }

  /** Adds a note, by the x of its column. */
  void add(SignPlace place, double x) {
    double high = -place.sign().highest().position() / 2.0;
    double low = -place.sign().lowest().position() / 2.0;
    stems.add(new Stem(place.sign(), x + place.stemX(), up ? low : high, up ? high : low));
  }

  /** Draws the beam and returns the height of its middle. */
  double draw() {
    Stem first = stems.get(0);
    Stem last = stems.get(stems.size() - 1);
    int levels = stems.stream().mapToInt(stem -> stem.sign().flags()).max().orElse(1);
    double slope = slope(first, last);
    double way = up ? -1 : 1;
    double start = up ? Double.MAX_VALUE : -Double.MAX_VALUE;
    for (int i = 0; i < stems.size(); i++) {
      Stem stem = stems.get(i);
      double least = i > 0 && i < stems.size() - 1 ? 2.75 : 3.1;
      double tip =
          stem.near() + way * (least + (levels > 1 ? 0.3 : 0) + STEP * Math.max(0, levels - 2));
      tip = up ? Math.min(tip, 0.25) : Math.max(tip, -0.25);
      double atFirst = tip - slope * (stem.x() - first.x());
      start = up ? Math.min(start, atFirst) : Math.max(start, atFirst);
    }
    for (Stem stem : stems) {
      double tip = start + slope * (stem.x() - first.x());
      drawing.rule(stem.x(), stem.far() + way * 0.15, stem.x(), tip - way * 0.1, SignDrawing.STEM);
    }
    for (int level = 0; level < levels; level++) {
      level(level, start - way * STEP * level, slope);
    }
    return start + slope * (last.x() - first.x()) / 2;
  }

  private double slope(Stem first, Stem last) {
    double rise = last.near() - first.near();
    double outer = up ? Math.min(first.near(), last.near()) : Math.max(first.near(), last.near());
    for (Stem stem : stems.subList(1, stems.size() - 1)) {
      if (up ? stem.near() <= outer - 0.01 : stem.near() >= outer + 0.01) {
        return 0;
      }
    }
    double width = Math.max(1, last.x() - first.x());
    double most = Math.min(MOST_RISE, STEEPEST * width);
    double wanted = Math.abs(rise) <= 0.5 ? rise / 2 : rise * PART_OF_INTERVAL;
    return Math.max(-most, Math.min(most, wanted)) / width;
  }

  private void level(int level, double start, double slope) {
    double origin = stems.get(0).x();
    for (int i = 0; i < stems.size(); ) {
      if (stems.get(i).sign().flags() <= level) {
        i++;
        continue;
      }
      int end = i;
      while (end + 1 < stems.size() && stems.get(end + 1).sign().flags() > level) {
        end++;
      }
      double left = stems.get(i).x();
      double right = stems.get(end).x();
      if (i == end && isStubRight(i)) {
        right = left + STUB;
      } else if (i == end) {
        left = right - STUB;
      }
      double half = SignDrawing.STEM / 2;
      beam(left - half, right + half, start, slope, origin);
      i = end + 1;
    }
  }

  /** Whether the short beam of a note alone points to the next: it begins what they fill. */
  private boolean isStubRight(int index) {
    StaffSign sign = stems.get(index).sign();
    return index == 0 || (index < stems.size() - 1 && sign.start() % (2 * sign.units()) == 0);
  }

  private void beam(double left, double right, double start, double slope, double origin) {
    double y1 = start + slope * (left - origin);
    double y2 = start + slope * (right - origin);
    double inward = up ? THICKNESS : -THICKNESS;
    drawing.polygon(left, y1, right, y2, right, y2 + inward, left, y1 + inward);
  }
}
