package ductus.ink.plotter;

import ductus.ink.PenPoint;
import ductus.ink.page.Page;
import ductus.ink.plotter.PagePlot.Layer;
import ductus.ink.plotter.PlotterProfile.Language;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A page as HPGL: 40 units a millimeter, Y up, the origin the lower left corner of the paper. The
 * plotter takes its pens itself (SP).
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
   * @throws IllegalArgumentException if the page leaves its paper, or does not fit the plotter
   */
  public static byte[] of(Page page, PlotterSettings settings) {
    StringBuilder code = new StringBuilder("IN;\n");
    for (Layer layer : PagePlot.of(page, settings.in(Language.HPGL)).layers()) {
      code.append("SP").append(layer.pen()).append(";\n");
      layer.paths().forEach(path -> path(path, code));
      code.append("PU0,0;\n");
    }
    code.append("SP0;\n");
    return code.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private static void path(List<PenPoint> path, StringBuilder code) {
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

  private static String units(double millimeters) {
    return Long.toString(Math.round(millimeters * UNITS_PER_MILLIMETER));
  }
}
