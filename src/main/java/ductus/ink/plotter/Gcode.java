package ductus.ink.plotter;

import ductus.ink.PenPoint;
import ductus.ink.page.Page;
import ductus.ink.plotter.PlotterSettings.Origin;
import ductus.picture.SvgDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A page as G-code: millimeters (G21), absolute (G90), the pen up before and after. */
public final class Gcode {
  private final Page page;
  private final PlotterSettings settings;
  private final StringBuilder code = new StringBuilder();

  private Gcode(Page page, PlotterSettings settings) {
    this.page = page;
    this.settings = settings;
  }

  /**
   * Writes the program of a page.
   *
   * @throws IllegalArgumentException if the page leaves its paper
   */
  public static byte[] of(Page page, PlotterSettings settings) {
    return new Gcode(page, settings).program();
  }

  private byte[] program() {
    List<List<PenPoint>> paths = PenPath.of(page, settings.origin().on(page.paper()));
    line(
        "; Ductus, page %s: %s by %s mm, %s strokes, X 0 Y 0 is the %s corner"
            .formatted(
                Integer.toString(page.number()),
                SvgDocument.number(page.paper().width()),
                SvgDocument.number(page.paper().height()),
                Integer.toString(paths.size()),
                settings.origin() == Origin.TOP_LEFT ? "upper left" : "lower left"));
    line("G21");
    line("G90");
    line(settings.penUp());
    for (List<PenPoint> path : paths) {
      line("G0 " + place(path.get(0)) + " F" + SvgDocument.number(settings.travel()));
      line(settings.penDown());
      String before = place(path.get(0));
      // Said again at each stroke, since the pen's own commands may have changed it.
      String feed = " F" + SvgDocument.number(settings.feed());
      for (PenPoint point : path.subList(1, path.size())) {
        String place = place(point);
        if (!place.equals(before)) {
          line("G1 " + place + feed);
          before = place;
          feed = "";
        }
      }
      line(settings.penUp());
    }
    line("G0 X0 Y0 F" + SvgDocument.number(settings.travel()));
    line("M2");
    return code.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private String place(PenPoint point) {
    double y = settings.origin() == Origin.TOP_LEFT ? page.paper().height() - point.y() : point.y();
    return "X" + SvgDocument.number(point.x()) + " Y" + SvgDocument.number(y);
  }

  private void line(String line) {
    code.append(line).append('\n');
  }
}
