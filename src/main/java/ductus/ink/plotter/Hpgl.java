package ductus.ink.plotter;

import ductus.ink.PenPoint;
import ductus.ink.page.Page;
import ductus.ink.plotter.PlotterSettings.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A page as HPGL: 40 units a millimeter, Y up, the origin the lower left corner of the paper, one
 * pen.
 */
public final class Hpgl {
  private static final int UNITS_PER_MILLIMETER = 40;

  /**
   * Most points of a command; a longer stroke is told in parts, since old plotters have small
   * buffers.
   */
  private static final int MOST_POINTS = 40;

  private Hpgl() {}

  /**
   * Writes the program of a page.
   *
   * @throws IllegalArgumentException if the page leaves its paper
   */
  public static byte[] of(Page page) {
    StringBuilder code = new StringBuilder("IN;\nSP1;\n");
    for (List<PenPoint> path : PenPath.of(page, Origin.BOTTOM_LEFT.on(page.paper()))) {
      List<String> places = new ArrayList<>();
      for (PenPoint point : path) {
        String place = units(point.x()) + "," + units(point.y());
        if (places.isEmpty() || !place.equals(places.get(places.size() - 1))) {
          places.add(place);
        }
      }
      code.append("PU").append(places.get(0)).append(";\n");
      if (places.size() == 1) {
        code.append("PD").append(places.get(0)).append(";\n");
      }
      for (int from = 1; from < places.size(); from += MOST_POINTS) {
        int to = Math.min(places.size(), from + MOST_POINTS);
        code.append("PD").append(String.join(",", places.subList(from, to))).append(";\n");
      }
    }
    code.append("PU0,0;\nSP0;\n");
    return code.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static String units(double millimeters) {
    return Long.toString(Math.round(millimeters * UNITS_PER_MILLIMETER));
  }
}
