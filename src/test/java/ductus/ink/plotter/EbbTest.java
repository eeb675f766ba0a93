package ductus.ink.plotter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.PenPoint;
import ductus.ink.page.Page;
import ductus.ink.page.Paper;
import ductus.ink.plotter.PlotterMachine.Bed;
import ductus.ink.plotter.PlotterProfile.Language;
import ductus.ink.render.TestPages;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What an AxiDraw is told, read back by a board of our own. */
class EbbTest {
  private static final PlotterSettings AXIDRAW = PlotterProfile.AXIDRAW.usual();

  /** What a board did. */
  private record Drawing(
      List<List<PenPoint>> paths, double seconds, int right, int down, double fastest) {}

  @Test
  void drawsEveryStrokeWithinAStepAndReturns() {
    Page page = TestPages.card();
    Drawing drawing = draw(text(page, AXIDRAW));
    List<List<PenPoint>> wanted = PagePlot.of(page, AXIDRAW).layers().get(0).paths();
    assertEquals(wanted.size(), drawing.paths.size());
    for (int i = 0; i < wanted.size(); i++) {
      List<PenPoint> drawn = drawing.paths.get(i);
      for (PenPoint point : wanted.get(i)) {
        PenPoint down = PenPoint.at(point.x(), page.paper().height() - point.y());
        double nearest = PlotterTest.distance(down, drawn);
        assertTrue(nearest <= 0.04, "stroke " + i + ": " + nearest + " mm");
      }
    }
    assertEquals(0, drawing.right);
    assertEquals(0, drawing.down);
  }

  @Test
  void takesTheTimeThatIsForetold() {
    Page page = TestPages.card();
    PenTravel travel = PenTravel.of(List.of(page), AXIDRAW, Language.EBB);
    double seconds = draw(text(page, AXIDRAW)).seconds;
    assertEquals(travel.seconds(), seconds, 0.02 * seconds);
    assertEquals(page.strokes().count(), travel.lifts());
  }

  @Test
  void keepsTheBoardsRates() {
    for (double feed : new double[] {1, 20, 3300, 100_000}) {
      PlotterSettings settings =
          new PlotterSettings(
              "SP,1,130", "SP,0,146", feed, 100_000, AXIDRAW.origin(), AXIDRAW.machine(), null);
      // Nearly along one motor's way, so that the other one hardly turns.
      Page page = TestPages.stroke(Paper.A6, 20, 100, 60, 60.3);
      assertTrue(draw(text(page, settings)).fastest <= 25);
    }
  }

  @Test
  void aPageThatFitsOnlySoIsTurned() {
    Page page = TestPages.stroke(Paper.A4, 10, 290, 50, 290);
    String code = text(page, AXIDRAW);
    assertTrue(code.startsWith("; Ductus, page 1: 297 by 210 mm, from the upper left"), code);
    assertTrue(code.contains("quarter turn"), code);
    List<PenPoint> drawn = draw(code).paths.get(0);
    // Seven millimeters from the top are now as far from the left; x goes upwards.
    assertEquals(7, drawn.get(0).x(), 0.02);
    assertEquals(
        List.of(160L, 200L),
        List.of(drawn.get(0), drawn.get(drawn.size() - 1)).stream()
            .map(point -> Math.round(point.y()))
            .sorted()
            .toList());
  }

  @Test
  void aPageBeyondThePlottersReachIsRefused() {
    Page page = TestPages.stroke(Paper.A4, 10, 10, 200, 290);
    PlotterMachine small = PlotterProfile.AXIDRAW.machine().withBed(new Bed(160, 101.6));
    PlotterSettings settings =
        new PlotterSettings("SP,1", "SP,0", 3000, 9000, AXIDRAW.origin(), small, null);
    assertEquals(
        "page 1 needs 200.0 by 287.0 mm of the plotter, or 287.0 by 200.0 turned, but axidraw"
            + " reaches 160.0 by 101.6: take smaller paper, or say with --bed how far yours"
            + " reaches",
        assertThrows(IllegalArgumentException.class, () -> Ebb.of(page, settings)).getMessage());
    // Only what is drawn must be in reach where the whole paper is not.
    Page corner = TestPages.stroke(Paper.A4, 10, 290, 100, 220);
    assertEquals(1, draw(text(corner, settings)).paths.size());
  }

  @Test
  void speaksToNoOtherPlotter() {
    assertEquals(
        "the plotter grbl takes no ebb: take --to gcode, or another --plotter",
        assertThrows(
                IllegalArgumentException.class,
                () -> Ebb.of(TestPages.card(), PlotterProfile.GRBL.usual()))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Gcode.of(TestPages.card(), AXIDRAW));
  }

  private static String text(Page page, PlotterSettings settings) {
    return new String(Ebb.of(page, settings), StandardCharsets.US_ASCII);
  }

  private static Drawing draw(String code) {
    List<List<PenPoint>> paths = new ArrayList<>();
    boolean isDown = false;
    int right = 0;
    int down = 0;
    long milliseconds = 0;
    double fastest = 0;
    for (String line : code.lines().toList()) {
      String[] words = line.split(",", -1);
      if (line.startsWith("SP,")) {
        isDown = words[1].equals("0");
        milliseconds += words.length > 2 ? Integer.parseInt(words[2]) : 0;
        if (isDown) {
          paths.add(new ArrayList<>(List.of(place(right, down))));
        }
      } else if (line.startsWith("XM,")) {
        int time = Integer.parseInt(words[1]);
        int byRight = Integer.parseInt(words[2]);
        int byDown = Integer.parseInt(words[3]);
        assertTrue(time >= 1 && time <= 65_535, line);
        for (int motor : new int[] {byRight + byDown, byRight - byDown}) {
          double rate = (double) Math.abs(motor) / time;
          assertTrue(motor == 0 || rate >= 1.31 / 1000, line);
          fastest = Math.max(fastest, rate);
        }
        right += byRight;
        down += byDown;
        milliseconds += time;
        if (isDown) {
          paths.get(paths.size() - 1).add(place(right, down));
        }
      }
    }
    assertTrue(code.endsWith("EM,0,0\n"));
    return new Drawing(paths, milliseconds / 1000.0, right, down, fastest);
  }

  private static PenPoint place(int right, int down) {
    return PenPoint.at(right / 80.0, down / 80.0);
  }
}
