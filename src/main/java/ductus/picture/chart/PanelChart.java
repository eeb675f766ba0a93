package ductus.picture.chart;

import ductus.picture.Palette;
import ductus.picture.SvgDocument;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Charts of lines side by side. Where all have lines of the same names there is one legend, else
 * each has its own. A band around a line is the spread of the values behind it.
 */
public final class PanelChart {
  private static final double WIDTH = 920;
  private static final double MARGIN = 20;
  private static final double GAP = 18;
  private static final double PANEL_HEIGHT = PanelDrawing.ABOVE + 240 + PanelDrawing.BELOW;
  private static final double TITLE_HEIGHT = 44;

  private PanelChart() {}

  /**
   * An SVG document. The same values give the same bytes.
   *
   * @param columns panels beside each other, 1 or more
   * @param panels at least one
   */
  public static byte[] svg(String title, int columns, List<Panel> panels) {
    if (columns < 1 || panels.isEmpty()) {
      throw new IllegalArgumentException(
          "columns and panels must be 1 or more but were %d and %d"
              .formatted(columns, panels.size()));
    }
    boolean shared = panels.stream().map(Panel::names).distinct().count() == 1;
    Legend legend = new Legend(panels.get(0).names(), WIDTH - 2 * MARGIN);
    double width = (WIDTH - 2 * MARGIN - (columns - 1) * GAP) / columns;
    double own = shared ? 0 : ownLegend(panels, width);
    double top = TITLE_HEIGHT + (shared ? legend.height() + 4 : 0);
    int rows = (panels.size() + columns - 1) / columns;
    double panelHeight = PANEL_HEIGHT + own;
    double height = top + rows * panelHeight;
    SvgDocument svg = new SvgDocument(WIDTH, height, "px", title, describe(panels));
    svg.rectangle(0, 0, WIDTH, height, "fill", "#ffffff");
    svg.open("font-family", "sans-serif", "fill", Palette.INK);
    svg.text(MARGIN, 30, title, "font-size", "17", "font-weight", "bold");
    if (shared) {
      legend.draw(svg, MARGIN, TITLE_HEIGHT);
    }
    for (int i = 0; i < panels.size(); i++) {
      double x = MARGIN + i % columns * (width + GAP);
      double y = top + Math.floorDiv(i, columns) * panelHeight;
      Rectangle2D place = new Rectangle2D.Double(x, y, width, panelHeight);
      new PanelDrawing(panels.get(i), svg, place, own).draw();
    }
    svg.close();
    return svg.bytes();
  }

  private static String describe(List<Panel> panels) {
    return panels.stream().map(PanelChart::describe).collect(Collectors.joining(" "));
  }

  private static String describe(Panel panel) {
    String heading = "%s: %s over %s: ".formatted(panel.title(), panel.y(), panel.x());
    return panel.lines().stream()
        .map(line -> line.name() + last(line))
        .collect(Collectors.joining("; ", heading, "."));
  }

  private static String last(Series line) {
    return line.y().stream()
        .filter(Double::isFinite)
        .reduce((first, second) -> second)
        .map(value -> String.format(Locale.ROOT, " ends at %.3g", value))
        .orElse("");
  }

  /** Height of the highest of the panels' legends. */
  private static double ownLegend(List<Panel> panels, double width) {
    return panels.stream()
        .mapToDouble(panel -> new Legend(panel.names(), width - PanelDrawing.LEFT).height())
        .max()
        .orElse(0);
  }
}
