package ductus.ink.plotter.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.plotter.PlotterProfile.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class GcodeBoardTest {
  private static final PlotJob JOB =
      job(
          """
          ; Ductus
          G21
          G90
          M5
          G4 P0.2
          G0 X10 Y20 F5000
          M3 S90 ; down
          G1 X11 Y20 F2000
          M5
          G0 X0 Y0 F5000
          (MSG, Put in pen 2: ink)
          M0
          G0 X5 Y5 F5000
          M2
          """);

  @Test
  void sendsLineByLineWithoutWhatIsForPeopleAndWaitsForThePen() throws IOException {
    FakeBoard grbl = grbl("", "");
    AtomicInteger signs = new AtomicInteger();
    FakeOperator operator =
        new FakeOperator(
            () -> false, () -> grbl.told.contains("G4 P0") && signs.getAndIncrement() == 0);
    assertTrue(GcodeBoard.plot(grbl.link(), JOB, false, operator));
    assertEquals(
        List.of(
            "G21",
            "G90",
            "M5",
            "G4 P0.2",
            "G0 X10 Y20 F5000",
            "M3 S90",
            "G1 X11 Y20 F2000",
            "M5",
            "G0 X0 Y0 F5000",
            "G4 P0",
            "G0 X5 Y5 F5000",
            "M2",
            "G4 P0"),
        grbl.told);
    assertTrue(
        operator.heard.contains("Put in pen 2: ink; then press Enter"), operator.heard.toString());
  }

  @Test
  void marlinsMessageAndItsBusyLinesAreUnderstood() throws IOException {
    PlotJob job = job("G21\nM0 Put in pen 2: ink\nG0 X1 Y1\n");
    FakeBoard marlin =
        new FakeBoard(line -> line.isEmpty() ? "ok\n" : "echo:busy: processing\nok P15 B3\n");
    FakeOperator operator = new FakeOperator(() -> false, () -> true);
    assertTrue(GcodeBoard.plot(marlin.link(), job, false, operator));
    assertTrue(operator.heard.contains("Put in pen 2: ink; then press Enter"));
    assertFalse(marlin.told.stream().anyMatch(line -> line.startsWith("M0")));
  }

  @Test
  void aSignInAStrokeLiftsThePenBehindTheWayAndPutsItBackAsItWas() throws IOException {
    assertPausedInAStroke(
        "M5\nG4 P0.2", "M3 S90\nG4 P0.2", List.of("M5", "G4 P0.2"), List.of("M3 S90", "G4 P0.2"));
    assertPausedInAStroke("G0 Z3", "G1 Z0 F600", List.of("G0 Z3"), List.of("G1 Z0 F600"));
    assertPausedInAStroke(
        "M400\nM280 P0 S60\nG4 P200",
        "M400\nM280 P0 S90\nG4 P200",
        List.of("M280 P0 S60", "G4 P200"),
        List.of("M280 P0 S90", "G4 P200"));
  }

  /** The pen's own feed must not become that of the stroke. */
  private static void assertPausedInAStroke(
      String up, String down, List<String> raised, List<String> lowered) throws IOException {
    String stroke = down + "\nG1 X11 Y20 F2000\nG1 X12 Y20\n" + up + "\n";
    PlotJob job =
        job(
            "G21\n"
                + up
                + "\nG0 X1 Y2 F5000\n"
                + stroke
                + "G0 X10 Y20 F5000\n"
                + stroke.replace("X11", "X13")
                + "G0 X0 Y0 F5000\n");
    FakeBoard grbl = grbl("", "");
    AtomicInteger signs = new AtomicInteger();
    FakeOperator operator =
        new FakeOperator(
            () -> false,
            () -> grbl.told.contains("G1 X13 Y20 F2000") && signs.incrementAndGet() <= 2);
    assertTrue(GcodeBoard.plot(grbl.link(), job, false, operator));
    List<String> expected = new ArrayList<>(List.of("G4 P0"));
    expected.addAll(raised);
    expected.addAll(lowered);
    expected.addAll(List.of("G1 F2000", "G1 X12 Y20"));
    int at = grbl.told.indexOf("G1 X13 Y20 F2000") + 1;
    assertEquals(expected, grbl.told.subList(at, at + expected.size()));
    List<String> all = new ArrayList<>(grbl.told);
    all.subList(at, at + expected.size() - 1).clear();
    assertEquals(job.lines(), all.subList(0, all.size() - 1), "all else is the file");
  }

  @Test
  void aSignBetweenStrokesMovesNoPen() throws IOException {
    FakeBoard grbl = grbl("", "");
    AtomicInteger signs = new AtomicInteger();
    FakeOperator operator =
        new FakeOperator(
            () -> false,
            () -> grbl.told.contains("G0 X10 Y20 F5000") && signs.incrementAndGet() != 3);
    assertTrue(GcodeBoard.plot(grbl.link(), JOB, false, operator));
    int at = grbl.told.indexOf("G0 X10 Y20 F5000") + 1;
    assertEquals(List.of("G4 P0", "M3 S90"), grbl.told.subList(at, at + 2));
  }

  @Test
  void aStopInAPauseLeavesThePenUp() throws IOException {
    FakeBoard grbl = grbl("", "");
    FakeOperator operator =
        new FakeOperator(
            () -> grbl.told.lastIndexOf("G4 P0") > grbl.told.indexOf("M3 S90"),
            () -> grbl.told.contains("M3 S90"));
    assertFalse(GcodeBoard.plot(grbl.link(), JOB, false, operator));
    assertEquals(1, grbl.told.stream().filter("M3 S90"::equals).count());
    assertEquals("G0 X0 Y0", grbl.told.get(grbl.told.size() - 2));
  }

  @Test
  void aRefusedLineLiftsThePenAndAnAlarmMovesNothing() {
    FakeBoard refusing = grbl("G1 X11 Y20 F2000", "error:15");
    assertThrows(
        IOException.class,
        () -> GcodeBoard.plot(refusing.link(), JOB, false, FakeOperator.patient()));
    int at = refusing.told.indexOf("G1 X11 Y20 F2000") + 1;
    assertEquals(
        List.of("G4 P0", "G90", "M5", "G4 P0.2"), refusing.told.subList(at, refusing.told.size()));
    FakeBoard alarmed = grbl("G1 X11 Y20 F2000", "ALARM:1");
    assertThrows(
        IOException.class,
        () -> GcodeBoard.plot(alarmed.link(), JOB, false, FakeOperator.patient()));
    assertEquals("G1 X11 Y20 F2000", alarmed.told.get(alarmed.told.size() - 1));
  }

  @Test
  void thePenOfAJobThatNeverSaysItsLiftAgainStays() throws IOException {
    PlotJob job = job("G21\nM107\nG0 X1 Y1\nM3 S9\nG1 X2 Y1 F9\nM5\nG0 X0 Y0\n");
    FakeBoard grbl = grbl("", "");
    AtomicInteger signs = new AtomicInteger();
    FakeOperator operator =
        new FakeOperator(
            () -> false, () -> grbl.told.contains("M3 S9") && signs.incrementAndGet() <= 2);
    assertTrue(GcodeBoard.plot(grbl.link(), job, false, operator));
    List<String> sent = new ArrayList<>(grbl.told);
    sent.removeIf("G4 P0"::equals);
    assertEquals(job.lines(), sent);
  }

  @Test
  void aStopSendsWhatLiftsThePenAndGoesBack() throws IOException {
    FakeBoard grbl = grbl("", "");
    FakeOperator operator = new FakeOperator(() -> grbl.told.contains("M3 S90"), () -> false);
    assertFalse(GcodeBoard.plot(grbl.link(), JOB, false, operator));
    int stop = grbl.told.indexOf("M3 S90") + 1;
    assertEquals(
        List.of("G21", "G90", "M5", "G4 P0.2", "G0 X0 Y0", "G4 P0"),
        grbl.told.subList(stop, grbl.told.size()));
  }

  @Test
  void troubleIsSaidInPlainWords() {
    assertTrouble(
        "error:9",
        "job.gcode, line 8: G1 X11 Y20 F2000: the plotter refuses it: it is locked by an alarm:"
            + " home it, or plot with --unlock (error:9)");
    assertTrouble(
        "ALARM:1",
        "job.gcode, line 8: G1 X11 Y20 F2000: alarm: a limit switch was hit: the position is lost;"
            + " home it, or set it back by hand (ALARM:1)");
    assertTrouble(
        "error:77", "job.gcode, line 8: G1 X11 Y20 F2000: the plotter refuses it: error:77");
    assertTrouble(
        "Error:Printer halted.",
        "job.gcode, line 8: G1 X11 Y20 F2000: the plotter says Error:Printer halted.");
    assertTrouble(
        "Grbl 1.1h ['$' for help]",
        "job.gcode, line 8: G1 X11 Y20 F2000: the plotter was reset: the position is lost");
  }

  @Test
  void unlocksBeforeTheFirstLine() throws IOException {
    FakeBoard grbl = grbl("", "");
    FakeOperator operator = new FakeOperator(() -> false, () -> true);
    assertTrue(GcodeBoard.plot(grbl.link(), JOB, true, operator));
    assertEquals("$X", grbl.told.get(0));
    assertEquals("Grbl 1.1h ['$' for help]", operator.heard.get(0));
  }

  private static void assertTrouble(String answer, String message) {
    FakeBoard grbl = grbl("G1 X11 Y20 F2000", answer);
    assertEquals(
        message,
        assertThrows(
                IOException.class,
                () -> GcodeBoard.plot(grbl.link(), JOB, false, FakeOperator.patient()))
            .getMessage());
  }

  private static FakeBoard grbl(String refused, String answer) {
    return new FakeBoard(
        line ->
            line.isEmpty()
                ? "\r\nGrbl 1.1h ['$' for help]\r\nok\r\n"
                : line.equals(refused) ? answer + "\r\n" : "ok\r\n");
  }

  private static PlotJob job(String text) {
    return new PlotJob(Path.of("job.gcode"), Language.GCODE, text.lines().toList());
  }
}
