package ductus.ink.plotter.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ductus.ink.plotter.PlotterProfile.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EbbBoardTest {
  private static final PlotJob JOB =
      job(
          """
          ; Ductus
          EM,1,1
          SP,1,130
          XM,100,800,400
          SP,0,146
          XM,50,100,-7
          SP,1,130
          XM,100,-900,-393
          EM,0,0
          """);

  private final AtomicInteger buttons = new AtomicInteger();
  private String refused = "";
  private int pressedAt = -1;

  @Test
  void sendsCommandByCommand() throws IOException {
    FakeBoard board = board();
    FakeOperator operator = FakeOperator.patient();
    assertTrue(EbbBoard.plot(board.link(), JOB, operator));
    List<String> sent = commands(board);
    assertEquals(
        JOB.lines().stream().filter(line -> !line.startsWith(";")).toList(), sent, "in order");
    assertEquals(List.of("EBBv13_and_above EB Firmware Version 2.8.1"), operator.heard);
  }

  @Test
  void aStopLiftsThePenAndBringsItHome() throws IOException {
    FakeBoard board = board();
    FakeOperator operator =
        new FakeOperator(
            () -> commands(board).contains("XM,50,100,-7") || commands(board).size() > 6,
            () -> false);
    assertFalse(EbbBoard.plot(board.link(), JOB, operator));
    List<String> sent = commands(board);
    int stop = sent.indexOf("XM,50,100,-7") + 1;
    assertEquals("SP,1,130", sent.get(stop), sent.toString());
    assertEquals("EM,0,0", sent.get(sent.size() - 1));
    int right = 0;
    int down = 0;
    for (String command : sent) {
      right += EbbMove.of(command).right();
      down += EbbMove.of(command).down();
    }
    assertEquals(0, right);
    assertEquals(0, down);
  }

  @Test
  void theWayHomeFromTheFarCornerOfTheLargestMachineIsDoneInTime() throws IOException {
    PlotJob far = job("EM,1,1\nSP,1,130\nXM,9000,69120,47600\nSP,0,146\nEM,0,0\n");
    FakeBoard board = board();
    FakeOperator operator =
        new FakeOperator(() -> commands(board).contains("SP,0,146"), () -> false);
    assertFalse(EbbBoard.plot(board.link(), far, operator));
    List<String> sent = commands(board);
    long home =
        sent.subList(sent.indexOf("SP,0,146") + 1, sent.size()).stream()
            .mapToLong(command -> EbbMove.of(command).milliseconds())
            .sum();
    assertTrue(home > 30_000, home + " ms");
    assertTrue(2 * home < PlotOperator.LONGEST_STOP.toMillis(), home + " ms");
  }

  @Test
  void theButtonLiftsThePenUntilItIsPressedAgain() throws Exception {
    pressedAt = 0;
    FakeBoard board = board();
    FakeOperator operator = FakeOperator.patient();
    assertTrue(EbbBoard.plot(board.link(), JOB, operator));
    assertTrue(operator.heard.contains("Paused; then press the board's button, or Enter"));
    assertTrue(buttons.get() >= 2);
  }

  @Test
  void aSignInAStrokeLiftsThePenAndPutsItBack() throws IOException {
    FakeBoard board = board();
    FakeOperator operator =
        new FakeOperator(() -> false, () -> commands(board).contains("XM,50,100,-7"));
    assertTrue(EbbBoard.plot(board.link(), JOB, operator));
    List<String> sent = commands(board);
    int at = sent.indexOf("XM,50,100,-7");
    assertEquals(List.of("SP,1,130", "SP,0,146", "SP,1,130"), sent.subList(at + 1, at + 4));
  }

  @Test
  void aPauseOfTheFileIsAnnouncedAndNotSent() throws IOException {
    PlotJob job = job("EM,1,1\nSP,1,130\n; pause: Put in pen 2: ink\nEM,0,0\n");
    FakeBoard board = board();
    FakeOperator operator =
        new FakeOperator(() -> false, () -> commands(board).contains("SP,1,130"));
    assertTrue(EbbBoard.plot(board.link(), job, operator));
    assertEquals(List.of("EM,1,1", "SP,1,130", "EM,0,0"), commands(board));
    assertEquals(
        "Put in pen 2: ink; then press the board's button, or Enter", operator.heard.get(1));
    assertEquals(1, job.extent().pauses());
  }

  @Test
  void aRefusedCommandIsNamedAndThePenLifted() {
    refused = "XM,50,100,-7";
    FakeBoard board = board();
    IOException thrown =
        assertThrows(
            IOException.class, () -> EbbBoard.plot(board.link(), JOB, FakeOperator.patient()));
    assertEquals(
        "job.ebb, line 6: the AxiDraw refuses XM,50,100,-7: !0 Err: out of range",
        thrown.getMessage());
    assertEquals("SP,1,130", board.told.get(board.told.size() - 1));
  }

  @Test
  void anotherBoardIsNotTakenForOne() {
    FakeBoard grbl = new FakeBoard(line -> line.isEmpty() ? "" : "error:1\r\n");
    assertEquals(
        "no AxiDraw answers at /dev/fake; what does says \"error:1\"; is it switched on, and is"
            + " this its port?",
        assertThrows(
                IOException.class, () -> EbbBoard.plot(grbl.link(), JOB, FakeOperator.patient()))
            .getMessage());
    FakeBoard dark =
        new FakeBoard(line -> line.equals("QC") ? "0394,0020\r\nOK\r\n" : version(line));
    assertEquals(
        "the AxiDraw's motors have no power: plug in its power supply",
        assertThrows(
                IOException.class, () -> EbbBoard.plot(dark.link(), JOB, FakeOperator.patient()))
            .getMessage());
  }

  private FakeBoard board() {
    return new FakeBoard(
        line ->
            switch (line) {
              case "V" -> version(line);
              case "" -> "";
              case "QC" -> "0394,0300\r\nOK\r\n";
              case "QB" -> (isPressed() ? "1" : "0") + "\r\nOK\r\n";
              default -> line.equals(refused) ? "!0 Err: out of range\r\n" : "OK\r\n";
            });
  }

  /** Every time it is asked for, from some question on. */
  private boolean isPressed() {
    int asked = buttons.getAndIncrement();
    return pressedAt >= 0 && asked >= pressedAt;
  }

  private static String version(String line) {
    return line.equals("V") ? "EBBv13_and_above EB Firmware Version 2.8.1\r\n" : "";
  }

  private static List<String> commands(FakeBoard board) {
    return List.copyOf(board.told).stream()
        .filter(line -> !List.of("V", "QC", "QB").contains(line))
        .toList();
  }

  private static PlotJob job(String text) {
    return new PlotJob(Path.of("job.ebb"), Language.EBB, text.lines().toList());
  }
}
