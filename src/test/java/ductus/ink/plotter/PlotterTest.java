package ductus.ink.plotter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.PenPoint;
import ductus.ink.Stroke;
import ductus.ink.page.Page;
import ductus.ink.page.Paper;
import ductus.ink.plotter.PlotterSettings.Origin;
import ductus.ink.render.TestPages;
import java.awt.geom.Line2D;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What plotters are told, read back by small machines of our own. */
class PlotterTest {
  @Test
  void gcodeDrawsEveryStrokeOnThePaper() {
    Page page = TestPages.card();
    for (Origin origin : Origin.values()) {
      List<List<PenPoint>> drawn = gcode(Gcode.of(page, from(origin)), page, origin);
      assertDrawn(page, drawn, 0.06);
    }
  }

  @Test
  void hpglDrawsEveryStrokeOnThePaper() {
    Page page = TestPages.card();
    assertDrawn(page, hpgl(Hpgl.of(page, PlotterSettings.Z_AXIS)), 0.085);
  }

  @Test
  void thePensCommandsAndFeedAreTheUsers() {
    PlotterSettings mine = settings("M280 P0 S60", "M280 P0 S90", 99, Origin.BOTTOM_LEFT);
    String code = text(Gcode.of(TestPages.card(), mine));
    long strokes = TestPages.card().strokes().count();
    assertEquals(strokes + 1, code.lines().filter(line -> line.equals("M280 P0 S60")).count());
    assertEquals(strokes, code.lines().filter(line -> line.equals("M280 P0 S90")).count());
    assertTrue(code.contains(" F99\n"));
    assertTrue(code.lines().limit(3).toList().containsAll(List.of("G21", "G90")));
  }

  @Test
  void aDotPutsThePenDownAndUp() {
    Page dot = TestPages.stroke(Paper.A6, 50, 50, 50, 50);
    String code = text(Gcode.of(dot, PlotterSettings.Z_AXIS));
    assertTrue(code.contains("G0 X50 Y50 F5000\nG1 Z0 F600\nG0 Z3\n"), code);
    assertEquals(
        "IN;\nSP1;\nPU2000,2000;\nPD2000,2000;\nPU0,0;\nSP0;\n",
        text(Hpgl.of(dot, PlotterSettings.Z_AXIS)));
  }

  @Test
  void aPageThatLeavesItsPaperIsRefused() {
    Page page = TestPages.stroke(Paper.A6, 50, 50, 105.5, 50);
    for (Runnable plot :
        List.<Runnable>of(
            () -> Gcode.of(page, PlotterSettings.Z_AXIS),
            () -> Hpgl.of(page, PlotterSettings.Z_AXIS))) {
      String message =
          String.valueOf(assertThrows(IllegalArgumentException.class, plot::run).getMessage());
      assertTrue(message.contains("line 1") && message.contains("105.5"), message);
    }
  }

  @Test
  void refusesCommandsThatAreNone() {
    Origin origin = Origin.BOTTOM_LEFT;
    assertThrows(IllegalArgumentException.class, () -> settings("", "M3", 600, origin));
    assertThrows(IllegalArgumentException.class, () -> settings("M5", "M3\r\nM5", 600, origin));
    assertThrows(IllegalArgumentException.class, () -> settings("M5", "M3", Double.NaN, origin));
  }

  private static PlotterSettings from(Origin origin) {
    PlotterSettings usual = PlotterSettings.Z_AXIS;
    return settings(usual.penUp(), usual.penDown(), usual.feed(), origin);
  }

  private static PlotterSettings settings(String up, String down, double feed, Origin origin) {
    return new PlotterSettings(up, down, feed, PlotterSettings.Z_AXIS.travel(), origin);
  }

  /** Every stroke is drawn once, whenever and from whichever end. */
  private static void assertDrawn(Page page, List<List<PenPoint>> drawn, double tolerance) {
    List<Stroke> strokes = page.strokes().toList();
    assertEquals(strokes.size(), drawn.size());
    List<List<PenPoint>> left = new ArrayList<>(drawn);
    for (int i = 0; i < strokes.size(); i++) {
      Stroke stroke = strokes.get(i);
      List<PenPoint> path =
          left.stream()
              .filter(each -> isBetween(each, stroke, tolerance))
              .findFirst()
              .orElseThrow();
      left.remove(path);
      for (PenPoint point : stroke.points()) {
        double distance = distance(point, path);
        assertTrue(distance <= tolerance, "stroke " + i + ": " + distance);
      }
      for (PenPoint point : path) {
        assertTrue(point.x() >= 0 && point.x() <= page.paper().width());
        assertTrue(point.y() >= 0 && point.y() <= page.paper().height());
      }
    }
  }

  private static boolean isBetween(List<PenPoint> path, Stroke stroke, double tolerance) {
    PenPoint from = path.get(0);
    PenPoint to = path.get(path.size() - 1);
    return (from.distance(stroke.first()) <= tolerance && to.distance(stroke.last()) <= tolerance)
        || (from.distance(stroke.last()) <= tolerance && to.distance(stroke.first()) <= tolerance);
  }

  static double distance(PenPoint point, List<PenPoint> path) {
    double nearest = point.distance(path.get(0));
    for (int i = 1; i < path.size(); i++) {
      PenPoint from = path.get(i - 1);
      PenPoint to = path.get(i);
      nearest =
          Math.min(
              nearest, Line2D.ptSegDist(from.x(), from.y(), to.x(), to.y(), point.x(), point.y()));
    }
    return nearest;
  }

  /** A machine that knows G0, G1 and a pen on its Z axis. */
  private static List<List<PenPoint>> gcode(byte[] code, Page page, Origin origin) {
    List<List<PenPoint>> drawn = new ArrayList<>();
    PenPoint at = PenPoint.at(0, 0);
    boolean down = false;
    for (String line : text(code).lines().toList()) {
      if (line.equals("G1 Z0 F600")) {
        down = true;
        drawn.add(new ArrayList<>(List.of(at)));
      } else if (line.equals("G0 Z3")) {
        down = false;
      } else if (line.startsWith("G0 X") || line.startsWith("G1 X")) {
        assertEquals(down, line.startsWith("G1"), line);
        String[] words = line.split(" ", -1);
        double y = Double.parseDouble(words[2].substring(1));
        at =
            PenPoint.at(
                Double.parseDouble(words[1].substring(1)),
                origin == Origin.TOP_LEFT ? page.paper().height() - y : y);
        if (down) {
          drawn.get(drawn.size() - 1).add(at);
        }
      }
    }
    return drawn;
  }

  /** A machine that knows PU and PD. */
  private static List<List<PenPoint>> hpgl(byte[] code) {
    List<List<PenPoint>> drawn = new ArrayList<>();
    PenPoint at = PenPoint.at(0, 0);
    boolean down = false;
    for (String command : text(code).replace("\n", "").split(";", -1)) {
      if (!command.startsWith("PU") && !command.startsWith("PD")) {
        continue;
      }
      String[] numbers = command.substring(2).split(",", -1);
      assertTrue(numbers.length <= 80, command);
      if (command.startsWith("PD") && !down) {
        drawn.add(new ArrayList<>(List.of(at)));
      }
      down = command.startsWith("PD");
      for (int i = 0; i < numbers.length; i += 2) {
        at =
            PenPoint.at(
                Integer.parseInt(numbers[i]) / 40.0, Integer.parseInt(numbers[i + 1]) / 40.0);
        if (down) {
          drawn.get(drawn.size() - 1).add(at);
        }
      }
    }
    return drawn;
  }

  private static String text(byte[] code) {
    return new String(code, StandardCharsets.US_ASCII);
  }
}
