package ductus.picture.chart;

import ductus.picture.Palette;
import java.util.List;
import java.util.stream.Collectors;

/** A chart of bars side by side, such as two histograms over the same classes. */
public final class BarChart {
  private static final double GAP = 0.22;

  private BarChart() {}

  /**
   * The bars of one color.
   *
   * @param name for the legend
   * @param values one a category, 0 or more
   */
  public record Bars(String name, List<Double> values) {
    public Bars {
      values = List.copyOf(values);
      for (double value : values) {
        if (!(value >= 0) || Double.isInfinite(value)) {
          throw new IllegalArgumentException(name + ": a bar must be 0 or more but was " + value);
        }
      }
    }
  }

  /** Draws an SVG document, 800 by 460 pixels. The same values give the same bytes. */
  public static byte[] svg(
      String title, String xLabel, String yLabel, List<String> categories, List<Bars> bars) {
    for (Bars one : bars) {
      if (one.values().size() != categories.size()) {
        throw new IllegalArgumentException(
            one.name()
                + " must have a value for each of "
                + categories.size()
                + " categories but has "
                + one.values().size());
      }
    }
    String names = bars.stream().map(Bars::name).collect(Collectors.joining(" and "));
    Plot plot =
        new Plot(
            title,
            yLabel + " over " + xLabel + ": " + names + ".",
            bars.stream().map(Bars::name).toList());
    double highest =
        bars.stream().flatMap(b -> b.values().stream()).mapToDouble(v -> v).max().orElse(0);
    Axis axis = Axis.over(0, highest > 0 ? highest : 1, 5, false);
    plot.vertical(axis, yLabel);
    double slot = (Plot.RIGHT - Plot.LEFT) / Math.max(1, categories.size());
    double width = slot * (1 - GAP) / Math.max(1, bars.size());
    for (int i = 0; i < bars.size(); i++) {
      plot.svg().open("fill", Palette.series(i));
      for (int c = 0; c < categories.size(); c++) {
        double y = axis.place(bars.get(i).values().get(c), Plot.BOTTOM, plot.top());
        if (y < Plot.BOTTOM) {
          double x = Plot.LEFT + slot * (c + GAP / 2) + width * i;
          plot.svg().rectangle(x, y, width, Plot.BOTTOM - y);
        }
      }
      plot.svg().close();
    }
    plot.horizontal(xLabel);
    labels(plot, categories, slot);
    return plot.bytes();
  }

  private static void labels(Plot plot, List<String> categories, double slot) {
    int letters = categories.stream().mapToInt(String::length).max().orElse(1);
    int every = (categories.size() + Plot.labelsThatFit(letters) - 1) / Plot.labelsThatFit(letters);
    plot.svg().open("font-size", "12", "fill", Palette.PALE_INK, "text-anchor", "middle");
    for (int c = 0; c < categories.size(); c += every) {
      plot.svg().text(Plot.LEFT + slot * (c + 0.5), Plot.BOTTOM + 19, categories.get(c));
    }
    plot.svg().close();
  }
}
