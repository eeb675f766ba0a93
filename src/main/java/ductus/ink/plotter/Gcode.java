package ductus.ink.plotter;

import ductus.ink.PenPoint;
import ductus.ink.page.Page;
import ductus.ink.plotter.PagePlot.Layer;
import ductus.ink.plotter.PlotterProfile.Language;
import ductus.ink.plotter.PlotterSettings.Origin;
import ductus.picture.SvgDocument;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A page as G-code: millimeters (G21), absolute (G90), the pen up before and after. Each pen begins
 * and ends at X 0 Y 0; between two the plotter waits (M0).
 */
public final class Gcode {
  private final Page page;
  private final PlotterSettings settings;
  private final PagePlot plot;
  private final StringBuilder code = new StringBuilder();

  private Gcode(Page page, PlotterSettings settings) {
    this.page = page;
    this.settings = settings;
    plot = PagePlot.of(page, settings);
  }

  /**
   * Writes the program of a page.
   *
   * @throws IllegalArgumentException if the page leaves its paper, or does not fit the plotter
   */
  public static byte[] of(Page page, PlotterSettings settings) {
    return new Gcode(page, settings.in(Language.GCODE)).program();
  }

  private byte[] program() {
    line(
        String.format(
            Locale.ROOT,
            "; Ductus, page %s: %s by %s mm, %s strokes, X 0 Y 0 is the %s corner",
            Integer.toString(page.number()),
            SvgDocument.number(plot.paper().width()),
            SvgDocument.number(plot.paper().height()),
            Integer.toString(plot.layers().stream().mapToInt(layer -> layer.paths().size()).sum()),
            settings.origin() == Origin.TOP_LEFT ? "upper left" : "lower left"));
    if (plot.turned()) {
      line("; The paper lies a quarter turn to the left: its top is at X 0");
    }
    line("G21");
    line("G90");
    line(settings.penUp());
    for (Layer layer : plot.layers()) {
      if (layer.pen() > 1) {
        settings.profile().pause(layer.message()).forEach(this::line);
      }
      layer.paths().forEach(this::path);
      line("G0 X0 Y0 F" + SvgDocument.number(settings.travel()));
    }
    settings.profile().end().forEach(this::line);
    return code.toString().getBytes(StandardCharsets.US_ASCII);
  }

  private void path(List<PenPoint> path) {
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

  private String place(PenPoint point) {
    double y = settings.origin() == Origin.TOP_LEFT ? plot.paper().height() - point.y() : point.y();
    return "X" + SvgDocument.number(point.x()) + " Y" + SvgDocument.number(y);
  }

  private void line(String line) {
    code.append(line).append('\n');
  }
}
