package ductus.picture.chart;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeatMapTest {
  private static final HeatMap MAP =
      new HeatMap(
          List.of("a", "b"),
          List.of("x", "y", "z"),
          List.of(List.of(0.0, 0.5, 1.0), List.of(-1.0, Double.NaN, 2.0)),
          1);

  @Test
  void zeroIsWhiteAndTheFullColorsAreReached() {
    assertEquals("#ffffff", MAP.color(0));
    assertEquals("#1c5d8c", MAP.color(1));
    assertEquals("#1c5d8c", MAP.color(7));
    assertEquals("#c0630e", MAP.color(-1));
  }

  @Test
  void emptyAndWhiteCellsAreNotDrawn() {
    String svg = new String(MAP.svg("A map", "columns"), StandardCharsets.UTF_8);
    assertEquals(1, svg.split("fill=\"#8eaec6\"", -1).length - 1);
    assertTrue(svg.contains(">A map<") && svg.contains(">columns<") && svg.contains(">z<"), svg);
    assertArrayEquals(MAP.svg("A map", "columns"), MAP.svg("A map", "columns"));
  }

  @Test
  void refusesATableWithHoles() {
    assertThrows(
        IllegalArgumentException.class,
        () -> new HeatMap(List.of("a"), List.of("x"), List.of(List.of(1.0, 2.0)), 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> new HeatMap(List.of("a"), List.of(), List.of(List.of(1.0)), 0));
  }
}
