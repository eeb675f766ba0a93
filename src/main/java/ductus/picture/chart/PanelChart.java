package ductus.picture.chart;

import ductus.picture.SvgDocument;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Charts of lines side by side. Where all have lines of the same names there is one legend, else
 * each has its own. A band around a line is the spread of the values behind it.
 */
public final class PanelChart implements StackedFigure.Part {
  private static final double GAP = 18;
  private static final double PANEL_HEIGHT = PanelDrawing.ABOVE + 240 + PanelDrawing.BELOW;

  private final int columns;
  private final List<Panel> panels;
  private final boolean shared;
  private final Legend legend;
  private final double width;
  private final double own;

  /**
   * Creates a chart of panels.
   *
   * @param columns panels beside each other, 1 or more
   * @param panels at least one
   */
  public PanelChart(int columns, List<Panel> panels) {
    if (columns < 1 || panels.isEmpty()) {
      throw new IllegalArgumentException(
          "columns and panels must be 1 or more but were %d and %d"
              .formatted(columns, panels.size()));
    }
    this.columns = columns;
    this.panels = List.copyOf(panels);
    shared = panels.stream().map(Panel::names).distinct().count() == 1;
    double full = StackedFigure.WIDTH - 2 * StackedFigure.MARGIN;
    legend = new Legend(panels.get(0).names(), full);
    width = (full - (columns - 1) * GAP) / columns;
    own = shared ? 0 : ownLegend(panels, width);
  }

  /**
   * Draws an SVG document. The same values give the same bytes.
   *
   * @param columns panels beside each other, 1 or more
   * @param panels at least one
   */
  public static byte[] svg(String title, int columns, List<Panel> panels) {
    return StackedFigure.svg(title, List.of(new PanelChart(columns, panels)));
  }

  @Override
  public double height() {
    int rows = (panels.size() + columns - 1) / columns;
    return above() + rows * (PANEL_HEIGHT + own);
  }

  private double above() {
    return shared ? legend.height() + 4 : 0;
  }

  @Override
  public void draw(SvgDocument svg, double left, double top, double fullWidth) {
    if (shared) {
      legend.draw(svg, left, top);
    }
    double height = PANEL_HEIGHT + own;
    for (int i = 0; i < panels.size(); i++) {
      double x = left + i % columns * (width + GAP);
      double y = top + above() + Math.floorDiv(i, columns) * height;
      Rectangle2D place = new Rectangle2D.Double(x, y, width, height);
      new PanelDrawing(panels.get(i), svg, place, own).draw();
    }
  }

  @Override
  public String description() {
    return panels.stream().map(PanelChart::describe).collect(Collectors.joining(" "));
  }

  private static String describe(Panel panel) {
    String heading =
        String.format(Locale.ROOT, "%s: %s over %s: ", panel.title(), panel.y(), panel.x());
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
