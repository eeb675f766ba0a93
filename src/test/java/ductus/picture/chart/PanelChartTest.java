package ductus.picture.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.picture.Palette;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class PanelChartTest {
  private static Series line(String name, Double... values) {
    return Series.ofValues(name, List.of(values));
  }

  private static Panel panel(Panel.Scale scale, Series... lines) {
    return new Panel("a panel", "lag", "norm", scale, List.of(lines));
  }

  private static String svg(Panel... panels) {
    return new String(PanelChart.svg("A chart", 2, List.of(panels)), StandardCharsets.UTF_8);
  }

  private static int count(String svg, String part) {
    return svg.split(part, -1).length - 1;
  }

  @Test
  void panelsOfTheSameNamesShareALegend() {
    Panel one = panel(Panel.Scale.LINEAR, line("lstm", 1.0, 2.0), line("gru", 2.0, 1.0));
    assertEquals(1, count(svg(one, one, one), ">lstm</text>"));
    Panel other = panel(Panel.Scale.LINEAR, line("lstm", 1.0, 2.0));
    assertEquals(2, count(svg(one, other), ">lstm</text>"));
  }

  @Test
  void powersOfTenAreAsFarApart() {
    String svg = svg(panel(Panel.Scale.LOGARITHMIC, line("a", 1.0, 0.1, 0.01, 1e-5)));
    assertTrue(svg.contains(">0.001</text>"), svg);
    assertTrue(svg.contains(">1e-5</text>"), svg);
    assertEquals(4, count(svg, "<circle"));
  }

  @Test
  void whatHasNoLogarithmLeavesAGap() {
    assertEquals(
        2, count(svg(panel(Panel.Scale.LOGARITHMIC, line("a", 1.0, 0.0, 2.0))), "<circle"));
    assertEquals(
        2, count(svg(panel(Panel.Scale.LINEAR, line("a", 1.0, Double.NaN, 2.0))), "<circle"));
  }

  @Test
  void aBandShowsTheSpread() {
    Series plain = line("a", 1.0, 2.0);
    Series spread = new Series("a", plain.x(), plain.y(), List.of(0.5, 0.25));
    assertEquals(0, count(svg(panel(Panel.Scale.LINEAR, plain)), "fill-opacity"));
    assertEquals(1, count(svg(panel(Panel.Scale.LINEAR, spread)), "fill-opacity"));
    Series wide = new Series("a", plain.x(), plain.y(), List.of(5.0, 0.0));
    assertEquals(1, count(svg(panel(Panel.Scale.LOGARITHMIC, wide)), "fill-opacity"));
  }

  @Test
  void aBandIsCutOffAtTheEndsOfTheRange() {
    Series share = new Series("a", List.of(1.0, 2.0), List.of(0.9, 0.1), List.of(0.3, 0.3));
    Panel open = panel(Panel.Scale.LINEAR, share);
    assertTrue(svg(open).contains(">1.5</text>") && svg(open).contains(">-0.5</text>"), svg(open));
    String closed = svg(open.within(Panel.Range.SHARE));
    assertTrue(closed.contains(">1.0</text>") && closed.contains(">0.0</text>"), closed);
    assertFalse(closed.contains(">1.2</text>") || closed.contains(">-0."), closed);
    String bars =
        svg(Panel.ofBars("bars", "", "share", List.of(share)).within(Panel.Range.FROM_ZERO));
    assertFalse(bars.contains(">-0."), bars);
  }

  @Test
  void drawsWithoutValuesAndTheSameBytesAgain() {
    Panel empty = panel(Panel.Scale.LOGARITHMIC, new Series("a", List.of(), List.of()));
    assertTrue(svg(empty).contains(">a panel</text>"));
    assertArrayEquals(
        PanelChart.svg("t", 1, List.of(empty)), PanelChart.svg("t", 1, List.of(empty)));
  }

  @Test
  void needsAPanelAndAColumn() {
    assertThrows(IllegalArgumentException.class, () -> PanelChart.svg("t", 1, List.of()));
    Panel empty = panel(Panel.Scale.LINEAR);
    assertThrows(IllegalArgumentException.class, () -> PanelChart.svg("t", 0, List.of(empty)));
  }

  @Test
  void barsOfTheSamePlaceShareItsRoom() {
    Panel bars =
        Panel.ofBars(
            "bars", "rank", "share", List.of(line("a", 1.0, 2.0), line("b", 1.0, Double.NaN)));
    // And the paper, and the two colors of the legend.
    assertEquals(3 + 1 + 2, count(svg(bars), "<rect"));
    Series spread = new Series("a", List.of(1.0), List.of(3.0), List.of(1.0));
    String stroke = "stroke=\"" + Palette.INK;
    assertEquals(1, count(svg(Panel.ofBars("bars", "", "y", List.of(spread))), stroke));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            new Panel(
                "p",
                "x",
                "y",
                Panel.Scale.LOGARITHMIC,
                Panel.Mark.BAR,
                Panel.Range.ANY,
                List.of(line("a", 1.0))));
  }
}
