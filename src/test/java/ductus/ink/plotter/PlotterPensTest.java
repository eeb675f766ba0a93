package ductus.ink.plotter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.page.Page;
import ductus.ink.page.Paper;
import ductus.ink.plotter.PlotterProfile.Language;
import ductus.ink.render.TestPages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Pages of two pens, and plotters that are known by name. */
class PlotterPensTest {
  @Test
  void theRulingComesFirstAndThePlotterWaitsForTheInk() {
    Page page = ruled();
    for (PlotterProfile profile : List.of(PlotterProfile.Z_AXIS, PlotterProfile.GRBL)) {
      assertOrder(
          text(Gcode.of(page, profile.usual().withRuling())),
          "X10 Y100",
          "G0 X0 Y0 F5000\n(MSG, Put in pen 2: ink)\nM0\nG0 ",
          "X50 Y50",
          "G0 X0 Y0 F5000\nM2\n");
    }
    assertOrder(
        text(Gcode.of(page, PlotterProfile.MARLIN.usual().withRuling())),
        "X10 Y100",
        "G0 X0 Y0 F5000\nM0 Put in pen 2: ink\nG0 ",
        "X50 Y50",
        "G0 X0 Y0 F5000\nM400\n");
    assertOrder(
        text(Hpgl.of(page, PlotterSettings.Z_AXIS.withRuling())),
        "IN;\nSP1;\nPU400,4000;\n",
        "PU0,0;\nSP2;\n",
        "2000,2000",
        "PU0,0;\nSP0;\n");
    assertOrder(
        text(Ebb.of(page, PlotterProfile.AXIDRAW.usual().withRuling())),
        "SP,0,146\n",
        "\n; pause: Put in pen 2: ink\nXM,",
        "SP,0,146\n",
        "\nEM,0,0\n");
    PenTravel travel =
        PenTravel.of(List.of(page), PlotterSettings.Z_AXIS.withRuling(), Language.GCODE);
    assertEquals(1, travel.changes());
    assertEquals(2, travel.lifts());
    assertTrue(travel.toString().endsWith(", and 1 change of pens"), travel.toString());
  }

  @Test
  void theRulingIsLeftOutUnlessItIsAskedFor() {
    String code = text(Gcode.of(ruled(), PlotterSettings.Z_AXIS));
    assertFalse(code.contains("M0") || code.contains("X10 Y100"), code);
    Page plain = TestPages.stroke(Paper.A6, 50, 50, 60, 50);
    assertEquals(
        text(Gcode.of(plain, PlotterSettings.Z_AXIS)),
        text(Gcode.of(plain, PlotterSettings.Z_AXIS.withRuling())));
  }

  @Test
  void marlinWaitsForTheWayBeforeItsServoTurns() {
    String code = text(Gcode.of(ruled(), PlotterProfile.MARLIN.usual()));
    assertEquals(
        code.lines().filter(line -> line.startsWith("M280")).count() + 1,
        code.lines().filter(line -> line.equals("M400")).count());
    assertFalse(code.contains("M2\n"), code);
  }

  @Test
  void plottersAreKnownByName() {
    for (PlotterProfile profile : PlotterProfile.values()) {
      assertEquals(profile, PlotterProfile.parse(profile.label().toUpperCase(Locale.ROOT)));
    }
    assertEquals(
        "plotter must be one of z-axis, grbl, marlin, axidraw, hpgl but was cricut",
        assertThrows(IllegalArgumentException.class, () -> PlotterProfile.parse("cricut"))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> PlotterMachine.Bed.parse("300"));
    assertThrows(IllegalArgumentException.class, () -> PlotterMachine.Bed.parse("0x200"));
    assertThrows(
        IllegalArgumentException.class,
        () -> PlotterProfile.GRBL.machine().withAcceleration(Double.NaN));
  }

  private static Page ruled() {
    Page page = TestPages.stroke(Paper.A6, 50, 50, 60, 50);
    return new Page(1, page.paper(), List.of(new Page.Rule(10, 100, 95, 100)), page.lines());
  }

  private static void assertOrder(String code, String... parts) {
    int at = 0;
    for (String part : parts) {
      int found = code.indexOf(part, at);
      assertTrue(found >= 0, () -> part + " is missing or out of order in\n" + code);
      at = found + part.length();
    }
    assertEquals(code.length(), at, code);
  }

  private static String text(byte[] code) {
    return new String(code, StandardCharsets.US_ASCII);
  }
}
