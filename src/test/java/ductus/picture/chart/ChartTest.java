package ductus.picture.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class ChartTest {
  @Test
  void drawsALineForEachSeriesAndKeepsItsTextAsText() {
    String svg = line(Series.ofValues("training", List.of(3.0, 2.0, 1.5)));
    assertTrue(svg.contains(">training</text>"), svg);
    assertTrue(svg.contains(">epoch</text>"), svg);
    assertTrue(svg.contains("training ends at 1.5"), svg);
    assertEquals(1, svg.split("<path", -1).length - 1);
    assertEquals(3, svg.split("<circle", -1).length - 1);
  }

  @Test
  void leavesAGapWhereAValueIsNotFinite() {
    String svg = line(Series.ofValues("loss", List.of(3.0, 2.0, Double.NaN, 1.0, 0.5)));
    String path = svg.substring(svg.indexOf(" d=\"") + 4);
    assertEquals(2, path.substring(0, path.indexOf('"')).split("M", -1).length - 1);
  }

  @Test
  void drawsWithoutValuesWithOneAndWithEqualOnes() {
    assertTrue(line().contains("no values"));
    assertTrue(line(Series.ofValues("a", List.of(Double.NaN))).contains("no values"));
    assertTrue(line(Series.ofValues("a", List.of(0.0))).contains("<circle"));
    assertTrue(line(Series.ofValues("a", List.of(7.0, 7.0))).contains("<circle"));
  }

  @Test
  void drawsTheSameBytesAgain() {
    List<Series> series = List.of(Series.ofValues("a", List.of(1.0, 5.0, 2.0)));
    assertArrayEquals(LineChart.svg("t", "x", "y", series), LineChart.svg("t", "x", "y", series));
  }

  @Test
  void drawsBarsSideBySide() {
    String svg =
        new String(
            BarChart.svg(
                "Pitch classes",
                "pitch class",
                "share",
                List.of("C", "D"),
                List.of(
                    new BarChart.Bars("real", List.of(0.5, 0.5)),
                    new BarChart.Bars("generated", List.of(1.0, 0.0)))),
            StandardCharsets.UTF_8);
    assertEquals(1 + 2 + 3, svg.split("<rect", -1).length - 1, "paper, legend, bars above 0");
    assertTrue(svg.contains(">generated</text>"));
  }

  @Test
  void refusesBarsThatDoNotFitTheirCategories() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            BarChart.svg(
                "t", "x", "y", List.of("C"), List.of(new BarChart.Bars("a", List.of(1.0, 2.0)))));
    assertThrows(IllegalArgumentException.class, () -> new BarChart.Bars("a", List.of(Double.NaN)));
    assertThrows(
        IllegalArgumentException.class, () -> new Series("a", List.of(1.0), List.of(1.0, 2.0)));
  }

  @Test
  void anAxisHoldsItsValuesBetweenRoundNumbers() {
    RandomGenerator random = RandomGenerator.of("L64X128MixRandom");
    for (int i = 0; i < 1000; i++) {
      double low = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-6, 7));
      double high = low + random.nextDouble() * Math.pow(10, random.nextInt(-6, 7));
      Axis axis = Axis.over(low, high, 6, false);
      double slack = axis.step() * 1e-6;
      assertTrue(axis.min() <= low + slack && axis.max() >= high - slack, axis + " " + low);
      assertTrue(axis.marks().size() >= 2 && axis.marks().size() <= 9, axis.toString());
      assertEquals(axis.marks().size(), axis.marks().stream().map(axis::label).distinct().count());
    }
  }

  private static String line(Series... series) {
    return new String(
        LineChart.svg("Loss", "epoch", "nats", List.of(series)), StandardCharsets.UTF_8);
  }
}
