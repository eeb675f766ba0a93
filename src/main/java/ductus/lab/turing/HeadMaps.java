package ductus.lab.turing;

import ductus.picture.Palette;
import ductus.picture.SvgDocument;
import ductus.picture.chart.HeatMap;
import ductus.picture.chart.StackedFigure;
import java.awt.geom.Rectangle2D;
import java.util.Locale;

/**
 * Two weightings beside each other: slots from the top, time steps to the right.
 *
 * @param writing of the write head
 * @param reading of the read head, of the same shape
 */
record HeadMaps(HeatMap writing, HeatMap reading) implements StackedFigure.Part {
  private static final double NAMES = 40;
  private static final double GAP = 30;
  private static final double BELOW = 40;
  private static final double LARGEST_CELL = 10;

  @Override
  public double height() {
    return LARGEST_CELL * writing.rows().size() + BELOW;
  }

  @Override
  public void draw(SvgDocument svg, double left, double top, double width) {
    double each = (width - NAMES - GAP) / 2;
    double high = LARGEST_CELL * writing.rows().size();
    for (int i = 0; i < writing.rows().size(); i += writing.rows().size() < 12 ? 1 : 5) {
      svg.text(
          left + NAMES - 6,
          top + (i + 0.5) * LARGEST_CELL + 4,
          writing.rows().get(i),
          "font-size",
          "11",
          "text-anchor",
          "end",
          "fill",
          Palette.PALE_INK);
    }
    double second = left + NAMES + each + GAP;
    writing.draw(svg, new Rectangle2D.Double(left + NAMES, top, each, high));
    reading.draw(svg, new Rectangle2D.Double(second, top, each, high));
    for (double x : new double[] {left + NAMES, second}) {
      svg.text(
          x + each / 2,
          top + high + 20,
          "time steps; slots from the top",
          "font-size",
          "12",
          "text-anchor",
          "middle",
          "fill",
          Palette.PALE_INK);
    }
  }

  @Override
  public String description() {
    return String.format(
            Locale.ROOT,
            "Colored cells: the weight of the write head and of the read head on %d slots at %d"
                + " time",
            writing.rows().size(),
            writing.values().get(0).size())
        + " steps.";
  }
}
