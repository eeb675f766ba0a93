package ductus.ink.plotter.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.plotter.PlotterProfile.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
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
    FakeOperator operator =
        new FakeOperator(() -> false, () -> grbl.told.contains("G0 X0 Y0 F5000"));
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
